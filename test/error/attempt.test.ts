import { attempt, RegcredError } from '../../src/error';

function fails(error: Error): never {
  throw error;
}

test('what a call gives is handed on', () => expect(attempt(() => 'ghcr.io')).toBe('ghcr.io'));

test('a RegcredError is nothing', () => {
  expect(attempt(() => fails(new RegcredError('registry-host', 'no host')))).toBeUndefined();
});

test('any other error is a fault of ours, and is thrown', () => {
  expect(() => attempt(() => fails(new TypeError('not a function')))).toThrow(TypeError);
});
