import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImageReference } from '../../src/image';

const SHA256 = `sha256:${'a1b2c3d4'.repeat(8)}`;

test.each([
  // image, registry, repository, effective tag
  ['nginx', 'docker.io', 'library/nginx', 'latest'],
  ['nginx:1.27', 'docker.io', 'library/nginx', '1.27'],
  ['acme/app', 'docker.io', 'acme/app', 'latest'],
  ['docker.io/nginx', 'docker.io', 'library/nginx', 'latest'],
  ['index.docker.io/nginx', 'docker.io', 'library/nginx', 'latest'],
  ['index.docker.io/acme/app', 'docker.io', 'acme/app', 'latest'],
  ['ghcr.io/acme/app:v1', 'ghcr.io', 'acme/app', 'v1'],
  ['ghcr.io/app', 'ghcr.io', 'app', 'latest'],
  ['localhost/app', 'localhost', 'app', 'latest'],
  ['localhost:5000/app', 'localhost:5000', 'app', 'latest'],
  ['localhost:5000', 'docker.io', 'library/localhost', '5000'],
  ['[::1]:5000/app', '[::1]:5000', 'app', 'latest'],
  ['GHCR.io/app', 'GHCR.io', 'app', 'latest'],
  ['Acme/app', 'Acme', 'app', 'latest'],
  [`nginx@${SHA256}`, 'docker.io', 'library/nginx', undefined],
  [`nginx:1.27@${SHA256}`, 'docker.io', 'library/nginx', '1.27'],
  // a dot makes it look like a host, the underscore makes it none
  ['x_y.io/app', '', 'x_y.io/app', 'latest'],
])('%s: registry %j, repository %s, pulls tag %s', (image, registry, repository, effectiveTag) => {
  const reference = ImageReference.parse(image);
  expect(reference).toMatchObject({ registry, repository, effectiveTag });
});

test.each([
  // image, canonical name, familiar name
  ['docker.io/library/nginx', 'docker.io/library/nginx:latest', 'nginx'],
  ['docker.io/library/a/b', 'docker.io/library/a/b:latest', 'library/a/b'],
  ['docker.io/acme/app:1', 'docker.io/acme/app:1', 'acme/app:1'],
  ['ghcr.io/library/app', 'ghcr.io/library/app:latest', 'ghcr.io/library/app'],
  [`nginx@${SHA256}`, `docker.io/library/nginx@${SHA256}`, `nginx@${SHA256}`],
  [`nginx:1@${SHA256}`, `docker.io/library/nginx:1@${SHA256}`, `nginx:1@${SHA256}`],
])('%s is %s in full and %s to Docker', (image, canonicalName, familiarName) => {
  const reference = ImageReference.parse(image);
  expect(reference).toMatchObject({ canonicalName, familiarName });
  expect(`${reference}`).toBe(canonicalName);
});

test('what is not written is undefined, and only a digest pins', () => {
  expect(ImageReference.parse('nginx')).toMatchObject({ tag: undefined, digest: undefined, isPinned: false });
  expect(ImageReference.parse('nginx:1')).toMatchObject({ tag: '1', digest: undefined, isPinned: false });
  expect(ImageReference.parse(`nginx@${SHA256}`)).toMatchObject({ tag: undefined, digest: SHA256, isPinned: true });
});

interface Answer {
  readonly input: string;
  readonly error?: string;
}

describe('agrees with distribution/reference v0.6.0 and with the kubelet', () => {
  const answers = readFileSync(join(__dirname, '..', 'oracle', 'references.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): Answer => JSON.parse(line));

  test('on every name that they take', () => {
    const taken = answers.filter((answer) => answer.error === undefined);
    expect(taken).toHaveLength(1644);
    for (const answer of taken) expect(asAnswered(ImageReference.parse(answer.input), answer.input)).toEqual(answer);
  });

  test('on every name that they refuse', () => {
    const refused = answers.filter((answer) => answer.error !== undefined);
    expect(refused).toHaveLength(4545);
    expect(refused.map((answer) => answer.input).filter(isTaken)).toEqual([]);
  });
});

function asAnswered(reference: ImageReference, input: string) {
  const { registry, repository, name, canonicalName: normalized, familiarName: familiar } = reference;
  const [tag, digest] = [reference.tag ?? null, reference.digest ?? null];
  const kubelet = { pulls: name, tag: reference.effectiveTag ?? null, digest };
  return { input, registry, repository, tag, digest, normalized, familiar, kubelet };
}

function isTaken(image: string): boolean {
  try {
    ImageReference.parse(image);
    return true;
  } catch {
    return false;
  }
}
