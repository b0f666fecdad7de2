import { type App, Chart, Testing, YamlOutputType } from 'cdk8s';
import { PrivateRegistryAccess } from '../../src';
import { ghcr } from './synth';

const access = (chart: Chart, namespaces: string[]) =>
  new PrivateRegistryAccess(chart, 'pull', { namespaces, pullSecrets: [ghcr()] });

test.each([
  [YamlOutputType.FILE_PER_RESOURCE, 'FILE_PER_RESOURCE'],
  [YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE, 'FOLDER_PER_CHART_FILE_PER_RESOURCE'],
])('a file a resource would lose the Secret of the first namespace: refused (%s)', (yamlOutputType, name) => {
  const app: App = Testing.app({ yamlOutputType });
  access(new Chart(app, 'chart'), ['a', 'b']);
  expect(() => app.synth()).toThrow(
    `[chart/pull] YamlOutputType.${name} would write Secret 'regcred' of the namespaces 'a' and 'b' to one file and lose the first: ` +
      'use YamlOutputType.FILE_PER_CHART, or FOLDER_PER_CHART_FILE_PER_RESOURCE with a chart for each namespace',
  );
});

test.each([
  [YamlOutputType.FILE_PER_CHART, [['a', 'b']]],
  [YamlOutputType.FILE_PER_APP, [['a', 'b']]],
  [YamlOutputType.FILE_PER_RESOURCE, [['a']]],
  [YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE, [['a'], ['b']]],
])('output type %i with the charts %j loses nothing', (yamlOutputType, charts) => {
  const app: App = Testing.app({ yamlOutputType });
  charts.forEach((namespaces, i) => {
    access(new Chart(app, `chart-${i}`), namespaces);
  });
  expect(() => app.synth()).not.toThrow();
});

test('charts whose files share no folder may still share a name in one folder for all', () => {
  const app: App = Testing.app({ yamlOutputType: YamlOutputType.FILE_PER_RESOURCE });
  access(new Chart(app, 'first'), ['a']);
  access(new Chart(app, 'second'), ['b']);
  expect(() => app.synth()).toThrow("of the namespaces 'a' and 'b' to one file");
});
