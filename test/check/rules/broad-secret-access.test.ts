import { check, findings } from '../objects';

const role = (kind: string, rule: object) => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind,
  metadata: { name: 'reader', namespace: kind === 'Role' ? 'app' : undefined },
  rules: [{ apiGroups: ['apps'], resources: ['deployments'], verbs: ['*'] }, rule],
});
const secrets = { apiGroups: [''], resources: ['secrets'] };
const found = (kind: string, rule: object) => findings('broad-secret-access', [role(kind, rule)]);

test.each<[string, object, string]>([
  [
    'ClusterRole',
    { ...secrets, verbs: ['get', 'list'] },
    'get, list every Secret of the cluster, or of the namespace it is bound in',
  ],
  ['Role', { ...secrets, verbs: ['watch', 'create'] }, 'watch every Secret of its namespace'],
  ['Role', { apiGroups: ['*'], resources: ['*'], verbs: ['*'] }, '* every Secret of its namespace'],
])('hit: a %s with %j', (kind, rule, what) => {
  expect(found(kind, rule)).toEqual([`warning ${kind}/reader rules[1]: ${kind} 'reader' may ${what}`]);
});

test.each([
  { ...secrets, verbs: ['create', 'update'] },
  { ...secrets, verbs: ['get'], resourceNames: ['regcred'] },
  { apiGroups: ['acme.io'], resources: ['secrets'], verbs: ['get'] },
  { apiGroups: [''], resources: ['configmaps'], verbs: ['get'] },
  { nonResourceURLs: ['/metrics'], verbs: ['get'] },
])('miss: %j', (rule) => {
  expect(found('ClusterRole', rule)).toEqual([]);
});

test('a ClusterRole has no namespace', () => {
  const { findings: all } = check([role('ClusterRole', { ...secrets, verbs: ['get'] })]);
  expect(all.map(({ namespace }) => namespace)).toEqual(['']);
});
