/**
 * Compares ImageReference with Kubernetes' own parser on generated names. Run by hand, where the oracle is built:
 *
 *     node -r ./scripts/typescript.js test/oracle/compare-references.ts ORACLE [COUNT] [SEED]
 *
 * ORACLE answers JSON lines `{"op":"reference","s":…}`. Exit 1 where the two disagree.
 */
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { ImageReference } from '../../src/image';
import { arbitraryImage } from '../image/arbitrary-image';

interface OracleAnswer {
  readonly error: string | null;
  readonly domain: string;
  readonly path: string;
  readonly tag: string;
  readonly digest: string;
  readonly normalized: string;
  readonly familiar: string;
  readonly kubelet: { readonly repo: string; readonly tag: string; readonly digest: string };
}

const BATCH = 20_000;

function theirs(answer: OracleAnswer): string {
  if (answer.error !== null) return 'refused';
  const { domain, path, tag, digest, normalized, familiar, kubelet } = answer;
  return JSON.stringify([domain, path, tag, digest, normalized, familiar, kubelet.repo, kubelet.tag, kubelet.digest]);
}

function ours(image: string): string {
  try {
    const it = ImageReference.parse(image);
    const [tag, effectiveTag, digest] = [it.tag ?? '', it.effectiveTag ?? '', it.digest ?? ''];
    const written = [it.registry, it.repository, tag, digest, it.canonicalName, it.familiarName];
    return JSON.stringify([...written, it.name, effectiveTag, digest]);
  } catch (error) {
    if (error instanceof Error && error.name === 'RegcredError') return 'refused';
    throw error;
  }
}

function ask(oracle: string, images: string[]): OracleAnswer[] {
  const input = images.map((s) => JSON.stringify({ op: 'reference', s })).join('\n');
  const { stdout, status } = spawnSync(oracle, { input, encoding: 'utf8', maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(`the oracle ended with ${status}`);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line): OracleAnswer => JSON.parse(line));
}

function main(oracle: string, count: number, seed: number): number {
  let [asked, accepted, wrong] = [0, 0, 0];
  while (asked < count) {
    const images = fc.sample(arbitraryImage, { numRuns: BATCH, seed: seed + asked });
    ask(oracle, images).forEach((answer, index) => {
      const image = images[index] ?? '';
      const [expected, got] = [theirs(answer), ours(image)];
      if (expected !== 'refused') accepted++;
      if (expected === got) return;
      wrong++;
      console.error(JSON.stringify({ image, expected, got }));
    });
    asked += images.length;
  }
  console.log(`${asked} compared, ${accepted} of them accepted, ${wrong} disagreements`);
  return wrong === 0 ? 0 : 1;
}

const [oracle, count = '200000', seed = '1'] = process.argv.slice(2);
if (oracle === undefined) throw new Error('usage: compare-references.ts ORACLE [COUNT] [SEED]');
process.exitCode = main(oracle, Number(count), Number(seed));
