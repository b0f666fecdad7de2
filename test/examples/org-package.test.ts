import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Chart, Testing } from 'cdk8s';
import type { Construct } from 'constructs';
import type { PrivateRegistryAccess } from '../../src';
import { runCli } from '../cli/run-cli';
import { DEMO_CREDENTIALS, synthesise } from './example-runner';

const FOLDER = join(__dirname, '..', '..', 'examples', 'org-package');

/** The package is checked with the examples, where `regcred` means the sources. */
interface Platform {
  readonly AcmeTeamChart: new (scope: Construct, team: string) => Chart & { readonly access: PrivateRegistryAccess };
  readonly AcmeGuardrails: new (scope: Construct) => Chart;
}

const { AcmeGuardrails, AcmeTeamChart }: Platform = jest.requireActual(join(FOLDER, 'platform'));
const packageOf = (name: string) => JSON.parse(readFileSync(join(FOLDER, name, 'package.json'), 'utf8'));
const shop = synthesise(join(FOLDER, 'shop', 'main.ts'));

describe("the platform team's package", () => {
  const before = { ...process.env };
  beforeAll(() => Object.assign(process.env, DEMO_CREDENTIALS));
  afterAll(() => {
    process.env = before;
  });

  test('a team is an entry of regcred.yaml', () => {
    const { access } = new AcmeTeamChart(Testing.app(), 'search');
    expect(access.helmValues.references).toEqual([{ name: 'acme-registries' }]);
    expect(() => new AcmeTeamChart(Testing.app(), 'serch')).toThrow("it has no 'serch', did you mean 'search'?");
  });

  test('the guardrails warn; whoever enforces them raises the major version', () => {
    const documents = Testing.synth(new AcmeGuardrails(Testing.app()));
    const binding = documents.find(({ kind }) => kind === 'ValidatingAdmissionPolicyBinding');
    expect(binding.spec.validationActions).toEqual(['Warn', 'Audit']);
    expect(packageOf('platform').version).toMatch(/^2\./);
  });
});

describe("a team's package that uses it", () => {
  test('asks for a version that there is', () => {
    const [, major] = /^\^(\d+)\./.exec(packageOf('shop').dependencies['@acme/platform']) ?? [];
    expect(packageOf('platform').version.split('.')[0]).toBe(major);
  });

  test('gets two namespaces with everything in them', () => {
    expect(shop).toMatchSnapshot();
  });

  test('whose images are all pulled, by the rules of the same regcred.yaml', async () => {
    const config = ['--config', join(FOLDER, 'platform', 'regcred.yaml')];
    const { code, stdout } = await runCli(['check', '-', ...config, '--format', 'json'], {
      stdin: Object.values(shop).join('---\n'),
    });
    const report = JSON.parse(stdout);
    expect(report.images.map(({ verdict }: { verdict: string }) => verdict)).toEqual(['credential', 'credential']);
    expect(code).toBe(0);
  });
});
