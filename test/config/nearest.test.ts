import { nearest } from '../../src/config';

test.each([
  ['chek', 'check'],
  ['CHECK', 'check'],
  ['suppresions', 'suppressions'],
  ['fail-on', 'failOn'],
  ['zzz', undefined],
  ['', undefined],
  ['x'.repeat(100_000), undefined],
])('%.20s → %s', (word, expected) => {
  expect(nearest(word, ['check', 'suppressions', 'failOn'])).toBe(expected);
});
