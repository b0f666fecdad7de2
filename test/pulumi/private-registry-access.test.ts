import { Provider } from '@pulumi/kubernetes';
import { ConfigMap, Namespace } from '@pulumi/kubernetes/core/v1';
import * as pulumi from '@pulumi/pulumi';
import {
  Credentials,
  InputCredentials,
  PlaceholderSource,
  PrivateRegistryAccess,
  PullSecret,
  Registry,
  ServiceAccountBinding,
} from '../../src/pulumi';
import { deploy, ofKind } from './mock-stack';

const login = (password: pulumi.Input<string> = 'token') =>
  Registry.ghcr().login(InputCredentials.of({ username: 'bot', password }));
const ghcr = (name = 'regcred') => PullSecret.fromLogins({ name, logins: [login()] });

test('one namespace: a Secret under the component, whose data is secret', async () => {
  const resources = await deploy(() => {
    new PrivateRegistryAccess('pull', { namespaces: ['payments'], pullSecrets: [ghcr()] });
  });
  expect(resources).toMatchInlineSnapshot(`
[
  {
    "dependsOn": [],
    "inputs": {},
    "name": "pull",
    "parent": "stack",
    "provider": undefined,
    "secrets": [],
    "type": "regcred:index:PrivateRegistryAccess",
  },
  {
    "dependsOn": [],
    "inputs": {
      "apiVersion": "v1",
      "data": {
        ".dockerconfigjson": "eyJhdXRocyI6eyJnaGNyLmlvIjp7InVzZXJuYW1lIjoiYm90IiwicGFzc3dvcmQiOiJ0b2tlbiIsImF1dGgiOiJZbTkwT25SdmEyVnUifX19",
      },
      "kind": "Secret",
      "metadata": {
        "name": "regcred",
        "namespace": "payments",
      },
      "type": "kubernetes.io/dockerconfigjson",
    },
    "name": "pull/payments/regcred",
    "parent": "pull",
    "provider": undefined,
    "secrets": [
      ".data",
    ],
    "type": "kubernetes:core/v1:Secret",
  },
]
`);
});

test('names of children are frozen: another name would make every Secret anew', async () => {
  const resources = await deploy(() => {
    new PrivateRegistryAccess('pull', {
      namespaces: ['payments', new Namespace('team'), pulumi.output('search')],
      pullSecrets: [ghcr()],
      serviceAccounts: [ServiceAccountBinding.patchDefault(), ServiceAccountBinding.create({ name: 'app' })],
      createNamespaces: true,
    });
  });
  expect(resources.map(({ type, name, parent }) => `${type} ${name} < ${parent}`).sort()).toMatchInlineSnapshot(`
[
  "kubernetes:core/v1:Namespace pull/payments < pull",
  "kubernetes:core/v1:Namespace team < stack",
  "kubernetes:core/v1:Secret pull/output-0/regcred < pull",
  "kubernetes:core/v1:Secret pull/payments/regcred < pull",
  "kubernetes:core/v1:Secret pull/team/regcred < pull",
  "kubernetes:core/v1:ServiceAccount regcred/payments/app < stack",
  "kubernetes:core/v1:ServiceAccount regcred/pull/output-0/app < stack",
  "kubernetes:core/v1:ServiceAccount regcred/team/app < stack",
  "kubernetes:core/v1:ServiceAccountPatch regcred/payments/default < stack",
  "kubernetes:core/v1:ServiceAccountPatch regcred/pull/output-0/default < stack",
  "kubernetes:core/v1:ServiceAccountPatch regcred/team/default < stack",
  "regcred:index:PrivateRegistryAccess pull < stack",
]
`);
});

test('a Namespace of the program is waited for, and its name is filled in wherever it goes', async () => {
  const resources = await deploy(() => {
    new PrivateRegistryAccess('pull', {
      namespaces: [new Namespace('team')],
      pullSecrets: [ghcr()],
      serviceAccounts: [ServiceAccountBinding.patchDefault()],
    });
  });
  const [secret] = ofKind(resources, 'Secret');
  const [patch] = ofKind(resources, 'ServiceAccountPatch');
  expect(secret).toMatchObject({
    inputs: { metadata: { name: 'regcred', namespace: 'team-4711' } },
    dependsOn: ['team'],
  });
  expect(patch).toMatchObject({
    inputs: { metadata: { name: 'default', namespace: 'team-4711' }, imagePullSecrets: [{ name: 'regcred' }] },
    dependsOn: ['pull/team/regcred', 'team'],
  });
});

test.each([
  ['its name', 'payments', () => 'payments'],
  ['its resource', 'payments', () => new Namespace('payments', { metadata: { name: 'payments' } })],
  ['an output', 'one/output-0', () => pulumi.output('payments')],
])(
  'an account that two components bind is patched once, with all names, after all Secrets: by %s',
  async (_, place, make) => {
    const resources = await deploy(() => {
      const common = { namespaces: [make()], serviceAccounts: [ServiceAccountBinding.patchDefault()] };
      new PrivateRegistryAccess('one', { ...common, pullSecrets: [ghcr('one')] });
      new PrivateRegistryAccess('two', { ...common, pullSecrets: [ghcr('two')] });
    });
    expect(ofKind(resources, 'ServiceAccountPatch')).toMatchObject([
      {
        name: `regcred/${place}/default`,
        parent: 'stack',
        inputs: { imagePullSecrets: [{ name: 'one' }, { name: 'two' }] },
        dependsOn: expect.arrayContaining([
          expect.stringMatching(/^one\/.*\/one$/),
          expect.stringMatching(/^two\/.*\/two$/),
        ]),
      },
    ]);
  },
);

test('accounts of two clusters are two', async () => {
  const resources = await deploy(() => {
    for (const cluster of ['east', 'west']) {
      const provider = new Provider(cluster, { enableSecretMutable: true });
      new PrivateRegistryAccess(
        cluster,
        { namespaces: ['payments'], pullSecrets: [ghcr()], serviceAccounts: [ServiceAccountBinding.patchDefault()] },
        { provider },
      );
    }
  });
  expect(ofKind(resources, 'ServiceAccountPatch').map(({ name, provider }) => [name, provider])).toEqual([
    ['regcred/east/payments/default', 'east'],
    ['regcred/west/payments/default', 'west'],
  ]);
});

test('two providers of one name, below two components, are two clusters', async () => {
  const resources = await deploy(() => {
    for (const region of ['East', 'West']) {
      const parent = new pulumi.ComponentResource(`test:index:${region}`, region);
      const provider = new Provider('cluster', { enableSecretMutable: true }, { parent });
      new PrivateRegistryAccess(
        region,
        { namespaces: ['payments'], pullSecrets: [ghcr()], serviceAccounts: [ServiceAccountBinding.patchDefault()] },
        { provider },
      );
    }
  });
  expect(ofKind(resources, 'ServiceAccountPatch').map(({ name, dependsOn }) => [name, dependsOn])).toEqual([
    ['regcred/cluster/payments/default', ['East/payments/regcred']],
    ['regcred/cluster-2/payments/default', ['West/payments/regcred']],
  ]);
});

test('who depends on the component waits for the accounts too', async () => {
  const resources = await deploy(() => {
    const access = new PrivateRegistryAccess('pull', {
      namespaces: ['payments'],
      pullSecrets: [ghcr()],
      serviceAccounts: [ServiceAccountBinding.patchDefault()],
    });
    new ConfigMap('after', {}, { dependsOn: access });
  });
  expect(ofKind(resources, 'ConfigMap')[0]?.dependsOn).toEqual(['pull/payments/regcred', 'regcred/payments/default']);
});

test('what a component depends on and is deleted with, and whether it is protected, holds for its accounts too', async () => {
  const resources = await deploy(() => {
    const team = new pulumi.ComponentResource('test:index:Team', 'team', {}, { protect: true });
    const dependsOn = new ConfigMap('first', {}, { parent: team });
    new PrivateRegistryAccess(
      'pull',
      {
        namespaces: ['payments'],
        pullSecrets: [PullSecret.existing('regcred')],
        serviceAccounts: [ServiceAccountBinding.create({ name: 'app' })],
      },
      { parent: team, dependsOn: [dependsOn], deletedWith: dependsOn },
    );
  });
  expect(ofKind(resources, 'ServiceAccount')).toMatchObject([
    { dependsOn: ['first'], deletedWith: 'first', protect: true },
  ]);
});

test('what somebody else writes into a placeholder is theirs', async () => {
  const source = PlaceholderSource.reflector({ namespace: 'platform', name: 'regcred' });
  const resources = await deploy(() => {
    const pullSecrets = [PullSecret.placeholder({ source, covers: ['ghcr.io/acme/'] }), ghcr('own')];
    new PrivateRegistryAccess('pull', { namespaces: ['payments'], pullSecrets });
  });
  expect(ofKind(resources, 'Secret').map(({ name, ignoreChanges }) => [name, ignoreChanges])).toEqual([
    ['pull/payments/regcred', ['data']],
    ['pull/payments/own', undefined],
  ]);
});

test.each([
  ['fail', undefined],
  ['replace', { 'pulumi.com/patchForce': 'true' }],
] as const)('onConflict %s', async (onConflict, annotations) => {
  const resources = await deploy(() => {
    new PrivateRegistryAccess('pull', {
      namespaces: ['payments'],
      pullSecrets: [ghcr()],
      serviceAccounts: [ServiceAccountBinding.patchDefault()],
      onConflict,
    });
  });
  expect(ofKind(resources, 'ServiceAccountPatch')[0]?.inputs.metadata).toEqual({
    name: 'default',
    namespace: 'payments',
    ...(annotations && { annotations }),
  });
});

test('labels and annotations may be known later', async () => {
  const owner = pulumi.output('team-a');
  const resources = await deploy(() => {
    new PrivateRegistryAccess('pull', {
      namespaces: ['payments'],
      pullSecrets: [ghcr()],
      serviceAccounts: [ServiceAccountBinding.create({ name: 'app' })],
      labels: { owner, ...({ unset: undefined } as object) },
      annotations: { stage: Promise.resolve('prod') },
    });
  });
  const metadata = { namespace: 'payments', labels: { owner: 'team-a' }, annotations: { stage: 'prod' } };
  expect(ofKind(resources, 'Secret')[0]?.inputs).toHaveProperty('metadata', { name: 'regcred', ...metadata });
  expect(ofKind(resources, 'ServiceAccount')[0]?.inputs).toMatchObject({
    metadata: { name: 'app', ...metadata },
    automountServiceAccountToken: false,
    imagePullSecrets: [{ name: 'regcred' }],
  });
});

test('labels and annotations may be maps that are known later; those of a binding hold', async () => {
  const resources = await deploy(() => {
    new PrivateRegistryAccess('pull', {
      namespaces: ['payments'],
      pullSecrets: [ghcr()],
      serviceAccounts: [ServiceAccountBinding.create({ name: 'app', labels: { tier: 'web' } })],
      labels: pulumi.output({ owner: 'team-a', tier: 'all' }),
      annotations: pulumi.secret({ stage: 'prod' }),
    });
  });
  const annotations = { stage: 'prod' };
  expect(ofKind(resources, 'Secret')[0]?.inputs.metadata).toMatchObject({
    labels: { owner: 'team-a', tier: 'all' },
    annotations,
  });
  const [account] = ofKind(resources, 'ServiceAccount');
  expect(account?.inputs.metadata).toMatchObject({ labels: { owner: 'team-a', tier: 'web' }, annotations });
  expect(account?.secrets).toEqual(['.metadata.annotations']);
});

test('what charts and Argo CD are told of', async () => {
  const told: unknown[] = [];
  const resources = await deploy(() => {
    const { helmValues, ignoredDifferences } = new PrivateRegistryAccess('pull', {
      namespaces: [new Namespace('team')],
      pullSecrets: [ghcr()],
      serviceAccounts: [ServiceAccountBinding.patchDefault()],
      argoCd: true,
    });
    told.push(helmValues);
    ignoredDifferences.apply((differences) => told.push(differences));
  });
  expect(ofKind(resources, 'Secret')[0]?.inputs.metadata).toHaveProperty('annotations', {
    'argocd.argoproj.io/sync-wave': '-2',
  });
  expect(told).toEqual([
    { references: [{ name: 'regcred' }], names: ['regcred'], name: 'regcred' },
    [{ group: '', kind: 'ServiceAccount', name: 'default', namespace: 'team-4711', jsonPointers: ['/secrets'] }],
  ]);
});

test('credentials of the environment and of the configuration come out the same, and secret', async () => {
  process.env.GHCR_USERNAME = 'bot';
  process.env.GHCR_PASSWORD = 'token';
  const data = async (credentials: InputCredentials | Credentials) => {
    const resources = await deploy(
      () => {
        const pullSecrets = [PullSecret.fromLogins({ logins: [Registry.ghcr().login(credentials)] })];
        new PrivateRegistryAccess('pull', { namespaces: ['payments'], pullSecrets });
      },
      { config: { 'project:ghcrUsername': 'bot', 'project:ghcrPassword': 'token' } },
    );
    const [secret] = ofKind(resources, 'Secret');
    expect(secret?.secrets).toEqual(['.data']);
    return secret?.inputs.data;
  };
  const expected = await data(InputCredentials.of({ username: 'bot', password: pulumi.secret('token') }));
  expect(await data(Credentials.fromEnvironment({ prefix: 'GHCR' }))).toEqual(expected);
  expect(await data(InputCredentials.fromConfig({ prefix: 'ghcr' }))).toEqual(expected);
});

test('an account whose namespace a preview cannot know shows its list', async () => {
  const later = pulumi.output(pulumi.unknown as unknown as string);
  const resources = await deploy(
    () => {
      new PrivateRegistryAccess('pull', {
        namespaces: [later],
        pullSecrets: [ghcr()],
        serviceAccounts: [ServiceAccountBinding.patchDefault()],
      });
    },
    { preview: true },
  );
  expect(ofKind(resources, 'ServiceAccountPatch')[0]?.inputs).toMatchObject({
    metadata: { name: 'default', namespace: '<unknown>' },
    imagePullSecrets: [{ name: 'regcred' }],
  });
});

test('what a preview cannot know yet stays open', async () => {
  const later = pulumi.output(pulumi.unknown as unknown as string);
  const resources = await deploy(
    () => {
      new PrivateRegistryAccess('pull', {
        namespaces: [later],
        pullSecrets: [PullSecret.fromLogins({ logins: [login(later)] })],
        serviceAccounts: [ServiceAccountBinding.patchDefault()],
      });
    },
    { preview: true },
  );
  expect(ofKind(resources, 'Secret')[0]?.inputs).toMatchInlineSnapshot(`
{
  "apiVersion": "v1",
  "data": "<unknown>",
  "kind": "Secret",
  "metadata": {
    "name": "regcred",
    "namespace": "<unknown>",
  },
  "type": "kubernetes.io/dockerconfigjson",
}
`);
});

test.each<[string, pulumi.Input<string>, boolean]>([
  ['is told', 'bot', true],
  ['is not told where it is a secret', pulumi.secret('bot'), false],
])('a username that is unusual for its registry %s', async (_, username, isTold) => {
  const told = jest.spyOn(console, 'warn').mockImplementation();
  await deploy(() => {
    const credentials = InputCredentials.of({ username, password: 'token' });
    const pullSecrets = [PullSecret.fromLogins({ logins: [Registry.quay().login(credentials)] })];
    new PrivateRegistryAccess('pull', { namespaces: ['payments', 'search'], pullSecrets });
  });
  const warning = expect.stringContaining("username for Quay is unusual: got 'bot', write a robot account");
  expect(told.mock.calls.flat()).toEqual(isTold ? [warning] : []);
  told.mockRestore();
});
