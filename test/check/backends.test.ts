import { checkManifests } from '../../src/check';
import type { KubernetesObject } from '../../src/kubernetes';
import { readManifests } from '../../src/manifest';
import { planSecretReaders, SecretReader } from '../../src/plan';
import { coversOf, documentsOf, yamlOf } from '../plan/backends/documents';
import { CLUSTER_SIDE } from '../plan/backends/examples';

/** An image that a login for a server key is for. */
function imageOf(serverKey: string): string {
  if (serverKey === 'https://index.docker.io/v1/') return 'docker.io/acme/app:1';
  return `${serverKey.replace(/\/$/, '')}/some/repository/app:1`;
}

function pod(image: string): object {
  const name = image.replace(/\W/g, '-');
  const spec = {
    imagePullSecrets: [{ name: 'regcred' }, { name: 'registries' }],
    containers: [{ name: 'app', image }],
  };
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: 'app1-ns' }, spec };
}

const check = (...documents: object[]) =>
  checkManifests(readManifests(yamlOf(...documents), { file: 'manifests.yaml' }).documents);

test.each(Object.entries(CLUSTER_SIDE))('%s: taken to hold what it covers, and nothing else', (_name, secret) => {
  const documents = documentsOf(secret());
  const covered = documents.flatMap((document) => coversOf(document) ?? []).map(imageOf);
  const { images } = check(...documents, ...covered.map(pod), pod('private.example.com/app:1'));
  expect(images.map(({ image, verdict }) => [image, verdict])).toEqual([
    ...covered.map((image) => [image, 'opaque']),
    ['private.example.com/app:1', 'missing'],
  ]);
  for (const image of covered) {
    const why = images.find((verdict) => verdict.image === image)?.why;
    expect(why).toMatch(/'(?:regcred|registries)'/);
  }
});

describe('who may read pull secrets', () => {
  const readers = (): KubernetesObject[] =>
    planSecretReaders({
      name: 'readers',
      namespaces: ['shop'],
      secrets: ['regcred'],
      readers: [SecretReader.serviceAccount('image-updater')],
    });
  const broad = (...documents: object[]) =>
    check(...documents).findings.filter(({ rule }) => rule === 'broad-secret-access');

  test('the named subjects of the named Secrets are no finding', () => {
    expect(broad(...readers())).toEqual([]);
  });

  test.each([{ resourceNames: undefined }, { resourceNames: [] }])('anything wider is: %j', (wider) => {
    const [role, binding] = readers() as [KubernetesObject, KubernetesObject];
    const [rule] = role.rules as object[];
    const rules = [JSON.parse(JSON.stringify({ ...rule, ...wider }))];
    expect(broad({ ...role, rules }, binding)).toEqual([expect.objectContaining({ kind: 'Role', name: 'readers' })]);
  });
});
