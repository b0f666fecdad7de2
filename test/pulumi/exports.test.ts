import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import * as cdk8sRoom from '../../src/cdk8s';
import * as main from '../../src/index';
import * as pulumiEntry from '../../src/pulumi';

/** What goes into constructs that Pulumi has no component for. */
const CDK8S_ONLY = ['FanOutEngine', 'NamespaceSelector', 'PodBinding', 'PolicyEngine', 'PolicyMode'];

test('regcred/pulumi has every class of the main entry that is not for cdk8s: the very same ones', () => {
  const shared = Object.entries(main).filter(([name]) => !(name in cdk8sRoom) && !CDK8S_ONLY.includes(name));
  expect(shared.length).toBeGreaterThan(10);
  for (const [name, value] of shared) expect([name, Reflect.get(pulumiEntry, name) === value]).toEqual([name, true]);
});

test.each([
  ['index', '@pulumi'],
  ['pulumi/index', 'cdk8s'],
  ['pulumi/index', 'constructs'],
])('importing src/%s loads nothing of %s', (entry, packageName) => {
  const root = join(__dirname, '..', '..');
  const program = `require('./src/${entry}'); console.log(Object.keys(require.cache).join('\\n'))`;
  const typescript = join(root, 'scripts', 'typescript.js');
  const loaded = execFileSync(process.execPath, ['-r', typescript, '-e', program], { cwd: root, encoding: 'utf8' });
  expect(loaded).toContain('/src/plan/');
  expect(loaded.split('\n').filter((file) => file.includes(`/node_modules/${packageName}`))).toEqual([]);
});
