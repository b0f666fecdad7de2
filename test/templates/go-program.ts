import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A question to the program: a template and where its values come from, or a ciphertext and how it is opened. */
export type Question =
  | {
      readonly engine: 'external-secrets' | 'vault-secrets';
      readonly template: string;
      readonly sources: readonly Source[];
    }
  | {
      readonly engine: 'sealed-secrets';
      readonly ciphertext: string;
      readonly label: string;
      readonly key: string;
    };

export interface Source {
  readonly values: Readonly<Record<string, string>>;
  readonly rewrite?: { readonly source: string; readonly target: string };
}

export interface Answer {
  readonly text: string;
  readonly error: string;
}

/** Why the Go program cannot be run here; nothing where it can. */
export function whyNot(): string | undefined {
  if (spawnSync('go', ['version']).error) return 'there is no Go in the search path';
  const download = spawnSync('go', ['mod', 'download'], { cwd: __dirname, encoding: 'utf8' });
  return download.status === 0 ? undefined : `its modules cannot be had: ${download.stderr.trim()}`;
}

/** Builds the program; what it gives asks it all questions at once. */
export function buildProgram(): (questions: readonly Question[]) => Answer[] {
  const program = join(mkdtempSync(join(tmpdir(), 'regcred-templates-')), 'templates');
  run('go', ['build', '-o', program, '.'], '');
  return (questions) => {
    const lines = run(program, [], questions.map((question) => JSON.stringify(question)).join('\n'));
    return lines
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  };
}

function run(command: string, args: string[], input: string): string {
  const options = { cwd: __dirname, input, encoding: 'utf8', maxBuffer: 2 ** 28 } as const;
  const { status, stdout, stderr, error } = spawnSync(command, args, options);
  if (status !== 0) throw error ?? new Error(stderr);
  return stdout;
}
