import { normalizeServerKey } from '../../../src/keyring';
import fc from '../../fast-check';

/** Who a login is: one that opens the repository group of that name, one that no registry knows, or an entry without a login. */
export type LoginKind = 'acme' | 'acme-evil' | 'stranger' | 'nobody';

/** An entry of a Secret. */
export interface EntryCase {
  readonly serverKey: string;
  readonly login: LoginKind;
}

/**
 * What a Secret is: of the current type, of the old one, of the current type with an entry that does not decode, or one that the
 * kubelet passes over.
 */
export type SecretKind = 'config' | 'legacy' | 'poisoned' | 'opaque';

export interface SecretCase {
  readonly name: string;
  readonly kind: SecretKind;
  readonly entries: readonly EntryCase[];
}

/** The image of a container, without what makes it the case's own. */
export interface ImageCase {
  readonly registry: string;
  readonly group: 'acme' | 'acme-evil' | 'public';
  readonly pullPolicy: 'Always' | 'IfNotPresent' | 'Never';
}

/** A namespace: Secrets, two accounts, and a pod. */
export interface AgreementCase {
  readonly secrets: readonly SecretCase[];
  /** The lists of the accounts; `default` is always there. */
  readonly accounts: { readonly default: readonly string[]; readonly app: readonly string[] };
  readonly pod: {
    readonly images: readonly ImageCase[];
    /** Whether the first image is an init container's: the kubelet then tries no other, for no container here ever ends. */
    readonly startsWithInit: boolean;
    readonly serviceAccount?: 'default' | 'app';
    /** The pod's own list; undefined for none. */
    readonly pullSecrets?: readonly string[];
  };
}

/** Registries of the images; the hub answers for all of them. */
export const REGISTRIES = [
  'docker.io',
  'ghcr.io',
  'registry.example.com:5000',
  'acme.azurecr.io',
  '111122223333.dkr.ecr.eu-west-1.amazonaws.com',
];
const SECRET_NAMES = ['regcred', 'regcred-next', 'ghcr'];
const LISTED_NAMES = [...SECRET_NAMES, 'absent'];

/** Server keys for a registry: right ones, and the ways of getting it wrong. */
function serverKeys(registry: string): string[] {
  const [host = '', port] = registry.split(':');
  const labels = host.split('.');
  return [
    registry,
    `https://${registry}`,
    `https://${registry}/v1/`,
    `https://${registry}/v2`,
    `${registry}/acme`,
    `${registry}/acme/`,
    `${registry}/v2/acme-evil/`,
    `${registry}/acme/app`,
    `${registry}/acme/app:1`,
    `${registry}/*`,
    registry.toUpperCase(),
    ['*', ...labels.slice(1)].join('.') + (port ? `:${port}` : ''),
    `*.${registry}`,
    port ? host : `${host}:443`,
  ];
}

const DOCKER_HUB_KEYS = ['https://index.docker.io/v1/', 'https://index.docker.io/v1', 'registry-1.docker.io'];

function arbitraryServerKey(registry: string): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...serverKeys(registry)) },
    { weight: registry === 'docker.io' ? 5 : 1, arbitrary: fc.constantFrom(...DOCKER_HUB_KEYS) },
    { weight: 1, arbitrary: fc.constantFrom(...REGISTRIES.flatMap(serverKeys)) },
  );
}

const arbitraryLogin = fc.constantFrom<LoginKind>('acme', 'acme', 'acme', 'acme-evil', 'stranger', 'nobody');

function arbitrarySecret(name: string, registry: string): fc.Arbitrary<SecretCase> {
  const entry = fc.record({ serverKey: arbitraryServerKey(registry), login: arbitraryLogin });
  // two keys of one Secret that mean the same are tried in any order: no verdict could be right about them
  const selector = (it: EntryCase) => normalizeServerKey(it.serverKey) ?? it.serverKey;
  const entries = fc.uniqueArray(entry, { minLength: 1, maxLength: 4, selector });
  const kind = fc.constantFrom<SecretKind>(...Array<SecretKind>(16).fill('config'), 'legacy', 'opaque', 'poisoned');
  return fc.record({ name: fc.constant(name), kind, entries });
}

const arbitraryList = fc
  .oneof(
    { weight: 3, arbitrary: fc.subarray(LISTED_NAMES, { minLength: 2 }) },
    { weight: 1, arbitrary: fc.subarray(LISTED_NAMES) },
  )
  .chain((names) => fc.shuffledSubarray(names, { minLength: names.length }));

function arbitraryImage(registry: string): fc.Arbitrary<ImageCase> {
  return fc.record({
    registry: fc.oneof(
      { weight: 4, arbitrary: fc.constant(registry) },
      { weight: 1, arbitrary: fc.constantFrom(...REGISTRIES) },
    ),
    group: fc.constantFrom<ImageCase['group']>('acme', 'acme', 'acme-evil', 'public'),
    pullPolicy: fc.constantFrom<ImageCase['pullPolicy']>(
      ...Array<ImageCase['pullPolicy']>(10).fill('Always'),
      'IfNotPresent',
      'IfNotPresent',
      'Never',
    ),
  });
}

/** Pods that a credential opens, nearly opens, or does not; most keys are about the pod's own registry. */
export const arbitraryAgreementCase: fc.Arbitrary<AgreementCase> = fc.constantFrom(...REGISTRIES).chain((registry) =>
  fc.record({
    secrets: fc
      .tuple(...SECRET_NAMES.map((name) => fc.option(arbitrarySecret(name, registry), { freq: 6, nil: undefined })))
      .map((secrets) => secrets.filter((secret) => secret !== undefined)),
    accounts: fc.record({ default: arbitraryList, app: arbitraryList }),
    pod: fc.record(
      {
        images: fc.array(arbitraryImage(registry), { minLength: 1, maxLength: 2 }),
        startsWithInit: fc.nat(9).map((digit) => digit === 0),
        serviceAccount: fc.constantFrom<'default' | 'app'>('default', 'app'),
        pullSecrets: arbitraryList,
      },
      { requiredKeys: ['images', 'startsWithInit'] },
    ),
  }),
);
