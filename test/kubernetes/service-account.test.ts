import { serviceAccountOf } from '../../src/kubernetes';

test.each([
  [{ serviceAccountName: 'api' }, 'api'],
  [{ serviceAccount: 'api' }, 'api'],
  [{ serviceAccountName: '', serviceAccount: 'api' }, 'api'],
  [{ serviceAccountName: 'api', serviceAccount: 'old' }, 'api'],
  [{ serviceAccountName: null }, 'default'],
  [{}, 'default'],
])('%j runs as %s', (podSpec, account) => {
  expect(serviceAccountOf(podSpec)).toBe(account);
});
