import { Glob } from '../../src/keyring/glob';

test.each([
  ['ghcr', 'ghcr', true],
  ['ghcr', 'GHCR', false],
  ['*', 'ghcr', true],
  ['*', '', true],
  ['gh*', 'ghcr', true],
  ['*cr', 'ghcr', true],
  ['g*c*', 'ghcr', true],
  ['*a*b', 'aab', true],
  ['*a*b', 'aba', false],
  ['**r', 'ghcr', true],
  ['g*x', 'ghcr', false],
  // what is left of an IPv6 address without a port, one character for all of it
  ['[F::1]', 'F', true],
  ['[F::1]', '[F::1]', false],
  ['[1%2-a]', 'A', true],
  ['[1%2-a]', 'b', false],
  ['[::ffff:1', '1', false],
  ['[-a]', 'a', false],
])('%s on %s: %s', (pattern, label, expected) => {
  expect(Glob.parse(pattern).matches(label)).toBe(expected);
});
