import { RuntimeIdentity, WorkloadAccounts } from '../../src/identity';

const ROLE = 'arn:aws:iam::111122223333:role/api';
const GUID = '11111111-2222-3333-4444-555555555555';
const accounts = { namespaces: ['payments'], serviceAccount: 'api' };
const inCluster = (identity: RuntimeIdentity) => ({
  annotations: identity.annotations,
  podLabels: identity.podLabels,
  objects: identity._objects(WorkloadAccounts.of(accounts)),
  subjects: identity.subjects(accounts),
});

describe('on EKS', () => {
  test('IRSA', () => {
    expect(inCluster(RuntimeIdentity.eksIrsa({ roleArn: ROLE }))).toMatchInlineSnapshot(`
{
  "annotations": {
    "eks.amazonaws.com/role-arn": "arn:aws:iam::111122223333:role/api",
  },
  "objects": [],
  "podLabels": {},
  "subjects": [
    "system:serviceaccount:payments:api",
  ],
}
`);
  });

  test('IRSA, every option', () => {
    const options = { roleArn: ROLE, audience: 'acme', stsRegionalEndpoints: false, tokenExpiration: 3_600 };
    expect(RuntimeIdentity.eksIrsa(options).annotations).toMatchInlineSnapshot(`
{
  "eks.amazonaws.com/audience": "acme",
  "eks.amazonaws.com/role-arn": "arn:aws:iam::111122223333:role/api",
  "eks.amazonaws.com/sts-regional-endpoints": "false",
  "eks.amazonaws.com/token-expiration": "3600",
}
`);
  });

  test('Pod Identity leaves the ServiceAccount alone', () => {
    const identity = inCluster(RuntimeIdentity.eksPodIdentity({ clusterName: 'prod', roleArn: ROLE }));
    expect(identity).toMatchObject({ annotations: {}, podLabels: {}, objects: [] });
  });

  test('Pod Identity by the ACK controller', () => {
    const targetRoleArn = 'arn:aws:iam::444455556666:role/data';
    const options = {
      clusterName: 'prod',
      roleArn: ROLE,
      targetRoleArn,
      disableSessionTags: true,
      ackController: true,
    };
    expect(inCluster(RuntimeIdentity.eksPodIdentity(options)).objects).toMatchInlineSnapshot(`
[
  {
    "apiVersion": "eks.services.k8s.aws/v1alpha1",
    "kind": "PodIdentityAssociation",
    "metadata": {
      "name": "api",
      "namespace": "payments",
    },
    "spec": {
      "clusterName": "prod",
      "disableSessionTags": true,
      "namespace": "payments",
      "roleARN": "arn:aws:iam::111122223333:role/api",
      "serviceAccount": "api",
      "targetRoleARN": "arn:aws:iam::444455556666:role/data",
    },
  },
]
`);
  });
});

describe('on GKE', () => {
  test('a Google service account', () => {
    const serviceAccountEmail = 'api-server@acme-prod.iam.gserviceaccount.com';
    expect(
      inCluster(RuntimeIdentity.gke({ serviceAccountEmail, clusterProjectId: 'acme-prod' })),
    ).toMatchInlineSnapshot(`
{
  "annotations": {
    "iam.gke.io/gcp-service-account": "api-server@acme-prod.iam.gserviceaccount.com",
  },
  "objects": [],
  "podLabels": {},
  "subjects": [
    "serviceAccount:acme-prod.svc.id.goog[payments/api]",
  ],
}
`);
  });

  test('the ServiceAccount itself', () => {
    const identity = RuntimeIdentity.gkeDirect({ projectId: 'acme-prod', projectNumber: '123456789012' });
    expect(inCluster(identity)).toMatchInlineSnapshot(`
{
  "annotations": {},
  "objects": [],
  "podLabels": {},
  "subjects": [
    "principal://iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/acme-prod.svc.id.goog/subject/ns/payments/sa/api",
  ],
}
`);
  });
});

test('on AKS: the label is for the pods', () => {
  const options = { clientId: GUID.toUpperCase(), tenantId: GUID, tokenExpiration: 7_200 };
  expect(inCluster(RuntimeIdentity.azure(options))).toMatchInlineSnapshot(`
{
  "annotations": {
    "azure.workload.identity/client-id": "11111111-2222-3333-4444-555555555555",
    "azure.workload.identity/service-account-token-expiration": "7200",
    "azure.workload.identity/tenant-id": "11111111-2222-3333-4444-555555555555",
  },
  "objects": [],
  "podLabels": {
    "azure.workload.identity/use": "true",
  },
  "subjects": [
    "system:serviceaccount:payments:api",
  ],
}
`);
});

test('nobody', () => {
  expect(inCluster(RuntimeIdentity.none())).toMatchObject({ annotations: {}, podLabels: {}, objects: [] });
});

test.each([
  [() => RuntimeIdentity.eksIrsa({ roleArn: 'api' }), 'identity-role-arn'],
  [() => RuntimeIdentity.eksIrsa({ roleArn: ROLE, audience: '' }), 'identity-audience'],
  [() => RuntimeIdentity.eksIrsa({ roleArn: ROLE, tokenExpiration: 60 }), 'identity-token-expiration'],
  [() => RuntimeIdentity.eksPodIdentity({ clusterName: 'a b', roleArn: ROLE }), 'identity-eks-cluster'],
  [() => RuntimeIdentity.eksPodIdentity({ clusterName: 'a', roleArn: ROLE, targetRoleArn: 'b' }), 'identity-role-arn'],
  [
    () => RuntimeIdentity.gke({ serviceAccountEmail: 'a@b.io', clusterProjectId: 'acme-prod' }),
    'identity-gcp-service-account',
  ],
  [
    () => RuntimeIdentity.gkeDirect({ projectId: 'acme-prod', projectNumber: 'acme-prod' }),
    'identity-gcp-project-number',
  ],
  [() => RuntimeIdentity.azure({ clientId: 'api' }), 'identity-guid'],
  [() => RuntimeIdentity.azure({ clientId: GUID, tenantId: '' }), 'identity-guid'],
  [() => RuntimeIdentity.azure({ clientId: GUID, tokenExpiration: 600 }), 'identity-token-expiration'],
])('%s is refused: %s', (declare, code) => {
  expect(declare).toThrow(expect.objectContaining({ code }));
});
