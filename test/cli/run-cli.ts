import { run } from '../../src/cli/run';

export interface CliRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliSetting {
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Whether standard output and standard error are terminals. */
  readonly tty?: boolean;
  readonly now?: () => number;
}

/** Runs a command line in this process. */
export async function runCli(argv: readonly string[], setting: CliSetting = {}): Promise<CliRun> {
  const { stdin = '', env = {}, cwd = process.cwd(), tty = false, now = () => 0 } = setting;
  const written = { stdout: '', stderr: '' };
  const output = (stream: keyof typeof written) => ({
    isTTY: tty,
    write: (text: string) => {
      written[stream] += text;
    },
  });
  const input = {
    async *[Symbol.asyncIterator]() {
      yield stdin;
    },
  };
  const code = await run(argv, { stdin: input, stdout: output('stdout'), stderr: output('stderr'), env, cwd, now });
  return { code, ...written };
}
