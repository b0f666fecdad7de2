import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Daemon } from '../e2e/harness/daemon';
import { runningIn, start, stop, tail } from '../e2e/harness/daemon';
import { describeUnless } from '../jest/describe-unless';

const whyNot = process.platform === 'linux' ? undefined : 'this is not Linux';

describeUnless(whyNot, 'no servers')('a server', () => {
  let folder: string;
  const sleeper: Daemon = {
    name: 'sleeper',
    program: 'sleep',
    args: ['60'],
    ports: [],
    ready: async () => true,
    seconds: 5,
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'regcred-daemon-'));
  });
  afterEach(async () => {
    await stop(folder, 'sleeper');
    rmSync(folder, { recursive: true });
  });

  test('runs until it is stopped', async () => {
    await start(folder, sleeper);
    expect(runningIn(folder)).toEqual(['sleeper']);
    await stop(folder, 'sleeper');
    expect(runningIn(folder)).toEqual([]);
  });

  test('that ends at once is reported with its log', async () => {
    const broken = { ...sleeper, args: ['x'], ready: async () => false };
    await expect(start(folder, broken)).rejects.toThrow(
      /sleeper ended with 1; the end of .*\n.*invalid time interval/s,
    );
    expect(tail(folder, 'sleeper')).toContain('invalid time interval');
  });

  test('that is not installed is reported', async () => {
    await expect(start(folder, { ...sleeper, program: 'no-such-program' })).rejects.toThrow('ENOENT');
  });

  test('that never answers is reported', async () => {
    const deaf = { ...sleeper, ready: async () => false, seconds: 0.3 };
    await expect(start(folder, deaf)).rejects.toThrow('sleeper to be ready: not within 0.3 s');
  });

  test('whose number another process has now is left alone', async () => {
    await start(folder, { ...sleeper, name: 'other' });
    const pid = readFileSync(join(folder, 'other.pid'), 'utf8').split(' ')[0];
    writeFileSync(join(folder, 'sleeper.pid'), `${pid} 1`);
    await stop(folder, 'sleeper');
    expect(runningIn(folder)).toEqual(['other']);
    await stop(folder, 'other');
  });
});
