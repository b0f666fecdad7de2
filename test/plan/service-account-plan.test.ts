import type { ServiceAccountPlan } from '../../src/plan';
import { mergeServiceAccounts, serviceAccountDocument } from '../../src/plan';

const plan = (props: Partial<ServiceAccountPlan> = {}): ServiceAccountPlan => ({
  namespace: 'app1-ns',
  name: 'app1-sa',
  creates: false,
  pullSecrets: ['regcred'],
  ...props,
});

test('the document of an account that somebody else makes holds the list and nothing else', () => {
  expect(serviceAccountDocument(plan())).toEqual({
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name: 'app1-sa', namespace: 'app1-ns' },
    imagePullSecrets: [{ name: 'regcred' }],
  });
});

test('no list is no field: an empty one would wipe what others wrote', () => {
  expect(serviceAccountDocument(plan({ pullSecrets: [] }))).not.toHaveProperty('imagePullSecrets');
});

test('two declarations for one account come to one document with the union of their lists', () => {
  const first = plan({ pullSecrets: ['a', 'b'], labels: { team: 'x' } });
  const second = plan({ pullSecrets: ['b', 'c'], annotations: { note: 'y' } });
  expect(mergeServiceAccounts(first, second)).toEqual(
    plan({ pullSecrets: ['a', 'b', 'c'], labels: { team: 'x' }, annotations: { note: 'y' } }),
  );
});

test('an account that one declaration creates and another patches is created, as the first says', () => {
  const created = plan({ creates: true, automountServiceAccountToken: false });
  const patched = plan({ creates: false });
  const both = plan({ creates: true, automountServiceAccountToken: false });
  expect(mergeServiceAccounts(created, patched)).toEqual(both);
  expect(mergeServiceAccounts(patched, created)).toEqual(both);
});

test.each<[string, Partial<ServiceAccountPlan>, Partial<ServiceAccountPlan>]>([
  [
    'its declarations differ in automountServiceAccountToken: give both the same value',
    { automountServiceAccountToken: true },
    { automountServiceAccountToken: false },
  ],
  [
    "its declarations differ in labels['team']: got 'x' and 'y', keep one",
    { labels: { team: 'x' } },
    { labels: { team: 'y' } },
  ],
])('%s', (why, first, second) => {
  expect(() => mergeServiceAccounts(plan(first), plan(second))).toThrow(
    `service account 'app1-sa' in namespace 'app1-ns' is bound twice, and ${why}`,
  );
});
