import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { DEMO_CREDENTIALS, synthesise } from '../examples/example-runner';
import { describeUnless } from '../jest/describe-unless';
import { ROOT, VERSION } from './package';

const WHEEL = `regcred-${VERSION}-py3-none-any.whl`;
const folder = mkdtempSync(join(tmpdir(), 'python-'));
const python = join(folder, 'bin', 'python');
const env = { ...process.env, ...DEMO_CREDENTIALS, CDK8S_OUTDIR: join(folder, 'dist') };

function run(program: string, args: readonly string[], cwd = folder) {
  return spawnSync(program, args, { cwd, encoding: 'utf8', env });
}

/** Why there is no wheel here that a program could use; nothing where there is. */
function whyNot(): string | undefined {
  const steps: readonly [program: string, args: readonly string[], cwd?: string][] = [
    ['python3', ['-m', 'venv', folder]],
    [join(ROOT, 'node_modules', '.bin', 'jsii-pacmak'), ['--target', 'python'], ROOT],
    [python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', join(ROOT, 'dist', 'python', WHEEL)]],
  ];
  for (const [program, args, cwd] of steps) {
    const { status, error, stderr } = run(program, args, cwd);
    if (status !== 0) return `${program} ${args.slice(0, 3).join(' ')}: ${error?.message ?? stderr.trim()}`;
  }
  return undefined;
}

describeUnless(whyNot(), 'no Python package')('the wheel', () => {
  test('a program in Python writes what the same program in TypeScript writes', () => {
    const { status, stderr } = run(python, [join(ROOT, 'examples', 'python', 'main.py')]);
    if (status !== 0) throw new Error(stderr);
    const [file, ...others] = readdirSync(env.CDK8S_OUTDIR);
    expect(others).toEqual([]);
    const { [file as string]: expected } = synthesise(join(ROOT, 'examples', 'multi-registry', 'main.ts'));
    // cdk8s sorts the fields that do not come by patch
    expect(loadAll(readFileSync(join(env.CDK8S_OUTDIR, file as string), 'utf8'))).toEqual(loadAll(expected as string));
  });

  test('an error reaches Python with what was got, what to write instead, and no password', () => {
    const program = `
from cdk8s import App, Chart
from regcred import Credentials, PrivateRegistryAccess, PullSecret, Registry
login = Registry.ecr(account='111122223333', region='eu-west-1').login(
    Credentials.unsafe_plain_text(username='bot', password='hunter2-PW')
)
PrivateRegistryAccess(Chart(App(), 'c'), 'pull', namespaces=['a'], pull_secrets=[PullSecret.from_logins(logins=[login])])
`;
    const { stderr } = run(python, ['-c', program]);
    expect(stderr.split('\n').filter((line) => line.startsWith('RuntimeError'))).toMatchInlineSnapshot(`
[
  "RuntimeError: username for Amazon ECR must be another one: got 'bot', write 'AWS'",
]
`);
    expect(stderr).not.toContain('hunter2-PW');
  });
});
