import { isDnsLabel, isDnsSubdomain, parseNamespaceName, parseSecretName } from '../../src/kubernetes';

test.each([
  ['app1-ns', true, true],
  ['7-up', true, true],
  ['a'.repeat(63), true, true],
  ['a'.repeat(64), false, true],
  ['regcred.acme.io', false, true],
  [`${'a'.repeat(252)}.b`, false, false],
  ['', false, false],
  ['-a', false, false],
  ['a-', false, false],
  ['a..b', false, false],
  ['App', false, false],
  ['a_b', false, false],
  ['a\n', false, false],
])('%j: a DNS label %s, a DNS subdomain %s', (name, label, subdomain) => {
  expect(isDnsLabel(name)).toBe(label);
  expect(isDnsSubdomain(name)).toBe(subdomain);
});

test('a bad namespace name says what to write instead', () => {
  expect(() => parseNamespaceName('Team_A')).toThrow(
    "namespace name must be a DNS label of at most 63 characters (lower case letters, digits and '-'): got 'Team_A', write 'team-a'",
  );
});

test('a bad Secret name says what to write instead, where there is something', () => {
  expect(() => parseSecretName('Docker Hub')).toThrow("got 'Docker Hub', write 'docker-hub'");
  expect(() => parseSecretName('')).toThrow(/got ''$/);
});
