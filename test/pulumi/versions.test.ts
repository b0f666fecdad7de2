import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const read = (...path: string[]) => JSON.parse(readFileSync(join(ROOT, ...path), 'utf8'));

test('the lowest Pulumi that is tested is the lowest that the package promises', () => {
  const { publishPeerDependencies, peerDependenciesMeta } = read('package.json');
  const { dependencies } = read('test', 'pulumi-versions', 'lowest', 'package.json');
  const promised = Object.entries(dependencies).map(([name, version]) => [name, `^${version}`]);
  expect(publishPeerDependencies).toEqual(Object.fromEntries(promised));
  for (const name of Object.keys(dependencies)) {
    expect([name, peerDependenciesMeta[name]]).toEqual([name, { optional: true }]);
  }
});
