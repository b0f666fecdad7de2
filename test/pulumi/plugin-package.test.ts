import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const PLUGIN = join(ROOT, 'pulumi-plugin');
const { dependencies } = JSON.parse(readFileSync(join(PLUGIN, 'package.json'), 'utf8'));
const { version, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** Pulumi starts the component from its sources, with what npm installed beside them. */
describe('the package of the component for other languages', () => {
  test('depends on all that its sources import', () => {
    const sources = readdirSync(PLUGIN).filter((file) => file.endsWith('.ts'));
    const imported = sources.flatMap((file) =>
      [...readFileSync(join(PLUGIN, file), 'utf8').matchAll(/ from '((?:@[^/']+\/)?[^./'][^/']*)/g)].map(
        ([, name]) => name,
      ),
    );
    expect(imported).toContain('@pulumi/pulumi');
    expect(imported.filter((name = '') => !(name in dependencies))).toEqual([]);
  });

  test('brings a TypeScript that can read them: the one inside Pulumi is 3.8', () => {
    expect(dependencies).toMatchObject({
      typescript: devDependencies.typescript,
      'ts-node': devDependencies['ts-node'],
    });
  });

  test.each(['@pulumi/pulumi', '@pulumi/kubernetes'])(
    'asks for the %s that the tests run it with, or a newer one',
    (name) => {
      expect(dependencies[name]).toBe(`^${devDependencies[name]}`);
    },
  );

  test('asks for the regcred that it is part of', () => {
    expect(dependencies.regcred).toBe(`^${version}`);
  });
});
