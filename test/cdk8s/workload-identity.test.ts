import { ApiObject, Chart, Testing } from 'cdk8s';
import {
  PrivateRegistryAccess,
  PullIdentity,
  PullSecret,
  RuntimeIdentity,
  ServiceAccountBinding,
  TokenScope,
  WorkloadIdentity,
  type WorkloadIdentityProps,
} from '../../src';
import { documentOf, newChart, yamlOf } from './synth';

const ROLE = 'arn:aws:iam::111122223333:role/api';
const PULL_ROLE = 'arn:aws:iam::111122223333:role/api-pull';
const CLIENT = '11111111-2222-3333-4444-555555555555';
const TENANT = '66666666-7777-8888-9999-000000000000';
const project = { projectId: 'acme-prod', projectNumber: '123456789012' };
const api = { namespaces: ['payments'], serviceAccount: 'api' };

const synthYaml = (props: Partial<WorkloadIdentityProps>) => {
  const chart = newChart('payments'); // which must not get into what is cluster-scoped
  new WorkloadIdentity(chart, 'api', { ...api, ...props });
  return yamlOf(chart);
};

describe('each cloud', () => {
  test('EKS: IRSA for the container, a role of its own for the pull', () => {
    const runtime = RuntimeIdentity.eksIrsa({ roleArn: ROLE });
    expect(synthYaml({ runtime, pull: PullIdentity.ecr({ roleArn: PULL_ROLE }) })).toMatchInlineSnapshot(`
"apiVersion: v1
kind: ServiceAccount
metadata:
  annotations:
    eks.amazonaws.com/ecr-role-arn: arn:aws:iam::111122223333:role/api-pull
    eks.amazonaws.com/role-arn: arn:aws:iam::111122223333:role/api
  name: api
  namespace: payments
automountServiceAccountToken: false
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: regcred-pull-token-sts.amazonaws.com
rules:
  - apiGroups:
      - ""
    resources:
      - sts.amazonaws.com
    verbs:
      - request-serviceaccounts-token-audience
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: regcred-pull-token-sts.amazonaws.com
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: regcred-pull-token-sts.amazonaws.com
subjects:
  - apiGroup: rbac.authorization.k8s.io
    kind: Group
    name: system:nodes"
`);
  });

  test('EKS Pod Identity, by the ACK controller: nothing on the account', () => {
    const runtime = RuntimeIdentity.eksPodIdentity({ clusterName: 'prod', roleArn: ROLE, ackController: true });
    expect(synthYaml({ runtime })).toMatchInlineSnapshot(`
"apiVersion: v1
kind: ServiceAccount
metadata:
  name: api
  namespace: payments
automountServiceAccountToken: false
---
apiVersion: eks.services.k8s.aws/v1alpha1
kind: PodIdentityAssociation
metadata:
  name: api
  namespace: payments
spec:
  clusterName: prod
  namespace: payments
  roleARN: arn:aws:iam::111122223333:role/api
  serviceAccount: api"
`);
  });

  test('GKE: a Google service account for the container, the account itself for the pull', () => {
    const serviceAccountEmail = 'api-server@acme-prod.iam.gserviceaccount.com';
    const runtime = RuntimeIdentity.gke({ serviceAccountEmail, clusterProjectId: 'acme-prod' });
    expect(synthYaml({ runtime, pull: PullIdentity.gke(project) })).toMatchInlineSnapshot(`
"apiVersion: v1
kind: ServiceAccount
metadata:
  annotations:
    iam.gke.io/enable-wi-image-pull: "true"
    iam.gke.io/gcp-service-account: api-server@acme-prod.iam.gserviceaccount.com
  name: api
  namespace: payments
automountServiceAccountToken: false"
`);
  });

  test('GKE, direct: an account without annotation', () => {
    expect(synthYaml({ runtime: RuntimeIdentity.gkeDirect(project) })).toMatchInlineSnapshot(`
"apiVersion: v1
kind: ServiceAccount
metadata:
  name: api
  namespace: payments
automountServiceAccountToken: false"
`);
  });

  test('AKS: Entra for the container and for the pull', () => {
    const runtime = RuntimeIdentity.azure({ clientId: CLIENT });
    expect(
      synthYaml({ runtime, pull: PullIdentity.acr({ clientId: CLIENT, tenantId: TENANT }) }),
    ).toMatchInlineSnapshot(`
"apiVersion: v1
kind: ServiceAccount
metadata:
  annotations:
    azure.workload.identity/client-id: 11111111-2222-3333-4444-555555555555
    kubernetes.azure.com/acr-client-id: 11111111-2222-3333-4444-555555555555
    kubernetes.azure.com/acr-tenant-id: 66666666-7777-8888-9999-000000000000
  name: api
  namespace: payments
automountServiceAccountToken: false
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: regcred-pull-token-api-azureadtokenexchange-49fa09d4.api
  namespace: payments
rules:
  - apiGroups:
      - ""
    resourceNames:
      - api
    resources:
      - api://AzureADTokenExchange
    verbs:
      - request-serviceaccounts-token-audience
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: regcred-pull-token-api-azureadtokenexchange-49fa09d4.api
  namespace: payments
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: regcred-pull-token-api-azureadtokenexchange-49fa09d4.api
subjects:
  - apiGroup: rbac.authorization.k8s.io
    kind: Group
    name: system:nodes"
`);
  });

  test('no cloud: an account that can do nothing', () => {
    expect(synthYaml({ kubernetesVersion: '1.28' })).toMatchInlineSnapshot(`
"apiVersion: v1
kind: ServiceAccount
metadata:
  name: api
  namespace: payments
automountServiceAccountToken: false"
`);
  });
});

describe('the account', () => {
  const runtime = RuntimeIdentity.eksIrsa({ roleArn: ROLE });
  const accountOf = (props: Partial<WorkloadIdentityProps>) => {
    const chart = newChart();
    new WorkloadIdentity(chart, 'api', { ...api, runtime, ...props });
    return documentOf(chart, 'ServiceAccount');
  };

  test.each<[string, Partial<WorkloadIdentityProps>, boolean | undefined]>([
    ['one that is made here gets no token for the Kubernetes API', {}, false],
    ['unless it is asked for', { automountServiceAccountToken: true }, true],
    ['one that is patched stays as it is', { createServiceAccount: false }, undefined],
    ['and so does `default`, which Kubernetes makes', { serviceAccount: 'default' }, undefined],
    ['unless it is told', { serviceAccount: 'default', automountServiceAccountToken: false }, false],
  ])('%s', (_title, props, automount) => {
    expect(accountOf(props).automountServiceAccountToken).toBe(automount);
  });

  test('has the labels that it is given', () => {
    expect(accountOf({ labels: { team: 'shop' } }).metadata.labels).toEqual({ team: 'shop' });
  });

  test('is told to others by name and by subject', () => {
    const identity = new WorkloadIdentity(newChart(), 'api', { ...api, namespaces: ['payments', 'orders'] });
    expect(identity.serviceAccountName).toBe('api');
    expect(identity.subject('orders')).toBe('system:serviceaccount:orders:api');
  });
});

describe('together with PrivateRegistryAccess: one document for the account', () => {
  const access = { namespaces: ['payments'], pullSecrets: [PullSecret.existing('regcred')] };
  const runtime = RuntimeIdentity.eksIrsa({ roleArn: ROLE });
  const expected = {
    metadata: { name: 'api', namespace: 'payments', annotations: { 'eks.amazonaws.com/role-arn': ROLE } },
    imagePullSecrets: [{ name: 'regcred' }],
    automountServiceAccountToken: false,
  };

  test.each([
    ['made by both', ServiceAccountBinding.create({ name: 'api' })],
    ['made by the identity, patched by the access', ServiceAccountBinding.patch({ name: 'api' })],
  ])('%s, whichever comes first', (_title, binding) => {
    const serviceAccounts = [binding];
    const [first, second] = [newChart(), newChart()];
    new WorkloadIdentity(first, 'api', { ...api, runtime });
    new PrivateRegistryAccess(first, 'pull', { ...access, serviceAccounts });
    new PrivateRegistryAccess(second, 'pull', { ...access, serviceAccounts });
    new WorkloadIdentity(second, 'api', { ...api, runtime });
    expect(documentOf(first, 'ServiceAccount')).toMatchObject(expected);
    expect(documentOf(second, 'ServiceAccount')).toMatchObject(expected);
  });

  test('the default account, which both patch', () => {
    const chart = newChart();
    new PrivateRegistryAccess(chart, 'pull', access);
    new WorkloadIdentity(chart, 'api', { ...api, serviceAccount: 'default', runtime });
    expect(documentOf(chart, 'ServiceAccount')).toEqual({
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'default', namespace: 'payments', annotations: { 'eks.amazonaws.com/role-arn': ROLE } },
      imagePullSecrets: [{ name: 'regcred' }],
    });
  });
});

describe('what several workloads need alike is there once', () => {
  const pull = PullIdentity.ecr({ roleArn: PULL_ROLE });

  test('the right of the kubelets, of two charts of one app', () => {
    const app = Testing.app();
    const [first, second] = [new Chart(app, 'first'), new Chart(app, 'second', { namespace: 'orders' })];
    new WorkloadIdentity(first, 'api', { ...api, pull });
    new WorkloadIdentity(second, 'worker', { namespaces: ['orders'], serviceAccount: 'worker', pull });
    expect(Testing.synth(first).map(({ kind }) => kind)).toEqual([
      'ServiceAccount',
      'ClusterRole',
      'ClusterRoleBinding',
    ]);
    expect(Testing.synth(second).map(({ kind }) => kind)).toEqual(['ServiceAccount']);
  });

  test('two registries for one account: a Role for each audience', () => {
    const chart = newChart();
    new WorkloadIdentity(chart, 'ecr', {
      ...api,
      pull: PullIdentity.ecr({ roleArn: PULL_ROLE, tokenScope: TokenScope.SERVICE_ACCOUNT }),
    });
    new WorkloadIdentity(chart, 'acr', { ...api, pull: PullIdentity.acr({ clientId: CLIENT, tenantId: TENANT }) });
    expect(
      Testing.synth(chart)
        .filter(({ kind }) => kind === 'Role')
        .map(({ metadata }) => metadata.name),
    ).toEqual(['regcred-pull-token-sts.amazonaws.com.api', 'regcred-pull-token-api-azureadtokenexchange-49fa09d4.api']);
    expect(Object.keys(documentOf(chart, 'ServiceAccount').metadata.annotations)).toHaveLength(3);
  });

  test('and where they differ, one would overwrite the other', () => {
    const association = (roleArn: string) =>
      RuntimeIdentity.eksPodIdentity({ clusterName: 'prod', roleArn, ackController: true });
    const chart = newChart();
    new WorkloadIdentity(chart, 'api', { ...api, runtime: association(ROLE) });
    new WorkloadIdentity(chart, 'same', { ...api, runtime: association(ROLE) });
    expect(() => new WorkloadIdentity(chart, 'other', { ...api, runtime: association(PULL_ROLE) })).toThrow(
      "PodIdentityAssociation 'api' in namespace 'payments' is made by 'test/api/podidentityassociation.payments.api' already and differs, " +
        'so that one would overwrite the other: give both constructs the same options, or another service account',
    );
  });
});

describe('what cannot be', () => {
  const make = (props: Partial<WorkloadIdentityProps>) => () =>
    new WorkloadIdentity(newChart(), 'api', { ...api, ...props });

  test('the two identities swapped', () => {
    const pull = PullIdentity.ecr({ roleArn: PULL_ROLE }) as unknown as RuntimeIdentity;
    expect(make({ runtime: pull })).toThrow(
      'runtime is PullIdentity.ecr, which belongs to pull: runtime is who the container is once it runs; pull is whom the kubelet ' +
        "pulls its image as, before it exists; neither does the other's work: write { pull: ... }",
    );
    const runtime = RuntimeIdentity.eksIrsa({ roleArn: ROLE }) as unknown as PullIdentity;
    expect(make({ pull: runtime })).toThrow(
      'pull is EKS IRSA, which belongs to runtime: runtime is who the container is once it runs; pull is whom the kubelet ' +
        "pulls its image as, before it exists; neither does the other's work: write { runtime: ... }",
    );
  });

  test('a cluster that is too old', () => {
    expect(make({ pull: PullIdentity.ecr({ roleArn: PULL_ROLE }), kubernetesVersion: 'v1.33.4-eks-1' })).toThrow(
      "PullIdentity.ecr needs Kubernetes 1.34 (the kubelet's gate KubeletServiceAccountTokenForCredentialProviders is off before) and " +
        'ecr-credential-provider 1.34, or 1.35 where pods without the annotation pull from ECR too: got Kubernetes 1.33; ' +
        'until the upgrade use PullIdentity.node() or a pull secret',
    );
  });

  test.each<[Partial<WorkloadIdentityProps>, string]>([
    [{ namespaces: [] }, "namespaces of ServiceAccount 'api' are empty: write at least one"],
    [{ namespaces: ['a', 'a'] }, "namespace is listed twice: got 'a', write it once"],
    [{ namespaces: ['Payments'] }, "got 'Payments', write 'payments'"],
    [{ serviceAccount: 'My_API' }, "got 'My_API', write 'my-api'"],
    [
      { kubernetesVersion: 'latest' },
      "a Kubernetes version is written 1.MINOR: got 'latest', write for example '1.35'",
    ],
  ])('%j', (props, message) => {
    expect(make(props)).toThrow(message);
  });

  test('the subject in a namespace that is not one of them', () => {
    expect(() => make({})().subject('orders')).toThrow(
      "namespace 'orders' is not one of ServiceAccount 'api': it has payments; add it to namespaces",
    );
  });

  test('two roles for one account', () => {
    const chart = newChart();
    new WorkloadIdentity(chart, 'api', { ...api, runtime: RuntimeIdentity.eksIrsa({ roleArn: ROLE }) });
    expect(
      () => new WorkloadIdentity(chart, 'other', { ...api, runtime: RuntimeIdentity.eksIrsa({ roleArn: PULL_ROLE }) }),
    ).toThrow(
      "service account 'api' in namespace 'payments' is bound twice, and its declarations differ in " +
        `annotations['eks.amazonaws.com/role-arn']: got '${ROLE}' and '${PULL_ROLE}', keep one`,
    );
  });

  test('an account that a chart from elsewhere makes too', () => {
    const chart = newChart('payments');
    new WorkloadIdentity(chart, 'api', { ...api, runtime: RuntimeIdentity.eksIrsa({ roleArn: ROLE }) });
    new ApiObject(chart, 'theirs', { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'api' } });
    expect(() => Testing.synth(chart)).toThrow(
      "service account 'api' in namespace 'payments' is made here and bound by 'test/api/serviceaccount.payments.api': two documents " +
        `overwrite one another; drop this one, or leave the binding out and write the annotation 'eks.amazonaws.com/role-arn': '${ROLE}' here`,
    );
  });
});
