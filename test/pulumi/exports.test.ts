import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createSourceFile,
  isClassDeclaration,
  isInterfaceDeclaration,
  isPropertyDeclaration,
  isPropertySignature,
  ScriptTarget,
} from 'typescript';
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

/** The members of an interface or a class of a file, without methods and internals. */
function membersOf(file: string, name: string): string[] {
  const path = join(__dirname, '..', '..', 'src', file);
  const source = createSourceFile(path, readFileSync(path, 'utf8'), ScriptTarget.ES2022, true);
  const found = source.statements.find(
    (statement) =>
      (isInterfaceDeclaration(statement) || isClassDeclaration(statement)) && statement.name?.text === name,
  );
  const members = found && (isInterfaceDeclaration(found) || isClassDeclaration(found)) ? [...found.members] : [];
  const properties = members.filter((member) => isPropertySignature(member) || isPropertyDeclaration(member));
  return properties.map((member) => member.name.getText()).filter((member) => /^[a-z]/.test(member));
}

test.each([
  ['private-registry-access.ts', 'PrivateRegistryAccessProps', 'PrivateRegistryAccessArgs'],
  ['private-registry-access.ts', 'PrivateRegistryAccess', 'PrivateRegistryAccess'],
  ['workload-identity.ts', 'WorkloadIdentityProps', 'WorkloadIdentityArgs'],
])('%s: what %s has in cdk8s, %s has in Pulumi', (file, ours, theirs) => {
  const members = membersOf(join('cdk8s', file), ours);
  expect(members.length).toBeGreaterThan(2);
  expect(membersOf(join('pulumi', file), theirs)).toEqual(expect.arrayContaining(members));
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
