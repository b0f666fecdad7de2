import { ApiObject, Testing } from 'cdk8s';
import { Credentials, DockerConfig, Keyring, PrivateRegistryAccess, PullSecret, Registry } from '../../src';
import { newChart } from './synth';

const IMAGE = 'ghcr.io/acme/app:1';
const environment = { ...process.env };
afterEach(() => {
  process.env = { ...environment };
});

const ghcr = (name: string, prefix: string) =>
  PullSecret.fromLogins({ name, logins: [Registry.ghcr().login(Credentials.fromEnvironment({ prefix }))] });

/** The program: it never changes, only the variables of its pipeline do. */
function synth(current: string, previous: string) {
  Object.assign(process.env, {
    GHCR_USERNAME: 'bot',
    GHCR_PASSWORD: current,
    GHCR_PREVIOUS_USERNAME: 'bot',
    GHCR_PREVIOUS_PASSWORD: previous,
  });
  const chart = newChart('app1-ns');
  new PrivateRegistryAccess(chart, 'pull', {
    namespaces: ['app1-ns'],
    pullSecrets: PullSecret.rotating({
      current: ghcr('regcred', 'GHCR'),
      previous: ghcr('regcred-previous', 'GHCR_PREVIOUS'),
    }),
  });
  new ApiObject(chart, 'pod', {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'app' },
    spec: { containers: [{ name: 'app', image: IMAGE }] },
  });
  const documents: Document[] = Testing.synth(chart);
  const secrets = documents.filter(({ kind }) => kind === 'Secret');
  const pod = documents.find(({ kind }) => kind === 'Pod');
  return { secrets, pod: (pod?.spec?.imagePullSecrets ?? []).map(({ name }) => name) };
}

interface Document {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly data?: Readonly<Record<string, string>>;
  readonly spec?: { readonly imagePullSecrets?: readonly { readonly name: string }[] };
}

/** The Secrets of the namespace, and the pods that run in it with the lists that they were made with. */
class Cluster {
  readonly secrets = new Map<string, string>();
  readonly pods: string[][] = [];

  apply({ metadata, data }: Document): void {
    this.secrets.set(metadata.name, data?.['.dockerconfigjson'] ?? '');
  }

  /** For each pod the passwords that its kubelet tries, in order. */
  tried(): string[][] {
    return this.pods.map((names) => {
      const configs = names.flatMap((name) => this.secrets.get(name) ?? []).map(DockerConfig.parseBase64);
      return Keyring.of(configs)
        .lookup(IMAGE)
        .map((match) => match.revealPassword());
    });
  }

  /** Whether every pod, old or new, can pull from a registry that accepts these passwords. */
  canPull(accepted: string[]): boolean {
    return this.tried().every((passwords) => passwords.some((password) => accepted.includes(password)));
  }
}

describe.each([
  ['in order', (secrets: Document[]) => secrets],
  ['the other way round', (secrets: Document[]) => [...secrets].reverse()],
])('three applies, the Secrets %s', (_order, ordered) => {
  test('at every moment every pod has a password that the registry takes', () => {
    const cluster = new Cluster();
    const applyAndCheck = (current: string, previous: string, accepted: string[]) => {
      const { secrets, pod } = synth(current, previous);
      for (const secret of ordered(secrets)) {
        cluster.apply(secret);
        if (cluster.secrets.size === secrets.length) expect(cluster.canPull(accepted)).toBe(true);
      }
      cluster.pods.push(pod);
      expect(cluster.canPull(accepted)).toBe(true);
    };

    // 1: both Secrets are attached, with the password of today
    applyAndCheck('old', 'old', ['old']);
    expect(cluster.pods).toEqual([['regcred', 'regcred-previous']]);

    // 2: the registry has made a new password, and the old one still works
    applyAndCheck('new', 'old', ['old', 'new']);
    expect(cluster.tried()).toEqual([
      ['new', 'old'],
      ['new', 'old'],
    ]);

    // the old password is revoked while nothing is applied
    expect(cluster.canPull(['new'])).toBe(true);

    // 3: the old password goes out of the cluster
    applyAndCheck('new', 'new', ['new']);
    expect(cluster.tried().flat()).not.toContain('old');
  });
});

test('a new password that is wrong harms nobody while the old one still works', () => {
  const cluster = new Cluster();
  const { secrets, pod } = synth('tpyo', 'old');
  for (const secret of secrets) cluster.apply(secret);
  cluster.pods.push(pod, ['regcred']); // the second was made before there were two Secrets
  expect(cluster.tried()).toEqual([['tpyo', 'old'], ['tpyo']]);
});

test('the two have the same server keys on purpose, and nobody is warned', () => {
  const warn = jest.spyOn(process, 'emitWarning').mockImplementation();
  synth('new', 'old');
  expect(warn).not.toHaveBeenCalled();
  warn.mockRestore();
});
