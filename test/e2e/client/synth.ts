import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { Chart, Testing } from 'cdk8s';

import { settings } from '../harness/settings';

/** What a chart of one's own comes to, as `kubectl apply` takes it. */
export function synth(build: (chart: Chart) => void): object[] {
  const chart = new Chart(Testing.app(), 'chart');
  build(chart);
  return Testing.synth(chart) as object[];
}

const examples = new Map<string, Promise<string>>();

/** Runs an example of this repository as its reader would, and returns the YAML that it writes; once for each example. */
export function synthExample(name: string, credentials: Readonly<Record<string, string>>): Promise<string> {
  const known = examples.get(name) ?? runExample(name, credentials);
  examples.set(name, known);
  return known;
}

async function runExample(name: string, credentials: Readonly<Record<string, string>>): Promise<string> {
  const outdir = mkdtempSync(join(tmpdir(), 'regcred-e2e-'));
  try {
    const program = join(settings.repository, 'examples', name, 'main.ts');
    const environment = { ...process.env, ...credentials, CDK8S_OUTDIR: outdir };
    const loader = join(settings.repository, 'scripts', 'typescript.js');
    await promisify(execFile)(process.execPath, ['-r', loader, program], { env: environment });
    return readdirSync(outdir)
      .map((file) => readFileSync(join(outdir, file), 'utf8'))
      .join('\n---\n');
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
