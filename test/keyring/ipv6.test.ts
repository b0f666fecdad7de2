import { isIPv6 } from '../../src/keyring/ipv6';

test.each([
  ['::', true],
  ['::1', true],
  ['1::', true],
  ['fe80::1%en0', true],
  ['1:2:3:4:5:6:7:8', true],
  ['1:2:3:4:5:6:7::', true],
  ['::ffff:1.2.3.4', true],
  ['1:2:3:4:5:6:1.2.3.4', true],
  ['1:2:3:4:5:6:7::8', false],
  ['1:2:3:4:5:6:7', false],
  ['1:2:3:4:5:6:7:8:9', false],
  ['1:2:3:4:5:6:7:1.2.3.4', false],
  ['1::2::3', false],
  [':::', false],
  [':1', false],
  ['1:', false],
  ['12345::', false],
  ['g::', false],
  ['::1.2.3', false],
  ['::01.2.3.4', false],
  ['::256.2.3.4', false],
  ['::1%', false],
  ['1.2.3.4', false],
  ['12', false],
  ['', false],
])('%j: %s', (text, expected) => {
  expect(isIPv6(text)).toBe(expected);
});
