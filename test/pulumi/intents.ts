import { type Chart, Testing } from 'cdk8s';
import * as cdk8s from '../../src';
import { newChart } from '../cdk8s/synth';

const {
  Credentials,
  Platform,
  PullIdentity,
  PullSecret,
  Registry,
  RemoteCredentials,
  RuntimeIdentity,
  SecretStore,
  ServiceAccountBinding,
} = cdk8s;
const ROLE = 'arn:aws:iam::111122223333:role/api';

const plain = (password: string) => Credentials.unsafePlainText({ username: 'bot', password });
const ghcr = PullSecret.fromLogins({ logins: [Registry.ghcr({ owner: 'acme' }).login(plain('token'))] });
const all = PullSecret.fromLogins({
  name: 'all',
  logins: [
    Registry.dockerHub().login(plain('hub')),
    Registry.quay().login(Credentials.unsafePlainText({ username: 'acme+bot', password: 'quay' }), {
      email: 'bot@acme.com',
    }),
  ],
});
const patched = [ServiceAccountBinding.patchDefault()];

/** What both constructors take. */
export type Intent = Pick<
  cdk8s.PrivateRegistryAccessProps,
  | 'namespaces'
  | 'pullSecrets'
  | 'serviceAccounts'
  | 'createNamespaces'
  | 'platform'
  | 'argoCd'
  | 'labels'
  | 'annotations'
>;

/** What people want of pull secrets: each of them one program, in both worlds. */
export const INTENTS: Record<string, readonly Intent[]> = {
  'the pods alone': [{ namespaces: ['payments'], pullSecrets: [ghcr], serviceAccounts: [] }],
  'the default account': [{ namespaces: ['payments'], pullSecrets: [ghcr], serviceAccounts: patched }],
  'many of everything': [
    {
      namespaces: ['payments', 'search'],
      pullSecrets: [ghcr, all, PullSecret.existing('mirror')],
      serviceAccounts: [...patched, ServiceAccountBinding.create({ name: 'app', labels: { tier: 'web' } })],
      createNamespaces: true,
      labels: { team: 'acme' },
      annotations: { owner: 'platform' },
    },
  ],
  'a back-end, and another one in each namespace': [
    {
      namespaces: ['payments', 'search'],
      pullSecrets: [
        PullSecret.external({
          store: SecretStore.cluster('vault'),
          logins: [Registry.ghcr().login(RemoteCredentials.fromStore({ key: 'ghcr' }))],
        }),
        PullSecret.perNamespace({
          namespaces: { payments: PullSecret.existing('mirror') },
          others: PullSecret.fromLogins({
            name: 'mirror',
            logins: [Registry.ghcr({ owner: 'mirror' }).login(plain('token'))],
          }),
        }),
      ],
      serviceAccounts: patched,
    },
  ],
  OpenShift: [
    {
      namespaces: ['payments'],
      pullSecrets: [ghcr],
      serviceAccounts: [...patched, ServiceAccountBinding.create({ name: 'app', automountServiceAccountToken: true })],
      platform: Platform.OPENSHIFT,
    },
  ],
  'Argo CD': [{ namespaces: ['payments'], pullSecrets: [ghcr], serviceAccounts: patched, argoCd: true }],
  'two declarations for one account': [
    { namespaces: ['payments'], pullSecrets: [ghcr], serviceAccounts: patched },
    { namespaces: ['payments', 'search'], pullSecrets: [all], serviceAccounts: patched, labels: { team: 'acme' } },
  ],
};

/** What people want of identities. */
export const IDENTITIES: Record<string, Partial<cdk8s.WorkloadIdentityProps>> = {
  both: { runtime: RuntimeIdentity.eksIrsa({ roleArn: ROLE }), pull: PullIdentity.ecr({ roleArn: ROLE }) },
  'the default account': { serviceAccount: 'default', runtime: RuntimeIdentity.eksIrsa({ roleArn: ROLE }) },
  neither: { labels: { team: 'acme' }, automountServiceAccountToken: true },
};

/** An identity with what each of them has. */
export function identityProps(more: Partial<cdk8s.WorkloadIdentityProps>): cdk8s.WorkloadIdentityProps {
  return { namespaces: ['payments', 'search'], serviceAccount: 'api', ...more };
}

type Objects = readonly Readonly<Record<string, unknown>>[];

/** The objects that cdk8s writes, by what they are. */
export function synthesised(make: (chart: Chart) => void): Record<string, unknown> {
  const chart = newChart();
  make(chart);
  return byIdentity(Testing.synth(chart).map(withoutMark));
}

/** Objects by what they are: the order of making is each world's own. */
export function byIdentity(objects: Objects): Record<string, unknown> {
  const entries = objects.map((object) => {
    const { name, namespace } = object.metadata as { name: string; namespace?: string };
    return [`${object.kind} ${namespace}/${name}`, object] as const;
  });
  expect(new Set(entries.map(([key]) => key)).size).toBe(entries.length);
  return Object.fromEntries(entries);
}

/** The one difference: in the output of cdk8s a password stands in clear, and is marked; Pulumi encrypts it. */
function withoutMark(object: Record<string, unknown>): Record<string, unknown> {
  const { annotations, ...metadata } = object.metadata as { annotations?: Record<string, string> };
  const { 'regcred.dev/plaintext-credential': _, ...others } = annotations ?? {};
  return { ...object, metadata: { ...metadata, ...(Object.keys(others).length > 0 && { annotations: others }) } };
}
