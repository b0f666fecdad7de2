import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** The credentials that examples and docs log in with; none of them opens a registry. */
export const DEMO_CREDENTIALS: Readonly<Record<string, string>> = Object.fromEntries(
  readFileSync(join(ROOT, 'examples', 'credentials.env'), 'utf8')
    .split('\n')
    .map((line) => /^([A-Z_]+)=(.*)$/.exec(line))
    .filter((match) => match !== null)
    .map(([, name, value]) => [name, value]),
);

/** Runs a cdk8s program as `cdk8s synth` would, and gives what it wrote: file name to text. */
export function synthesise(program: string): Record<string, string> {
  const outdir = mkdtempSync(join(tmpdir(), 'regcred-'));
  const before = { ...process.env };
  Object.assign(process.env, DEMO_CREDENTIALS, { CDK8S_OUTDIR: outdir });
  try {
    jest.isolateModules(() => require(program));
  } finally {
    process.env = before;
  }
  return Object.fromEntries(readdirSync(outdir).map((file) => [file, readFileSync(join(outdir, file), 'utf8')]));
}

/** Runs a program that prints, and gives what it printed. */
export function printed(program: string): string {
  const log = jest.spyOn(console, 'log').mockImplementation();
  try {
    jest.isolateModules(() => require(program));
    return log.mock.calls.flat().join('\n');
  } finally {
    log.mockRestore();
  }
}
