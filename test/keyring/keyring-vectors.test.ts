import { DockerConfig } from '../../src/credential';
import { RegcredError } from '../../src/error';
import { Keyring, normalizeServerKey } from '../../src/keyring';
import { readVectors } from '../oracle/read-vectors';

interface Vector {
  readonly configs: readonly unknown[];
  readonly image: string;
  readonly error?: string;
  readonly tried?: readonly Login[];
}

interface Login {
  readonly username: string;
  readonly password: string;
  readonly config: number;
}

const vectors = readVectors<Vector>('keyring.jsonl');

test('the kubelet answered all of them', () => {
  expect(vectors).toHaveLength(2000);
});

test('an image is tried with the logins that the kubelet tries, in its order', () => {
  const wrong = vectors
    .filter(({ tried }) => tried !== undefined)
    .filter((vector) => !sameTries(ours(vector), vector.tried));
  expect(wrong).toEqual([]);
});

test('a config that does not decode is refused in the words of the kubelet', () => {
  const malformed = vectors.filter(({ error }) => error !== undefined);
  expect(malformed.length).toBeGreaterThan(100);
  const wrong = malformed.filter((vector) => !ourError(vector)?.endsWith(`: ${vector.error}`));
  expect(wrong).toEqual([]);
});

function keyring(vector: Vector): Keyring {
  return Keyring.of(vector.configs.map((config) => DockerConfig.parse(JSON.stringify(config))));
}

function ours(vector: Vector): (Login & { group: string })[] {
  return keyring(vector)
    .lookup(vector.image)
    .map((match) => ({
      username: match.username,
      password: match.revealPassword(),
      config: match.configIndex,
      group: `${normalizeServerKey(match.serverKey)} ${match.configIndex}`,
    }));
}

function ourError(vector: Vector): string | undefined {
  try {
    keyring(vector).lookup(vector.image);
    return undefined;
  } catch (error) {
    if (error instanceof RegcredError) return error.message;
    throw error;
  }
}

/** Go walks the entries of one config in any order, so those with the same normalised key are compared as a set. */
function sameTries(ours: (Login & { group: string })[], theirs: readonly Login[] = []): boolean {
  if (ours.length !== theirs.length) return false;
  const groups = ours.map(({ group }) => group);
  const text = (logins: readonly Login[]) =>
    logins.map(({ username, password, config }, at) =>
      JSON.stringify([groups.indexOf(groups[at] ?? ''), username, password, config]),
    );
  return JSON.stringify(text(ours).sort()) === JSON.stringify(text(theirs).sort());
}
