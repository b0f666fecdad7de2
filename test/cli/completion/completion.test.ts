import { execFileSync } from 'node:child_process';
import { runCli } from '../run-cli';

async function script(shell: string): Promise<string> {
  const { code, stdout, stderr } = await runCli(['completion', shell]);
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
}

describe('bash, as bash completes', () => {
  test.each([
    ['regcred ', ['check', 'explain', 'secret', 'inject', 'identity', 'completion', 'help', '--help', '--version']],
    ['regcred ch', ['check']],
    ['regcred check --f', ['--format', '--fail-on']],
    ['regcred check --format s', ['sarif']],
    ['regcred check --fail-on ', ['error', 'warning', 'info']],
    ['regcred check k8s --out', ['--output']],
    ['regcred identity gcp', ['gcp-grants']],
    ['regcred identity irsa-trust --role', ['--role-arn', '--role']],
    ['regcred completion ', ['bash', 'zsh', 'fish']],
    ['regcred secret x -o ', ['yaml', 'json']],
    ['regcred help e', ['explain']],
    ['regcred check packa', ['package.json', 'package-lock.json']],
  ])('%j', async (line, words) => {
    const probe = `${await script('bash')}
COMP_WORDS=(${line.endsWith(' ') ? `${line}''` : line}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
_regcred; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const output = execFileSync('bash', ['--noprofile', '--norc', '-eu', '-c', probe], { encoding: 'utf8' });
    expect(output.trim().split('\n').sort()).toEqual([...words].sort());
  });
});

test('zsh and fish know every command and option', async () => {
  for (const shell of ['zsh', 'fish']) {
    const text = await script(shell);
    for (const word of ['check', 'explain', 'secret', 'inject', 'identity', 'completion']) expect(text).toContain(word);
    for (const option of ['fail-on', 'kubernetes-version', 'service-account', 'append-hash'])
      expect(text).toContain(option);
  }
});

test('another shell is an error', async () => {
  const { code, stderr } = await runCli(['completion', 'tcsh']);
  expect(code).toBe(2);
  expect(stderr).toContain('Allowed choices are bash, zsh, fish');
});
