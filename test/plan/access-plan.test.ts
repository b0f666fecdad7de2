import { Platform, PullSecret, planAccess, ServiceAccountBinding } from '../../src/plan';

const context = { render: () => 'e30=', now: new Date(0) };
const regcred = PullSecret.existing('regcred');
const intent = {
  namespaces: ['app1-ns'],
  pullSecrets: [regcred],
  serviceAccounts: [ServiceAccountBinding.patchDefault()],
};

test('each namespace gets the same accounts, all of them with every pull secret', () => {
  const plans = planAccess(
    {
      namespaces: ['b', 'a'],
      pullSecrets: [regcred, PullSecret.existing('other')],
      serviceAccounts: [ServiceAccountBinding.patchDefault(), ServiceAccountBinding.create({ name: 'app' })],
    },
    context,
  );
  expect(plans.map((plan) => plan.namespace)).toEqual(['b', 'a']);
  for (const { namespace, documents, serviceAccounts } of plans) {
    expect(documents).toEqual([]); // somebody else makes the Secrets
    expect(serviceAccounts).toEqual([
      { namespace, name: 'default', creates: false, pullSecrets: ['regcred', 'other'] },
      { namespace, name: 'app', creates: true, pullSecrets: ['regcred', 'other'], automountServiceAccountToken: false },
    ]);
  }
});

test('namespaces are made where asked for, with the labels and annotations of the declaration', () => {
  const labels = { team: 'x' };
  const [plan] = planAccess({ ...intent, createNamespaces: true, labels, annotations: { note: 'y' } }, context);
  expect(plan?.documents).toEqual([
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'app1-ns', labels, annotations: { note: 'y' } } },
  ]);
});

test('an account adds its own labels to those of the declaration', () => {
  const create = ServiceAccountBinding.create({ name: 'app', labels: { tier: 'web' }, annotations: { note: 'own' } });
  const [plan] = planAccess(
    { ...intent, serviceAccounts: [create], labels: { team: 'x' }, annotations: { note: 'all' } },
    context,
  );
  expect(plan?.serviceAccounts[0]).toMatchObject({ labels: { team: 'x', tier: 'web' }, annotations: { note: 'own' } });
});

test('an account that is made gives no token where its author hands undefined through', () => {
  const serviceAccounts = [ServiceAccountBinding.create({ name: 'app', automountServiceAccountToken: undefined })];
  const [plan] = planAccess({ ...intent, serviceAccounts }, context);
  expect(plan?.serviceAccounts[0]).toMatchObject({ automountServiceAccountToken: false });
});

test('on OpenShift no list is written: accounts of others are left alone, and ours are made without one', () => {
  const serviceAccounts = [ServiceAccountBinding.patchDefault(), ServiceAccountBinding.create({ name: 'app' })];
  const [plan] = planAccess({ ...intent, serviceAccounts, platform: Platform.OPENSHIFT }, context);
  expect(plan?.serviceAccounts).toEqual([
    { namespace: 'app1-ns', name: 'app', creates: true, pullSecrets: [], automountServiceAccountToken: false },
  ]);
});

test.each([
  ['namespace-duplicate', { namespaces: ['a', 'a'] }, "namespace 'a' is listed twice: list each name once"],
  [
    'secret-duplicate',
    { pullSecrets: [regcred, PullSecret.existing('regcred')] },
    "pull secret 'regcred' is listed twice: list each name once",
  ],
  [
    'service-account-conflict',
    { serviceAccounts: [ServiceAccountBinding.patchDefault(), ServiceAccountBinding.patch({ name: 'default' })] },
    "service account 'default' is listed twice: list each name once",
  ],
  ['plan-empty', { namespaces: [] }, "'namespaces' is an empty list: name at least one namespace"],
  ['plan-empty', { pullSecrets: [] }, "'pullSecrets' is an empty list: name at least one pull secret"],
  ['namespace-name', { namespaces: ['App1'] }, "got 'App1', write 'app1'"],
])('%s: %j', (code, props, message) => {
  expect(() => planAccess({ ...intent, ...props }, context)).toThrow(
    expect.objectContaining({ code, message: expect.stringContaining(message) }),
  );
});

test.each([
  [() => PullSecret.existing('Docker Hub'), 'secret-name', "got 'Docker Hub', write 'docker-hub'"],
  [
    () => PullSecret.fromLogins({ logins: [] }),
    'pull-secret-empty',
    "pull secret 'regcred' has no login: give at least one, or refer to a Secret that is there with PullSecret.existing('regcred')",
  ],
  [() => ServiceAccountBinding.patch({ name: '' }), 'service-account-name', "got ''"],
])('%s', (make, code, message) => {
  expect(make).toThrow(expect.objectContaining({ code, message: expect.stringContaining(message) }));
});
