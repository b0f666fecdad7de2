import { join } from 'node:path';

import { Chart, Testing } from 'cdk8s';

import { synthesise } from '../../examples/example-runner';
import { settings } from '../harness/settings';

/** What a chart of one's own comes to, as `kubectl apply` takes it. */
export function synth(build: (chart: Chart) => void): object[] {
  const chart = new Chart(Testing.app(), 'chart');
  build(chart);
  return Testing.synth(chart) as object[];
}

const examples = new Map<string, string>();

/** The YAML that an example of this repository writes, with the logins of examples/credentials.env; synthesised once. */
export function synthExample(name: string): string {
  const yaml =
    examples.get(name) ??
    Object.values(synthesise(join(settings.repository, 'examples', name, 'main.ts'))).join('\n---\n');
  examples.set(name, yaml);
  return yaml;
}
