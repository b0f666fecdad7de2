import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One login that kubectl was given, and what it printed. */
export interface KubectlLogin {
  readonly name: string;
  readonly server: string;
  readonly username: string;
  readonly password: string;
  readonly email?: string;
  /** Options that regcred has under the same name. */
  readonly more: readonly string[];
  readonly stdout: string;
}

const FILE = join(__dirname, '..', '..', 'oracle', 'kubectl.jsonl');
const DEFAULT_SERVER = 'https://index.docker.io/v1/';

/** The lines of test/oracle/kubectl.jsonl that are a login. */
export function kubectlLogins(): readonly KubectlLogin[] {
  const lines = readFileSync(FILE, 'utf8').trim().split('\n');
  return (
    lines
      .map((line) => JSON.parse(line) as { name: string; args: string[]; exit: number; stdout: string })
      // no registry could get that password as it is, and regcred says so
      .filter(({ name }) => name !== 'control characters')
      .filter(({ args, exit }) => exit === 0 && !args.some((arg) => arg.startsWith('--from-file=')))
      .map(({ args, stdout }) => {
        const flag = (name: string) => args.find((arg) => arg.startsWith(`--docker-${name}=`))?.slice(name.length + 10);
        const [, , , name = '', ...options] = args;
        return {
          name,
          server: flag('server') ?? DEFAULT_SERVER,
          username: flag('username') ?? '',
          password: flag('password') ?? '',
          email: flag('email'),
          more: options.filter((option) => !option.startsWith('--docker-')),
          stdout,
        };
      })
  );
}
