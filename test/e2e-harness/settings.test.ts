import { settingsFrom } from '../e2e/harness/settings';

describe('settings', () => {
  test('ports are nine in a row from REGCRED_PEERS_PORT', () => {
    const { ports } = settingsFrom({ REGCRED_PEERS_PORT: '20000' });
    expect(Object.values(ports).sort()).toEqual([20000, 20001, 20002, 20003, 20004, 20005, 20006, 20007, 20008]);
  });

  test.each(['80', '1e9', 'x', ''])("REGCRED_PEERS_PORT='%s' is refused", (port) => {
    expect(() => settingsFrom({ REGCRED_PEERS_PORT: port })).toThrow('REGCRED_PEERS_PORT must be a number');
  });
});
