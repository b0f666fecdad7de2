import type { ManifestObject } from '../../../src/manifest';
import { check, PUBLIC, pod, secret, verdicts } from '../objects';

const DOCKER_TYPE = 'kubernetes.io/dockerconfigjson';
const metadata = { name: 'regcred', namespace: 'app' };
const own = { secrets: ['regcred'] };
const verdict = (...objects: ManifestObject[]) => verdicts([...objects, pod(own)])[0];

const external = (target: object, fields: object = {}): ManifestObject => ({
  apiVersion: 'external-secrets.io/v1',
  kind: 'ExternalSecret',
  metadata,
  spec: { target },
  ...fields,
});
const template = (text: string) => ({ template: { type: DOCKER_TYPE, data: { '.dockerconfigjson': text } } });

describe('an ExternalSecret', () => {
  test.each<[string, object, string]>([
    ['covers the keys of its template', template('{"auths":{"ghcr.io":{"auth":"{{ .auth }}"}}}'), 'opaque'],
    ['covers no other', template('{"auths":{"quay.io":{"auth":"{{ .auth }}"}}}'), 'missing'],
    ['may compute its keys', template('{"auths":{"{{ .registry }}":{"auth":"{{ .auth }}"}}}'), 'opaque'],
    ['may write unquoted actions', template('{"auths":{"quay.io":{"password":{{ .p | toJson }} } } }'), 'missing'],
    [
      'may build the JSON with functions',
      template('{{ dict "auths" (dict "quay.io" (dict "auth" .auth)) | toJson }}'),
      'missing',
    ],
    [
      'may build it for this host',
      template('{{ $a := dict "ghcr.io/acme/" (dict "auth" .auth) }}{{ dict "auths" $a | toJson }}'),
      'opaque',
    ],
    ['without a template makes an Opaque Secret', {}, 'missing'],
    ['with a type and no keys says nothing', { template: { type: DOCKER_TYPE } }, 'opaque'],
    ['that merges leaves the type to another', { creationPolicy: 'Merge' }, 'opaque'],
    ['that creates nothing makes no Secret', { creationPolicy: 'None' }, 'missing'],
    ['may make a Secret of another name', { name: 'other', template: { type: DOCKER_TYPE } }, 'missing'],
  ])('%s', (_name, target, expected) => {
    expect(verdict(external(target))).toBe(expected);
  });

  test('says in an annotation what it covers', () => {
    const covers = (text: string) =>
      external(
        { template: { type: DOCKER_TYPE } },
        { metadata: { ...metadata, annotations: { 'regcred.dev/covers': text } } },
      );
    expect(verdict(covers('quay.io, ghcr.io/acme/'))).toBe('opaque');
    expect(verdict(covers('quay.io'))).toBe('missing');
  });

  test('is named in the verdict', () => {
    const [image] = check([external(template('{"auths":{"ghcr.io":{}}}')), pod(own)]).images;
    expect(image?.why).toBe("Secret 'regcred', made by ExternalSecret 'regcred', which says that it covers the image");
  });

  test('of an unknown content does not cover what is public', () => {
    expect(verdicts([external({ template: { type: DOCKER_TYPE } }), pod({ ...own, image: PUBLIC })])).toEqual([
      'anonymous',
    ]);
  });

  test('beside a Secret of its name: what can be read counts first', () => {
    expect(verdict(secret(['ghcr.io']), external({ creationPolicy: 'Merge' }))).toBe('credential');
    expect(verdict(secret('{}'), external({ creationPolicy: 'Merge' }))).toBe('opaque');
  });
});

describe('other makers', () => {
  const vault = (kind: string, destination: object): ManifestObject => ({
    apiVersion: 'secrets.hashicorp.com/v1beta1',
    kind,
    metadata: { name: 'vault', namespace: 'app' },
    spec: { destination },
  });
  test.each<[string, ManifestObject, string]>([
    [
      'a SealedSecret of the right type',
      { apiVersion: 'bitnami.com/v1alpha1', kind: 'SealedSecret', metadata, spec: { template: { type: DOCKER_TYPE } } },
      'opaque',
    ],
    [
      'a SealedSecret without a type',
      { apiVersion: 'bitnami.com/v1alpha1', kind: 'SealedSecret', metadata, spec: {} },
      'missing',
    ],
    ['a VaultStaticSecret', vault('VaultStaticSecret', { name: 'regcred', create: true, type: DOCKER_TYPE }), 'opaque'],
    ['a VaultStaticSecret without a type', vault('VaultStaticSecret', { name: 'regcred', create: true }), 'missing'],
    ['a VaultDynamicSecret into a Secret that is there', vault('VaultDynamicSecret', { name: 'regcred' }), 'opaque'],
    [
      'a VaultStaticSecret with a template',
      vault('VaultStaticSecret', {
        name: 'regcred',
        type: DOCKER_TYPE,
        transformation: { templates: { '.dockerconfigjson': { text: '{"auths":{"quay.io":{}}}' } } },
      }),
      'missing',
    ],
    [
      'a SecretImport',
      { apiVersion: 'secretgen.carvel.dev/v1alpha1', kind: 'SecretImport', metadata, spec: {} },
      'opaque',
    ],
    [
      'a SealedSecret of another API group',
      { apiVersion: 'acme.io/v1', kind: 'SealedSecret', metadata, spec: {} },
      'missing',
    ],
  ])('%s', (_name, object, expected) => {
    expect(verdict(object)).toBe(expected);
  });

  test('an AcrPullBinding makes a Secret for its server, and binds it to an account', () => {
    const binding = {
      apiVersion: 'acrpull.microsoft.com/v1beta2',
      kind: 'AcrPullBinding',
      metadata: { name: 'acme', namespace: 'app' },
      spec: { acr: { server: 'acme.azurecr.io' }, serviceAccountName: 'api' },
    };
    const image = 'acme.azurecr.io/api:1';
    expect(verdicts([binding, pod({ account: 'api', image }), pod({ image }), pod({ account: 'api' })])).toEqual([
      'opaque',
      'missing',
      'missing',
    ]);
  });
});

describe('a placeholder', () => {
  const placeholder = (annotations: Record<string, string>, fields: object = {}) =>
    secret('{}', { metadata: { ...metadata, annotations }, ...fields });
  const source = (key: string) => secret([key], { name: 'source', namespace: 'infra' });
  test.each(['reflector.v1.k8s.emberstack.com/reflects', 'replicator.v1.mittwald.de/replicate-from'])(
    '%s: has what its source has',
    (name) => {
      expect(verdict(placeholder({ [name]: 'infra/source' }), source('ghcr.io'))).toBe('opaque');
      expect(verdict(placeholder({ [name]: 'infra/source' }), source('quay.io'))).toBe('missing');
      expect(verdict(placeholder({ [name]: 'infra/absent' }))).toBe('opaque');
    },
  );

  test('of secretgen, or with what it will cover', () => {
    expect(verdict(placeholder({ 'secretgen.carvel.dev/image-pull-secret': '' }))).toBe('opaque');
    expect(verdict(placeholder({ 'regcred.dev/covers': 'ghcr.io' }))).toBe('opaque');
    expect(verdict(placeholder({}))).toBe('missing');
  });

  test('of the wrong type is ignored', () => {
    expect(verdict(placeholder({ 'secretgen.carvel.dev/image-pull-secret': '' }, { type: 'Opaque' }))).toBe('missing');
  });

  test('of a source that copies itself ends', () => {
    const mirror = { 'reflector.v1.k8s.emberstack.com/reflects': 'app/regcred' };
    expect(verdict(placeholder(mirror))).toBe('opaque');
  });
});
