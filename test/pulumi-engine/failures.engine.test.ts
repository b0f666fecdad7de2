import { join } from 'node:path';
import { describeEngine } from './harness/describe-engine';
import { Sandbox } from './harness/sandbox';

describeEngine('what fails says what to do, and shows no password', () => {
  let sandbox: Sandbox;
  let program: string;
  beforeAll(async () => {
    sandbox = Sandbox.create(['payments']);
    for (const account of ['default', 'app']) {
      const metadata = { name: account, namespace: 'payments' };
      const foreign = { apiVersion: 'v1', kind: 'ServiceAccount', metadata, imagePullSecrets: [{ name: 'theirs' }] };
      sandbox.cluster.apply(foreign, 'kubectl', false);
    }
    program = sandbox.copyProgram(join(__dirname, 'fixtures', 'failures'));
    await sandbox.cli(program, 'stack', 'init', 'dev');
  });
  afterAll(() => sandbox.dispose());

  /** What the CLI prints for a case of the program, as one line. */
  async function failureOf(name: string, ...command: readonly string[]): Promise<string> {
    const { code, output } = await sandbox.cli(program, ...command, '--config', `case=${name}`);
    expect(code).not.toBe(0);
    expect(output).not.toContain('hunter2-PW');
    return output.replace(/\s+/g, ' ');
  }

  test.each([
    [
      'password-undefined',
      "login to 'ghcr.io': password must be a string: got undefined; set the variable or the output",
    ],
    ['password-empty', "login to 'ghcr.io': password is empty"],
    ['password-newline', "login to 'ghcr.io': password ends in a newline, which would be sent as a part of it"],
    ['namespace-no-label', "got 'My_Team', write 'my-team'"],
    [
      'username-secret',
      "username for Google Container Registry must be another one: got a secret (not shown), write '_json",
    ],
    ['username-colon', 'which ends the user name when it is sent: got a secret (not shown)'],
    ['namespace-undefined', 'a namespace that is known later must be a name: got undefined'],
    ['namespace-twice', "the namespace 'payments' is listed in two ways: list each once"],
    ['secret-twice', "Secret 'regcred' in namespace 'payments' is made by 'pull' already"],
    ['namespace-two-ways', 'two components name the namespace in two ways: pass the Namespace resource itself'],
    ['no-server-side-apply', 'which is turned off here: give its provider enableServerSideApply: true'],
    ['cluster-too-old', 'needs Kubernetes 1.34'],
    ['empty-reference', "got {} in imagePullSecrets, write { name: 'regcred' } or leave it out"],
  ])('at preview: %s', async (name, message) => {
    expect(await failureOf(name, 'preview')).toContain(message);
  });

  test.each([
    ['namespace-missing', 'pass the Namespace resource itself in namespaces, or set createNamespaces: true'],
    [
      'account-exists',
      'bind it with ServiceAccountBinding.patch instead of create (a WorkloadIdentity: with createServiceAccount: false), or take it over with `pulumi import`',
    ],
    ['list-of-others', "set onConflict: 'replace'"],
  ])('at up: %s', async (name, message) => {
    expect(await failureOf(name, 'up', '--yes', '--skip-preview')).toContain(message);
  });
});
