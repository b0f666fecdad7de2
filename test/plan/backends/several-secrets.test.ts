import { Credentials, DockerConfig, RemoteCredentials } from '../../../src/credential';
import { Keyring } from '../../../src/keyring';
import type { KubernetesObject } from '../../../src/kubernetes';
import { PullSecret, planAccess, SecretStore } from '../../../src/plan';
import { Registry, type RegistryLogin } from '../../../src/registry';
import { documentOf, documentsOf } from './documents';

const bot = (username: string) => Credentials.unsafePlainText({ username, password: 'hunter2' });
const secret = (name: string, ...logins: RegistryLogin[]) => PullSecret.fromLogins({ name, logins });

function configOf({ data }: KubernetesObject): DockerConfig {
  return DockerConfig.parseBase64((data as Record<string, string>)['.dockerconfigjson'] ?? '');
}

/** The user names that the kubelet tries with these Secrets attached, in its order. */
function tried(image: string, ...secrets: PullSecret[]): string[] {
  const configs = documentsOf(secrets).map(configOf);
  return Keyring.of(configs)
    .lookup(image)
    .map(({ username }) => username);
}

test('several credentials for one registry, each for its own path', () => {
  const all = secret(
    'regcred',
    Registry.ghcr().login(bot('all')),
    Registry.ghcr({ owner: 'acme' }).login(bot('acme')),
    Registry.ghcr({ owner: 'partner' }).login(bot('partner')),
  );
  expect(tried('ghcr.io/acme/app:1', all)).toEqual(['acme', 'all']);
  expect(tried('ghcr.io/partner/app:1', all)).toEqual(['partner', 'all']);
  expect(tried('ghcr.io/acme-evil/app:1', all)).toEqual(['all']);
});

describe('two Secrets with one server key', () => {
  const first = secret('first', Registry.ghcr().login(bot('first')), Registry.quay().login(bot('first')));
  const second = secret('second', Registry.ghcr().login(bot('second')));
  const warnings = (...pullSecrets: PullSecret[]) =>
    planAccess(
      { namespaces: ['a'], pullSecrets, serviceAccounts: [] },
      { render: () => 'e30=', now: new Date(0) },
    ).flatMap((plan) => plan.warnings);

  test.each([
    [
      [first, second],
      ['first', 'second'],
    ],
    [
      [second, first],
      ['second', 'first'],
    ],
  ])('are warned of, with the order that the kubelet goes by', (secrets, [a = '', b = '']) => {
    expect(tried('ghcr.io/acme/app:1', ...secrets)).toEqual([a, b]);
    expect(warnings(...secrets)).toEqual([
      `the pull secrets '${a}' and '${b}' all have a login for 'ghcr.io': the kubelet tries '${a}', then '${b}', and takes the first that ` +
        'the registry accepts; limit each to its own path, or keep one',
    ]);
  });

  test('also where they are spelt in two ways, or are made in the cluster', () => {
    const external = PullSecret.external({
      store: SecretStore.cluster('vault'),
      name: 'external',
      logins: [Registry.dockerHub().login(RemoteCredentials.fromStore({ key: 'hub' }))],
    });
    const hub = secret('hub', Registry.custom('https://index.docker.io/v1/').login(bot('hub')));
    expect(warnings(hub, external)).toEqual([expect.stringContaining("all have a login for 'index.docker.io'")]);
  });

  test('and not where a path is limited, or nobody knows what is in them', () => {
    const limited = secret('limited', Registry.ghcr({ owner: 'acme' }).login(bot('acme')));
    expect(warnings(second, limited, PullSecret.existing('a'), PullSecret.existing('b'))).toEqual([]);
  });
});

describe('perNamespace', () => {
  const each = PullSecret.perNamespace({
    namespaces: {
      shop: secret('regcred', Registry.ghcr().login(bot('shop'))),
      search: secret('regcred', Registry.ghcr().login(bot('search'))),
    },
    others: PullSecret.existing('regcred'),
  });

  test.each(['shop', 'search'])('namespace %s has its own credential', (namespace) => {
    const [entry] = configOf(documentOf(each, 'Secret', { namespace })).entries;
    expect(entry?.username).toBe(namespace);
  });

  test('and any other what is said for others', () => {
    expect(each.name).toBe('regcred');
    expect(documentsOf(each, { namespace: 'else' })).toEqual([]);
  });

  test('a namespace that nobody thought of is an error', () => {
    const two = PullSecret.perNamespace({
      namespaces: { shop: PullSecret.existing('regcred'), search: PullSecret.existing('regcred') },
    });
    expect(() => documentsOf(two, { namespace: 'payments' })).toThrow(
      expect.objectContaining({
        code: 'pull-secret-namespace',
        message:
          "pull secret 'regcred' has nothing for namespace 'payments': it has 'shop', 'search'; add the namespace, or give the pull secret of all others as others",
      }),
    );
  });
});

test('an immutable Secret says so to Kubernetes', () => {
  const immutable = PullSecret.fromLogins({ logins: [Registry.ghcr().login(bot('bot'))], immutable: true });
  expect(documentOf(immutable, 'Secret').immutable).toBe(true);
});
