import { PullIdentity, RuntimeIdentity } from '../../src/identity';
import { planWorkloadIdentity } from '../../src/plan';

const roleArn = 'arn:aws:iam::111122223333:role/api';
const api = { namespaces: ['payments', 'orders'], serviceAccount: 'api' };

test('an account in each namespace, which lists no pull secret', () => {
  expect(planWorkloadIdentity({ ...api, runtime: RuntimeIdentity.eksIrsa({ roleArn }) }).serviceAccounts).toEqual(
    ['payments', 'orders'].map((namespace) => ({
      namespace,
      name: 'api',
      creates: true,
      pullSecrets: [],
      automountServiceAccountToken: false,
      annotations: { 'eks.amazonaws.com/role-arn': roleArn },
    })),
  );
});

test('an account is bound to nothing: what is beside it is for the kubelets', () => {
  const { documents } = planWorkloadIdentity({ ...api, pull: PullIdentity.ecr({ roleArn }) });
  expect(documents.flatMap(({ subjects = [] }) => subjects)).toEqual([
    { apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'system:nodes' },
  ]);
});

test('only Azure labels pods', () => {
  const clientId = '11111111-2222-3333-4444-555555555555';
  expect(planWorkloadIdentity({ ...api, runtime: RuntimeIdentity.azure({ clientId }) }).podLabels).toEqual({
    serviceAccount: 'api',
    labels: { 'azure.workload.identity/use': 'true' },
  });
  expect(planWorkloadIdentity(api).podLabels.labels).toEqual({});
});
