import { applyPodDefaults, mergePodDefaults } from '../../src/plan';
import fc from '../fast-check';

const containers = [{ name: 'app', image: 'ghcr.io/acme/app:1' }];

test.each([
  ['a pod without a list gets ours', {}, ['regcred'], [{ name: 'regcred' }]],
  [
    'a pod with a list keeps it, and ours comes after: its own list shadows the account',
    { imagePullSecrets: [{ name: 'own' }] },
    ['regcred'],
    [{ name: 'own' }, { name: 'regcred' }],
  ],
  [
    'a name that is there is not doubled',
    { imagePullSecrets: [{ name: 'regcred' }] },
    ['regcred'],
    [{ name: 'regcred' }],
  ],
  ['an empty list is none', { imagePullSecrets: [] }, ['regcred'], [{ name: 'regcred' }]],
  ['an empty list is dropped where we have nothing to add', { imagePullSecrets: [] }, [], undefined],
  ['nothing to add adds no field', {}, [], undefined],
  ['a field that a framework left undefined is not there', { imagePullSecrets: undefined }, ['a'], [{ name: 'a' }]],
])('%s', (_title, podSpec, imagePullSecrets, expected) => {
  const result = applyPodDefaults({ ...podSpec, containers }, { imagePullSecrets });
  expect(result.imagePullSecrets).toEqual(expected);
  expect('imagePullSecrets' in result).toBe(expected !== undefined);
});

test('single values are for pods that do not say otherwise', () => {
  const defaults = { automountServiceAccountToken: false, serviceAccountName: 'app', imagePullPolicy: 'Always' };
  expect(applyPodDefaults({ containers, automountServiceAccountToken: undefined }, defaults)).toEqual({
    automountServiceAccountToken: false,
    serviceAccountName: 'app',
    containers: [{ imagePullPolicy: 'Always', ...containers[0] }],
  });
  const own = {
    automountServiceAccountToken: true,
    serviceAccountName: 'own',
    containers: [{ ...containers[0], imagePullPolicy: 'Never' }],
  };
  expect(applyPodDefaults(own, defaults)).toEqual(own);
});

test('`serviceAccount`, the old name of the field, is a value of its own too', () => {
  expect(applyPodDefaults({ serviceAccount: 'own' }, { serviceAccountName: 'app' })).toEqual({ serviceAccount: 'own' });
});

test.each([
  [{}, '{}'],
  [{ name: '' }, 'an object'],
  [{ username: 'bot', password: 'hunter2-PW' }, 'an object'], // a login, whose password is nobody's business
  [null, 'null'],
  ['regcred', 'a string'],
])('a reference without a name is refused: %j', (reference, got) => {
  expect(() => applyPodDefaults({ imagePullSecrets: [reference] }, {})).toThrow(
    `a pull secret is referred to by name: got ${got} in imagePullSecrets, write { name: 'regcred' } or leave it out`,
  );
});

test('the spec that is passed stays as it was, and a second time changes nothing', () => {
  const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/), { maxLength: 4 });
  fc.assert(
    fc.property(names, names, (own, ours) => {
      const podSpec = { containers, imagePullSecrets: own.map((name) => ({ name })) };
      const before = structuredClone(podSpec);
      const once = applyPodDefaults(podSpec, { imagePullSecrets: ours });
      expect(podSpec).toEqual(before);
      expect(applyPodDefaults(once, { imagePullSecrets: ours })).toEqual(once);
      expect(((once.imagePullSecrets ?? []) as object[]).slice(0, own.length)).toEqual(podSpec.imagePullSecrets);
    }),
  );
});

test('of two scopes the lists are joined, and the inner one holds for single values', () => {
  expect(
    mergePodDefaults(
      { imagePullSecrets: ['org', 'both'], serviceAccountName: 'org', automountServiceAccountToken: false },
      { imagePullSecrets: ['both', 'team'], serviceAccountName: 'team', automountServiceAccountToken: undefined },
    ),
  ).toEqual({
    imagePullSecrets: ['org', 'both', 'team'],
    serviceAccountName: 'team',
    automountServiceAccountToken: false,
  });
});
