// `npm run quickstart`: synthesises the examples, shows the lecture's manifests, and says what each namespace got.
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { checkManifests } from '../src/check';
import { readManifests } from '../src/manifest';
import { formatText } from '../src/report';
import { namespaceSummary } from './namespace-summary';

const ROOT = join(__dirname, '..');
const OUTPUT = join(ROOT, 'dist', 'quickstart');
/** Printed whole; of the others the summary says enough. */
const PRINTED = ['demo-1-pod', 'demo-2-default-service-account', 'demo-3-custom-service-account'];
const EXAMPLES = [...PRINTED, 'org-template'];

useDemoCredentials();
rmSync(OUTPUT, { recursive: true, force: true });
for (const example of EXAMPLES) {
  const outdir = join(OUTPUT, example);
  mkdirSync(outdir, { recursive: true });
  process.env.CDK8S_OUTDIR = outdir;
  require(join(ROOT, 'examples', example, 'main.ts'));

  const files = readdirSync(outdir).map((file) => join(outdir, file));
  const documents = files.flatMap((file) => readManifests(readFileSync(file, 'utf8'), { file }).documents);
  for (const file of files) {
    console.log(`# ${relative(ROOT, file)}`);
    if (PRINTED.includes(example)) console.log(readFileSync(file, 'utf8'));
  }
  console.log(namespaceSummary(documents.map(({ object }) => object)));
  console.log(formatText({ ...checkManifests(documents), findings: [] }));
}
console.log('Every finding:   bin/regcred check dist/quickstart');
console.log('Apply a demo:    kubectl apply --server-side -n default -f dist/quickstart/demo-1-pod');

/** The lecture's own names and its placeholder for a password, where the environment names no others. */
function useDemoCredentials(): void {
  for (const line of readFileSync(join(ROOT, 'examples', 'credentials.env'), 'utf8').split('\n')) {
    const [, name, value] = /^([A-Z_]+)=(.*)$/.exec(line) ?? [];
    if (name !== undefined) process.env[name] ??= value;
  }
}
