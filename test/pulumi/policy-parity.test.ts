import type { StackValidationArgs } from '@pulumi/policy';
import { brokenExamples } from '../../scripts/findings-docs';
import { type ManifestObject, readManifests } from '../../src/manifest';
import { pullCheckPolicies } from '../../src/pulumi/policy';
import { runCli } from '../cli/run-cli';
import { temporaryFolder } from '../cli/temporary-folder';
import { typeTokenOf } from '../pulumi-engine/plugins/render';

/** What both say of a finding. */
interface Finding {
  readonly rule: string;
  readonly path: string;
  readonly message: string;
  readonly fix: string;
}

/** What `regcred check` reports of objects, each in a file of its own: a stack has no order of lines. */
async function checked(objects: readonly ManifestObject[], flags: readonly string[]): Promise<Finding[]> {
  const files = objects.map((object, i) => [`${String(i).padStart(3, '0')}.json`, JSON.stringify(object)] as const);
  const cwd = temporaryFolder(Object.fromEntries(files));
  const { stdout } = await runCli(['check', '.', '--format', 'json', ...flags], { cwd });
  return JSON.parse(stdout).findings;
}

/** What the policies report of the same objects, as resources of a stack. */
function reported(objects: readonly ManifestObject[], options: object): string[] {
  const resources = objects.map((object, i) => ({ type: typeTokenOf(object), urn: `urn:${i}`, props: object }));
  const lines: string[] = [];
  for (const { validateStack } of pullCheckPolicies(options)) {
    void validateStack({ resources } as unknown as StackValidationArgs, (message) => lines.push(message));
  }
  return lines.sort();
}

test.each(brokenExamples().map((example) => [example.rule, example] as const))(
  '%s: the policies report what `regcred check` reports',
  async (_, { text, kubernetesVersion }) => {
    const objects = readManifests(text, { file: 'example' }).documents.map(({ object }) => object);
    const findings = await checked(objects, kubernetesVersion ? ['--kubernetes-version', kubernetesVersion] : []);
    expect(findings.length).toBeGreaterThan(0);
    // but for one: Pulumi encrypts what stands in clear in a manifest
    const shared = findings.filter(({ rule }) => rule !== 'plaintext-credential');
    const lines = shared.map(({ rule, path, message, fix }) => `${rule}: ${path}: ${message}; ${fix}`);
    expect(reported(objects, { kubernetesVersion })).toEqual(lines.sort());
  },
);
