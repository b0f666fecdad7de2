import { WorkloadAccounts } from '../../src/identity';
import { parseAudience } from '../../src/identity/audience';
import { shellLine, shellWord } from '../../src/identity/shell-word';
import { AZURE_EXPIRATION, IRSA_EXPIRATION, parseTokenExpiration } from '../../src/identity/token-expiration';

describe('an audience', () => {
  test.each(['sts.amazonaws.com', 'api://AzureADTokenExchange', 'acme-prod.svc.id.goog', 'https://vault.acme.io'])(
    '%s',
    (text) => {
      expect(parseAudience(text)).toBe(text);
    },
  );

  test.each(['', ' ', 'a b', 'a\n', 'é', 'a'.repeat(256)])('is not %j', (text) => {
    expect(() => parseAudience(text)).toThrow(expect.objectContaining({ code: 'identity-audience' }));
  });

  test('that is empty says what to write', () => {
    expect(() => parseAudience('')).toThrowErrorMatchingInlineSnapshot(
      `"audience must be 1 to 255 visible ASCII characters without spaces: got '', write what the cloud expects, such as 'sts.amazonaws.com' or 'api://AzureADTokenExchange'"`,
    );
  });
});

describe('a token expiration', () => {
  test.each([
    [600, IRSA_EXPIRATION],
    [86_400, IRSA_EXPIRATION],
    [3_600, AZURE_EXPIRATION],
  ])('%d', (seconds, range) => {
    expect(parseTokenExpiration(seconds, range)).toBe(String(seconds));
  });

  test.each([
    [599, IRSA_EXPIRATION, 'from 600 to 86400: got 599'],
    [86_401, IRSA_EXPIRATION, 'from 600 to 86400: got 86401'],
    [3_599, AZURE_EXPIRATION, 'from 3600 to 86400: got 3599'],
    [3_600.5, AZURE_EXPIRATION, 'got 3600.5'],
    [Number.NaN, IRSA_EXPIRATION, 'got NaN'],
    [-1, IRSA_EXPIRATION, 'got -1'],
  ])('is not %d', (seconds, range, message) => {
    expect(() => parseTokenExpiration(seconds, range)).toThrow(message);
  });
});

describe('the ServiceAccounts of a workload', () => {
  const accounts = WorkloadAccounts.of({ namespaces: ['payments', 'orders'], serviceAccount: 'api' });

  test('have a subject in each namespace', () => {
    expect(accounts.subjects).toEqual(['system:serviceaccount:payments:api', 'system:serviceaccount:orders:api']);
    expect(accounts.subjectIn('orders')).toBe('system:serviceaccount:orders:api');
  });

  test('have none in another', () => {
    expect(() => accounts.subjectIn('billing')).toThrowErrorMatchingInlineSnapshot(
      `"namespace 'billing' is not one of ServiceAccount 'api': it has payments, orders; add it to namespaces"`,
    );
  });

  test.each([
    [{ namespaces: [], serviceAccount: 'api' }, "namespaces of ServiceAccount 'api' are empty: write at least one"],
    [{ namespaces: ['a', 'b', 'a'], serviceAccount: 'api' }, "namespace is listed twice: got 'a', write it once"],
    [{ namespaces: ['Payments'], serviceAccount: 'api' }, "got 'Payments', write 'payments'"],
    [{ namespaces: ['payments'], serviceAccount: 'API' }, "got 'API', write 'api'"],
    [{ namespaces: [], serviceAccount: 7 as never }, 'ServiceAccount name must be a string: got a number'],
  ])('are refused: %j', (options, message) => {
    expect(() => WorkloadAccounts.of(options)).toThrow(message);
  });
});

test.each([
  ['plain-1.2/a:b=c', 'plain-1.2/a:b=c'],
  ['serviceAccount:p.svc.id.goog[a/b]', "'serviceAccount:p.svc.id.goog[a/b]'"],
  ['', "''"],
  ["it's", "'it'\\''s'"],
  ['$(rm -rf ~)', "'$(rm -rf ~)'"],
  ['a\nb', "'a\nb'"],
])('%j is one word of a shell: %s', (text, word) => {
  expect(shellWord(text)).toBe(word);
});

test('a command is one line', () => {
  expect(shellLine('gcloud projects', ['add', 'x'], [], ['--to=[a]'])).toBe("gcloud projects add x '--to=[a]'");
});
