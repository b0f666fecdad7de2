import type { AgreementCase, EntryCase, ImageCase, LoginKind, SecretCase } from './case';

/** A case with a namespace and repositories of its own, so that the registry's log tells what became of each image. */
export interface PlacedCase {
  readonly it: AgreementCase;
  readonly namespace: string;
  readonly images: readonly PlacedImage[];
}

export interface PlacedImage {
  readonly container: string;
  /** On the hub: `acme/app/…`. */
  readonly repository: string;
  /** As the manifest has it. */
  readonly image: string;
  readonly group: ImageCase['group'];
  readonly pullPolicy: ImageCase['pullPolicy'];
}

/** Gives a case its names. */
export function place(it: AgreementCase, namespace: string): PlacedCase {
  const images = it.pod.images.map(({ registry, group, pullPolicy }, index) => {
    const repository = `${group}/app/${namespace}-${index}`;
    return { container: `c${index}`, repository, image: `${registry}/${repository}:1`, group, pullPolicy };
  });
  return { it, namespace, images };
}

/** The user name of an entry: it tells which entry of which Secret the kubelet took. Empty for an entry without a login. */
export function usernameOf(login: LoginKind, secret: string, serverKey: string): string {
  if (login === 'nobody') return '';
  return `${login} ${secret} ${serverKey}`.replace(/[:]/g, '_'); // a colon would end the name
}

/** The password that goes with each account. */
export const PASSWORD = 'agreement';

/** What is applied, in the order of applying: Secrets, accounts, pod. */
export function manifestsOf(placed: PlacedCase): { secrets: object[]; accounts: Account[]; pod: object } {
  const { it, namespace, images } = placed;
  const { serviceAccount: serviceAccountName, pullSecrets } = it.pod;
  const containers = images.map(({ container, image, pullPolicy }) => {
    return { name: container, image, imagePullPolicy: pullPolicy };
  });
  const initContainers = it.pod.startsWithInit ? containers.splice(0, 1) : undefined;
  return {
    secrets: it.secrets.map((secret) => secretOf(secret, namespace)),
    accounts: Object.entries(it.accounts).map(([name, list]) => ({
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name, namespace },
      imagePullSecrets: references(list),
    })),
    pod: {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'app', namespace, labels: { suite: 'agreement' } },
      spec: {
        serviceAccountName,
        imagePullSecrets: pullSecrets && references(pullSecrets),
        initContainers,
        // a pod must have a container that is no init container
        containers: containers.length > 0 ? containers : [{ name: 'other', image: 'docker.io/library/base:1' }],
      },
    },
  };
}

/** A ServiceAccount. */
export interface Account {
  readonly apiVersion: 'v1';
  readonly kind: 'ServiceAccount';
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly imagePullSecrets: readonly { readonly name: string }[];
}

const references = (names: readonly string[]) => names.map((name) => ({ name }));

function secretOf(secret: SecretCase, namespace: string): object {
  const entries = Object.fromEntries(secret.entries.map((entry) => [entry.serverKey, contentOf(entry, secret.name)]));
  if (secret.kind === 'poisoned') entries['poisoned.example.com'] = { auth: '!' };
  const [type, key, content] =
    secret.kind === 'legacy'
      ? ['kubernetes.io/dockercfg', '.dockercfg', entries]
      : [
          secret.kind === 'opaque' ? 'Opaque' : 'kubernetes.io/dockerconfigjson',
          '.dockerconfigjson',
          { auths: entries },
        ];
  const data = { [key]: Buffer.from(JSON.stringify(content)).toString('base64') };
  return { apiVersion: 'v1', kind: 'Secret', metadata: { name: secret.name, namespace }, type, data };
}

function contentOf({ login, serverKey }: EntryCase, secret: string): object {
  if (login === 'nobody') return {};
  return { username: usernameOf(login, secret, serverKey), password: PASSWORD };
}
