import { inspect } from 'node:util';
import { RegcredError } from '../../src/error';

test('Node.js prints the message, where it was thrown and the code, and nothing that others hang on it', () => {
  const error = Object.assign(new RegcredError('secret-name', 'no name'), { promise: { held: 'hunter2-PW' } });
  const printed = inspect(error, { colors: true });
  expect(printed).toMatch(/^RegcredError: no name\n.*at .*\n[\s\S]*code: secret-name$/);
  expect(printed).not.toContain('hunter2-PW');
});
