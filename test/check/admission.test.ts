import { account, check, deployment, PRIVATE, pod, secret } from './objects';

/** Every line was tried on an API server, v1.37.2: facts of the ServiceAccount admission controller. */
const GHCR = secret(['ghcr.io']);
const OTHER = secret(['quay.io'], { name: 'other' });

const admitted = (...objects: Parameters<typeof check>[0]) => {
  const [image] = check(objects).images;
  return [image?.pullSecretsFrom, image?.pullSecrets, image?.serviceAccount, image?.verdict];
};

test('a pod without a list gets that of its ServiceAccount', () => {
  expect(admitted(GHCR, account('default', ['regcred']), pod())).toEqual([
    'service-account',
    ['regcred'],
    'default',
    'credential',
  ]);
});

test('an empty list is no list', () => {
  const empty = pod({ spec: { imagePullSecrets: [] } });
  expect(admitted(GHCR, account('default', ['regcred']), empty)).toEqual([
    'service-account',
    ['regcred'],
    'default',
    'credential',
  ]);
  const nothing = pod({ spec: { imagePullSecrets: null } });
  expect(admitted(GHCR, account('default', ['regcred']), nothing)[0]).toBe('service-account');
});

test("a pod's own list stays as it is: nothing is merged", () => {
  expect(admitted(GHCR, OTHER, account('default', ['regcred']), pod({ secrets: ['other'] }))).toEqual([
    'pod',
    ['other'],
    'default',
    'missing',
  ]);
});

test('an entry without a name makes the list not empty, and names nothing', () => {
  expect(admitted(GHCR, account('default', ['regcred']), pod({ secrets: [undefined] }))).toEqual([
    'pod',
    [''],
    'default',
    'missing',
  ]);
  expect(admitted(GHCR, account('default', ['regcred']), pod({ secrets: [''] }))).toEqual([
    'pod',
    [''],
    'default',
    'missing',
  ]);
});

test('an entry without a name is passed over, and the ones after it count', () => {
  expect(admitted(GHCR, pod({ secrets: ['', 'regcred'] }))).toEqual(['pod', ['', 'regcred'], 'default', 'credential']);
});

test('duplicates are kept', () => {
  expect(admitted(GHCR, pod({ secrets: ['regcred', 'regcred'] }))[1]).toEqual(['regcred', 'regcred']);
  expect(check([GHCR, pod({ secrets: ['regcred', 'regcred'] })]).images[0]?.tried).toHaveLength(2);
});

test("a custom account's list is used, and it inherits nothing from default", () => {
  const objects = [GHCR, account('default', ['regcred']), account('api')];
  expect(admitted(...objects, account('worker', ['regcred']), pod({ account: 'worker' }))[0]).toBe('service-account');
  expect(admitted(...objects, pod({ account: 'api' }))).toEqual(['none', [], 'api', 'missing']);
});

test('the old field names the account too', () => {
  expect(admitted(GHCR, account('api', ['regcred']), pod({ spec: { serviceAccount: 'api' } }))[2]).toBe('api');
});

test('an account of another namespace is another account', () => {
  expect(admitted(GHCR, account('default', ['regcred'], { namespace: 'other' }), pod())[0]).toBe('none');
});

test('automountServiceAccountToken does not matter', () => {
  const objects = [GHCR, account('default', ['regcred'], { automountServiceAccountToken: false })];
  expect(admitted(...objects, pod({ spec: { automountServiceAccountToken: false } }))[3]).toBe('credential');
});

test("the account's list is atomic: the last manifest that has it replaces it, one without leaves it", () => {
  const pods = [GHCR, OTHER, pod()];
  expect(admitted(account('default', ['regcred']), account('default', ['other']), ...pods)[1]).toEqual(['other']);
  expect(admitted(account('default', ['regcred']), account('default'), ...pods)[1]).toEqual(['regcred']);
});

test('a template is not admitted, but the pods made of it are', () => {
  expect(admitted(GHCR, account('default', ['regcred']), deployment())[0]).toBe('service-account');
});

test('the order of documents does not change what a Deployment gets', () => {
  expect(admitted(deployment(), account('default', ['regcred']), GHCR)[3]).toBe('credential');
});

test.each([{ 'kubernetes.io/config.source': 'file' }, { 'kubernetes.io/config.source': 'http' }])(
  'a static pod (%j) is admitted by no one, and reads no Secret',
  (annotations) => {
    const objects = [GHCR, account('default', ['regcred'])];
    expect(admitted(...objects, pod({ annotations }))).toEqual(['none', [], 'default', 'missing']);
    expect(admitted(...objects, pod({ annotations, secrets: ['regcred'] }))[3]).toBe('missing');
  },
);

test('every image of a pod has the same list', () => {
  const spec = {
    initContainers: [{ name: 'init', image: PRIVATE }],
    ephemeralContainers: [{ name: 'debug', image: PRIVATE }],
    volumes: [{ name: 'model', image: { reference: PRIVATE } }],
  };
  expect(
    check([GHCR, pod({ secrets: ['regcred'], spec })]).images.map(({ container, role, verdict }) => [
      container,
      role,
      verdict,
    ]),
  ).toEqual([
    ['init', 'init', 'credential'],
    ['api', 'container', 'credential'],
    ['debug', 'ephemeral', 'credential'],
    ['model', 'volume', 'credential'],
  ]);
});
