import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImageReference } from '../src/image';
import { atLeast, type BenchTable } from './table';

const ROUNDS = 7;
const PARSES_A_ROUND = 150_000;
const LEAST_PARSES_A_SECOND = 1_000_000;

const DIGEST = `sha256:${'a1b2c3d4'.repeat(8)}`;
const ORDINARY_NAMES = [
  'nginx',
  'nginx:1.27',
  'postgres:17.2-alpine',
  'acme/app:v2.3.1',
  'docker.io/cloudwithvarjosh/app1:1.0.0',
  'ghcr.io/acme/team/app:sha-4f2a9c1',
  'quay.io/prometheus/node-exporter:v1.8.2',
  '111122223333.dkr.ecr.eu-west-1.amazonaws.com/payments/api:2026-01-31',
  'europe-docker.pkg.dev/acme/images/app:latest',
  'localhost:5000/app:dev',
  `registry.k8s.io/pause:3.10@${DIGEST}`,
  `ghcr.io/acme/app@${DIGEST}`,
];

/** The canonical name; throws, or gives nothing, where the name is refused. */
type Canonical = (image: string) => string | undefined;

interface Contender {
  readonly name: string;
  readonly parse: (image: string) => unknown;
  readonly canonical: Canonical;
}

interface DockerReference {
  readonly tag?: string;
  readonly digest?: string;
  toString(): string;
}

const {
  parseFamiliarName,
}: { parseFamiliarName(image: string): DockerReference } = require('@swimlane/docker-reference');
const dockerParseImage: (
  image: string,
) => { registry: string | null; fullname: string } | null = require('docker-parse-image');

const REGCRED: Contender = {
  name: 'regcred',
  parse: (image) => ImageReference.parse(image),
  canonical: (image) => ImageReference.parse(image).canonicalName,
};

const CONTENDERS: Contender[] = [
  REGCRED,
  {
    name: '@swimlane/docker-reference',
    parse: parseFamiliarName,
    canonical: (image) => {
      const reference = parseFamiliarName(image);
      return reference.tag || reference.digest ? reference.toString() : `${reference}:latest`;
    },
  },
  {
    name: 'docker-parse-image',
    parse: dockerParseImage,
    canonical: (image) => {
      const parsed = dockerParseImage(image);
      if (parsed === null) return undefined;
      return parsed.registry === null ? `docker.io/${parsed.fullname}` : parsed.fullname;
    },
  },
];

/** Parses of ordinary image names in a second of CPU, and how often the answer is the kubelet's, against npm's alternatives. */
export function imageBench(): BenchTable {
  const fastest = new Map(CONTENDERS.map(({ name }) => [name, 0]));
  for (let round = 0; round < ROUNDS; round++) {
    // one after the other in each round, so that a busy machine slows all of them
    for (const { name, parse } of CONTENDERS) fastest.set(name, Math.max(fastest.get(name) ?? 0, parsesASecond(parse)));
  }
  const measured = fastest.get(REGCRED.name) ?? 0;
  const vectors = readVectors();
  return {
    title: 'Parsing image names',
    columns: ['parser', 'names/s of CPU', 'time, regcred = 1', "the kubelet's answer"],
    rows: CONTENDERS.map(({ name, canonical }) => {
      const speed = fastest.get(name) ?? 0;
      const right = vectors.filter(({ input, normalized }) => answerOf(canonical, input) === normalized).length;
      return [
        name,
        Math.round(speed).toLocaleString('en'),
        (measured / speed).toFixed(2),
        `${right} of ${vectors.length}`,
      ];
    }),
    gate: [atLeast(LEAST_PARSES_A_SECOND, 'image names parsed in a second, at least', Math.round(measured))],
  };
}

function parsesASecond(parse: (image: string) => unknown): number {
  // fresh strings: the engine remembers what a regexp said about the very string it saw last
  const images = Array.from({ length: PARSES_A_ROUND }, (_, index) => nameOf(index));
  const before = process.cpuUsage();
  let parsed = 0;
  for (const image of images) if (parse(image) !== undefined) parsed++;
  const { user, system } = process.cpuUsage(before);
  return parsed / ((user + system) / 1e6);
}

/** An ordinary name, with a tag of its own where it ends in one. */
function nameOf(index: number): string {
  const name = ORDINARY_NAMES[index % ORDINARY_NAMES.length] ?? '';
  return name.includes(':') && !name.includes('@') ? `${name}-${index}` : name;
}

function readVectors(): { input: string; normalized?: string }[] {
  const file = join(__dirname, '..', 'test', 'oracle', 'references.jsonl');
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function answerOf(canonical: Canonical, image: string): string | undefined {
  try {
    return canonical(image);
  } catch {
    return undefined;
  }
}
