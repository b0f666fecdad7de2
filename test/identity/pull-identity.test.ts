import {
  identityPair,
  PullIdentity,
  RuntimeIdentity,
  registriesPulledAs,
  TokenScope,
  WorkloadAccounts,
} from '../../src/identity';

const ROLE = 'arn:aws:iam::111122223333:role/api-pull';
const GUID = '11111111-2222-3333-4444-555555555555';
const project = { projectId: 'acme-prod', projectNumber: '123456789012' };
const accounts = WorkloadAccounts.of({ namespaces: ['payments', 'orders'], serviceAccount: 'api' });

describe('from ECR', () => {
  const ecr = PullIdentity.ecr({ roleArn: ROLE });

  test('an annotation that is not that of IRSA', () => {
    expect(ecr.annotations).toEqual({ 'eks.amazonaws.com/ecr-role-arn': ROLE });
  });

  test('the kubelets may ask for the token of every ServiceAccount, since they do for every pod', () => {
    expect(ecr._objects(accounts)).toMatchInlineSnapshot(`
[
  {
    "apiVersion": "rbac.authorization.k8s.io/v1",
    "kind": "ClusterRole",
    "metadata": {
      "name": "regcred-pull-token-sts.amazonaws.com",
    },
    "rules": [
      {
        "apiGroups": [
          "",
        ],
        "resources": [
          "sts.amazonaws.com",
        ],
        "verbs": [
          "request-serviceaccounts-token-audience",
        ],
      },
    ],
  },
  {
    "apiVersion": "rbac.authorization.k8s.io/v1",
    "kind": "ClusterRoleBinding",
    "metadata": {
      "name": "regcred-pull-token-sts.amazonaws.com",
    },
    "roleRef": {
      "apiGroup": "rbac.authorization.k8s.io",
      "kind": "ClusterRole",
      "name": "regcred-pull-token-sts.amazonaws.com",
    },
    "subjects": [
      {
        "apiGroup": "rbac.authorization.k8s.io",
        "kind": "Group",
        "name": "system:nodes",
      },
    ],
  },
]
`);
  });

  test('or of the one ServiceAccount, where the provider leaves other pods alone', () => {
    const scoped = PullIdentity.ecr({ roleArn: ROLE, tokenScope: TokenScope.SERVICE_ACCOUNT });
    expect(scoped._objects(accounts).slice(0, 2)).toMatchInlineSnapshot(`
[
  {
    "apiVersion": "rbac.authorization.k8s.io/v1",
    "kind": "Role",
    "metadata": {
      "name": "regcred-pull-token-sts.amazonaws.com.api",
      "namespace": "payments",
    },
    "rules": [
      {
        "apiGroups": [
          "",
        ],
        "resourceNames": [
          "api",
        ],
        "resources": [
          "sts.amazonaws.com",
        ],
        "verbs": [
          "request-serviceaccounts-token-audience",
        ],
      },
    ],
  },
  {
    "apiVersion": "rbac.authorization.k8s.io/v1",
    "kind": "RoleBinding",
    "metadata": {
      "name": "regcred-pull-token-sts.amazonaws.com.api",
      "namespace": "payments",
    },
    "roleRef": {
      "apiGroup": "rbac.authorization.k8s.io",
      "kind": "Role",
      "name": "regcred-pull-token-sts.amazonaws.com.api",
    },
    "subjects": [
      {
        "apiGroup": "rbac.authorization.k8s.io",
        "kind": "Group",
        "name": "system:nodes",
      },
    ],
  },
]
`);
    expect(scoped._objects(accounts).map(({ metadata }) => metadata.namespace)).toEqual([
      'payments',
      'payments',
      'orders',
      'orders',
    ]);
  });
});

describe('from ACR', () => {
  test('both annotations, and the token of the one ServiceAccount', () => {
    const acr = PullIdentity.acr({ clientId: GUID, tenantId: GUID });
    expect(acr.annotations).toEqual({
      'kubernetes.azure.com/acr-client-id': GUID,
      'kubernetes.azure.com/acr-tenant-id': GUID,
    });
    expect(acr._objects(accounts)[0]).toMatchObject({
      kind: 'Role',
      rules: [{ resources: ['api://AzureADTokenExchange'] }],
    });
  });

  test('the tenant may stay out only with identity bindings', () => {
    expect(() => PullIdentity.acr({ clientId: GUID })).toThrowErrorMatchingInlineSnapshot(
      `"tenant id of PullIdentity.acr is missing: acr-credential-provider takes both annotations or none, write tenantId"`,
    );
    const acr = PullIdentity.acr({ clientId: GUID, identityBindings: true });
    expect(acr.annotations).toEqual({ 'kubernetes.azure.com/acr-client-id': GUID });
    expect(acr._objects(accounts).map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toMatchInlineSnapshot(`
[
  "ClusterRole regcred-pull-token-api-aksidentitybinding-24ae6813",
  "ClusterRoleBinding regcred-pull-token-api-aksidentitybinding-24ae6813",
]
`);
  });
});

test('from Artifact Registry: an annotation, and a principal that IAM lets read', () => {
  const gke = PullIdentity.gke(project);
  expect(gke.annotations).toEqual({ 'iam.gke.io/enable-wi-image-pull': 'true' });
  expect(gke._objects(accounts)).toEqual([]);
  expect(gke.subjects({ namespaces: ['payments'], serviceAccount: 'api' })).toEqual(
    RuntimeIdentity.gkeDirect(project).subjects({ namespaces: ['payments'], serviceAccount: 'api' }),
  );
});

test('the node needs nothing', () => {
  expect(PullIdentity.node()).toMatchObject({ annotations: {} });
  expect(PullIdentity.node()._objects(accounts)).toEqual([]);
});

describe('the version of the cluster', () => {
  test.each([
    ['ecr', PullIdentity.ecr({ roleArn: ROLE })],
    ['acr', PullIdentity.acr({ clientId: GUID, tenantId: GUID })],
    ['gke', PullIdentity.gke(project)],
  ])('is 1.34 at least for %s', (_, identity) => {
    expect(() => identity.checkKubernetesVersion('v1.34.0')).not.toThrow();
    expect(() => identity.checkKubernetesVersion('1.33')).toThrow(
      expect.objectContaining({ code: 'pull-identity-version' }),
    );
  });

  test('is any for the node, if it is one', () => {
    expect(() => PullIdentity.node().checkKubernetesVersion('1.20')).not.toThrow();
    expect(() => PullIdentity.node().checkKubernetesVersion('new')).toThrow('is written 1.MINOR');
  });

  test('the message names the version, that of the plugin, and the way out', () => {
    expect(() => PullIdentity.ecr({ roleArn: ROLE }).checkKubernetesVersion('1.32')).toThrowErrorMatchingInlineSnapshot(
      `"PullIdentity.ecr needs Kubernetes 1.34 (the kubelet's gate KubeletServiceAccountTokenForCredentialProviders is off before) and ecr-credential-provider 1.34, or 1.35 where pods without the annotation pull from ECR too: got Kubernetes 1.32; until the upgrade use PullIdentity.node() or a pull secret"`,
    );
  });
});

describe('runtime and pull', () => {
  const runtime = RuntimeIdentity.eksIrsa({ roleArn: ROLE });
  const pull = PullIdentity.ecr({ roleArn: ROLE });

  test('are a pair; who is left out is nobody and the node', () => {
    expect(identityPair(runtime, pull)).toEqual({ runtime, pull });
    expect(identityPair()).toMatchObject({
      runtime: { description: 'none' },
      pull: { description: 'PullIdentity.node' },
    });
  });

  test('do not stand in for each other', () => {
    expect(() => identityPair(pull, runtime)).toThrowErrorMatchingInlineSnapshot(
      `"runtime is PullIdentity.ecr, which belongs to pull: runtime is who the container is once it runs; pull is whom the kubelet pulls its image as, before it exists; neither does the other's work: write { pull: ... }"`,
    );
    expect(() => identityPair(undefined, runtime)).toThrow('pull is EKS IRSA, which belongs to runtime: ');
    expect(() => identityPair({ roleArn: ROLE })).toThrow('runtime must be a RuntimeIdentity: got an object, write');
    expect(() => identityPair(runtime, 'ecr')).toThrow('pull must be a PullIdentity: got a string, write');
  });
});

test.each([
  [PullIdentity.ecr({ roleArn: ROLE }), ['ecr', 'ecr-public']],
  [PullIdentity.acr({ clientId: GUID, tenantId: GUID }), ['acr']],
  [PullIdentity.gke(project), ['artifact-registry', 'gcr']],
  [PullIdentity.node(), []],
  [RuntimeIdentity.eksIrsa({ roleArn: ROLE }), []],
  [RuntimeIdentity.azure({ clientId: GUID }), []],
])('%j lets the kubelet log in to %j', ({ annotations }, registries) => {
  expect(registriesPulledAs(annotations)).toEqual(registries);
});

test('an annotation of GKE that is not "true" lets nobody in', () => {
  expect(registriesPulledAs({ 'iam.gke.io/enable-wi-image-pull': 'false' })).toEqual([]);
});
