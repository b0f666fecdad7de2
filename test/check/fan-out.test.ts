import { Testing } from 'cdk8s';
import {
  FanOutEngine,
  type NamespaceFanOutProps,
  PodBinding,
  PullSecret,
  Registry,
  RemoteCredentials,
  SecretStore,
  ServiceAccountBinding,
} from '../../src';
import type { CheckOptions } from '../../src/check';
import { fanOut } from '../fan-out/fan-out-documents';
import { check, pod } from './objects';

const namespace = (name: string, team: string) => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, labels: { 'acme.com/team': team } },
});

/** What a fan-out to the namespaces of the team shop makes of four pods: with a list of their own and without one, there and elsewhere. */
function verdictsOf(props: Partial<NamespaceFanOutProps>, options?: CheckOptions): Record<string, string> {
  const pods = ['shop', 'search'].flatMap((name) => [
    pod({ name: 'listing', namespace: name, secrets: ['regcred'] }),
    pod({ name: 'silent', namespace: name }),
  ]);
  const objects = [...Testing.synth(fanOut(props)), namespace('shop', 'shop'), namespace('search', 'search'), ...pods];
  const images = check(objects, options).images;
  return Object.fromEntries(images.map((image) => [`${image.namespace}/${image.name}`, image.verdict]));
}

const copied = {
  'shop/listing': 'opaque',
  'shop/silent': 'opaque',
  'search/listing': 'missing',
  'search/silent': 'missing',
};

test.each([
  ['the External Secrets Operator', FanOutEngine.externalSecrets()],
  ['Kyverno', FanOutEngine.kyverno()],
  ['the reflector', FanOutEngine.reflector()],
  ['the replicator', FanOutEngine.replicator()],
])('%s copies into the namespaces of the selector, and pods there are bound', (_name, engine) => {
  expect(verdictsOf({ engine })).toEqual(copied);
});

test('a source that is itself made in the cluster is copied by what its Secret will carry', () => {
  const store = SecretStore.cluster('vault');
  const logins = [Registry.ghcr().login(RemoteCredentials.fromStore({ key: 'ghcr' }))];
  const pullSecrets = [PullSecret.external({ store, logins })];
  expect(verdictsOf({ engine: FanOutEngine.reflector(), pullSecrets })).toEqual(copied);
});

test('either of the two binds pods', () => {
  for (const podBinding of [PodBinding.ADMISSION_POLICY, PodBinding.KYVERNO]) {
    expect(verdictsOf({ engine: FanOutEngine.replicator(), podBinding })).toEqual(copied);
  }
});

test('pods that nobody binds have what they list', () => {
  const engine = FanOutEngine.replicator();
  expect(verdictsOf({ engine, podBinding: PodBinding.NONE })).toEqual({ ...copied, 'shop/silent': 'missing' });
});

test('where something else brings the Secrets, only pods are bound', () => {
  const existingSecrets = [{ name: 'regcred', covers: ['ghcr.io'] }];
  expect(verdictsOf({ engine: FanOutEngine.none() }, { existingSecrets })).toEqual({
    ...copied,
    'search/listing': 'opaque',
  });
});

test('Kyverno binds service accounts too', () => {
  const engine = FanOutEngine.kyverno();
  const serviceAccounts = [ServiceAccountBinding.patchDefault()];
  expect(verdictsOf({ engine, serviceAccounts })).toEqual(copied);
});
