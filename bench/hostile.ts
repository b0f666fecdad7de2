// Texts made to be slow to read: by which power of its length the cost of a text grows.
import { DockerConfig, ImageReference, Keyring, Registry } from 'regcred';
import { serverKeysOfTemplate } from '../src/check/model/template-keys';
import { attempt } from '../src/error';
import { parseLabelRequirements } from '../src/kubernetes';
import { splitDocuments } from '../src/manifest/split-documents';
import { cpu, fewestCpu } from './cpu';
import { atMost, type BenchTable } from './table';

const ROUNDS = 5;
/** How much longer the longer text is. */
const GROWTH = 8;
/** The shorter text is read as often as takes this. */
const LEAST_MILLISECONDS = 4;
/** A reader that is linear has 1, one that goes back for each character 2. */
const MAX_EXPONENT = 1.5;

interface Reader {
  readonly name: string;
  /** Characters of the shorter text. */
  readonly length: number;
  readonly pieces: readonly string[];
  readonly read: (text: string) => unknown;
}

const READERS: readonly Reader[] = [
  {
    name: 'image name',
    length: 500,
    pieces: ['a', 'a.', '/', 'a/', ':', '@', 'a-', '__'],
    read: (text) => attempt(() => ImageReference.parse(text)),
  },
  {
    name: 'server key',
    length: 5_000,
    pieces: ['a', 'a.', '/', 'a/', ':', '@', '*', '*.', '[', '%', ' ', 'a-'],
    read: (text) => attempt(() => Registry.custom(text)),
  },
  {
    name: 'key of a pull secret, against images',
    length: 1_000,
    pieces: ['*a', '*.', '%25', '[', ':', '@'],
    read: (text) => {
      const config = DockerConfig.parse(JSON.stringify({ auths: { [text]: { username: 'bot', password: 'x' } } }));
      return Keyring.of([config]).lookup('ghcr.io/acme/app');
    },
  },
  {
    name: 'label selector',
    length: 5_000,
    pieces: [' ', 'team in ', 'team=,', '('],
    read: (text) => parseLabelRequirements(`team${text}!`),
  },
  {
    name: 'Go template',
    length: 5_000,
    pieces: ['{{', '}}', '{{}}', '"', '"a', '"a.b', '{"', '".'],
    read: serverKeysOfTemplate,
  },
  {
    name: 'documents of a stream',
    length: 5_000,
    pieces: ['-', '---', '--- ', '...', '#\n', '---\n', '...\n#\n', '\uFEFF', '%\n'],
    read: (text) => [...splitDocuments(text)],
  },
];

/** How often something must be done to take long enough to be measured. */
function timesOf(work: () => unknown): number {
  for (let times = 1; ; times *= 2) {
    if (cpu(repeated(work, times)) >= LEAST_MILLISECONDS) return times;
  }
}

function repeated(work: () => unknown, times: number): () => void {
  return () => {
    for (let i = 0; i < times; i++) work();
  };
}

function measure({ length, read }: Reader, piece: string) {
  const reading = (size: number) => {
    const text = piece.repeat(size / piece.length);
    return () => read(text);
  };
  const [short, long] = [reading(length), reading(GROWTH * length)];
  const times = timesOf(short);
  const fewest = fewestCpu({ short: repeated(short, times), long: repeated(long, times) }, ROUNDS);
  const exponent = Math.log(fewest.long / fewest.short) / Math.log(GROWTH);
  return { piece, milliseconds: fewest.long / times, exponent };
}

/** The worst text of each reader. */
export function hostileBench(): BenchTable {
  const worst = READERS.map((reader) => {
    const measured = reader.pieces.map((piece) => measure(reader, piece));
    return { reader, ...measured.reduce((a, b) => (b.exponent > a.exponent ? b : a)) };
  });
  const exponent = Math.max(...worst.map((it) => it.exponent));
  return {
    title: 'Hostile texts',
    columns: ['reader', 'characters', 'worst piece', 'ms', 'exponent'],
    rows: worst.map(({ reader, piece, milliseconds, exponent: its }) => [
      reader.name,
      (GROWTH * reader.length).toLocaleString('en'),
      JSON.stringify(piece),
      milliseconds.toFixed(3),
      its.toFixed(2),
    ]),
    gate: [atMost(MAX_EXPONENT, 'exponent of the cost of a hostile text, at most', exponent)],
  };
}
