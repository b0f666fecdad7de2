import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { load } from 'js-yaml';
import { accessNamed, parseConfig } from '../../src/config';
import { onlyEnvironment } from '../../src/credential';
import { loginRenderer, planAccess } from '../../src/plan';

const SCHEMA_FILE = join(__dirname, '..', '..', 'docs', 'schema', 'regcred.schema.json');
const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(SCHEMA_FILE, 'utf8')));

const ORGANISATION = `
registries:
  hub: {server: docker.io, credentials: DOCKERHUB}
  ghcr:
    server: ghcr.io/acme
    credentials: {usernameVariable: GHCR_USER, passwordVariable: GHCR_TOKEN}
    email: bot@acme.com
pullSecrets:
  - {name: acme-registries, registries: [ghcr, hub]}
  - {name: by-hand, existing: true}
access:
  shop:
    namespaces: [shop, shop-staging]
    createNamespaces: true
    serviceAccounts: [default, {create: app, automountServiceAccountToken: true, labels: {tier: web}}]
    labels: {acme.com/team: shop, acme.com/private: ''}
    annotations: {acme.com/note: ''}
  search:
    namespaces: [search]
    pullSecrets: [by-hand]
    podDefaults: false
    platform: openshift
`;

test('every option: the plan is the one that the constructs make', () => {
  const config = parseConfig(ORGANISATION, 'regcred.yaml');
  expect([validate(load(ORGANISATION)), validate.errors]).toEqual([true, null]);
  const shop = accessNamed(config, 'shop', 'regcred.yaml');
  const environment = { DOCKERHUB_USERNAME: 'u', DOCKERHUB_PASSWORD: 'p', GHCR_USER: 'bot', GHCR_TOKEN: 't' };
  const [first] = planAccess(shop, {
    render: loginRenderer(shop.pullSecrets, onlyEnvironment(environment)),
    now: new Date(0),
  });
  expect(first?.documents.map(({ kind, metadata }) => [kind, metadata.name])).toEqual([
    ['Namespace', 'shop'],
    ['Secret', 'acme-registries'],
  ]);
  expect(first?.serviceAccounts).toMatchObject([
    { name: 'default', creates: false, pullSecrets: ['acme-registries', 'by-hand'] },
    {
      name: 'app',
      creates: true,
      automountServiceAccountToken: true,
      labels: { tier: 'web', 'acme.com/team': 'shop', 'acme.com/private': '' },
    },
  ]);
  expect(accessNamed(config, 'search', 'regcred.yaml')).toMatchObject({ podDefaults: false, platform: 'openshift' });
});

test('the least: one pull secret with every registry, bound to the default account', () => {
  const text = 'registries: {hub: {server: docker.io, credentials: HUB}}\naccess: {all: {namespaces: [a]}}';
  const { pullSecrets, serviceAccounts } = accessNamed(parseConfig(text, 'f'), undefined, 'f');
  expect(pullSecrets.map(({ name }) => name)).toEqual(['regcred']);
  expect(serviceAccounts.map(({ name, creates }) => [name, creates])).toEqual([['default', false]]);
});

describe('what is wrong is named with its place and the way out', () => {
  const registries = 'registries: {ghcr: {server: ghcr.io/acme, credentials: GHCR}}\n';
  test.each<[text: string, message: string, byTheSchemaToo?: boolean]>([
    ['registres: {}', "'registres' is not known: did you mean 'registries'?"],
    ['registries: {a: {host: ghcr.io, credentials: A}}', "'registries.a.host' is not known"],
    ['registries: {a: {servr: ghcr.io, credentials: A}}', "'registries.a.servr' is not known: did you mean 'server'?"],
    ['registries: {a: {credentials: A}}', "'registries.a' needs a 'server', such as ghcr.io/acme"],
    ['registries: {a: {server: ghcr.io}}', "'registries.a' needs 'credentials', such as GHCR for"],
    [
      'registries: {a: {server: ghcr.io, credentials: {password: x}}}',
      "'registries.a.credentials.password' is not known",
    ],
    ['registries: {a: {server: "bot@ghcr.io", credentials: A}}', "'registries.a.server' is refused: ", false],
    ['pullSecrets: [{name: a, registries: [b]}]', "'pullSecrets[0].registries[0]' is 'b'", false],
    [
      `${registries}pullSecrets: [{registries: [gchr]}]`,
      "'pullSecrets[0].registries[0]' is 'gchr': did you mean 'ghcr'?",
      false,
    ],
    ['pullSecrets: [{name: a}]', "'pullSecrets[0]' is refused: pull secret 'a' has no login", false],
    ['pullSecrets: [{existing: true}]', "'pullSecrets[0]' needs a 'name': it is in the cluster already"],
    [
      'pullSecrets: [{name: a, existing: true}, {name: a, existing: true}]',
      "'pullSecrets[1]' is a second pull secret 'a': hold all logins in one",
      false,
    ],
    ['access: {a: {}}', "'access.a' needs 'namespaces'"],
    ['access: {a: {namespace: [x]}}', "'access.a.namespace' is not known: did you mean 'namespaces'?"],
    ['access: {a: {namespaces: [x], pullSecrets: [y]}}', "'access.a.pullSecrets[0]' is 'y'", false],
    [
      'access: {a: {namespaces: [Shop]}}',
      "'access.a.namespaces[0]' is refused: namespace name must be a DNS label",
      false,
    ],
    [
      'access: {a: {namespaces: [x], createNamespaces: "yes"}}',
      "'access.a.createNamespaces' must be true or false: got a string, write it without quotes",
    ],
    [
      'access: {a: {namespaces: [x], platform: eks}}',
      "'access.a.platform' is 'eks': write one of kubernetes, openshift",
    ],
    [
      'access: {a: {namespaces: [x], serviceAccounts: [{name: app}]}}',
      "'access.a.serviceAccounts[0].name' is not known",
    ],
    ['access: {a: {namespaces: [x], serviceAccounts: [App]}}', "'access.a.serviceAccounts[0]' is refused: ", false],
    [
      'access: {a: {namespaces: [x], labels: {a b: x}}}',
      "'access.a.labels' is refused: a label key is a name of at most 63 letters",
      false,
    ],
    [
      'access: {a: {namespaces: [x], annotations: {a b: x}}}',
      "'access.a.annotations' is refused: an annotation key is a name",
      false,
    ],
    ['access: {a: {namespaces: [x], labels: {n: 1}}}', "'access.a.labels.n' must be in quotes"],
  ])('%s', (text, message, byTheSchemaToo = true) => {
    expect(() => parseConfig(text, 'regcred.yaml')).toThrow(`regcred.yaml: ${message}`);
    expect(validate(load(text))).toBe(!byTheSchemaToo);
  });

  test.each([
    [
      'access: {shop: {namespaces: [a]}, search: {namespaces: [b]}}',
      'serch',
      "'access' has shop, search: it has no 'serch', did you mean 'search'?",
    ],
    [
      'access: {shop: {namespaces: [a]}, search: {namespaces: [b]}}',
      undefined,
      "'access' has shop, search: say which entry is meant",
    ],
    ['check: {}', undefined, "'access' is not written: say which entry is meant"],
  ])('which entry: %s, %s', (text, name, message) => {
    expect(() => accessNamed(parseConfig(text, 'regcred.yaml'), name, 'regcred.yaml')).toThrow(message);
  });
});
