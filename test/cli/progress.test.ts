import { Progress } from '../../src/cli/progress';

function watch(isTTY: boolean, times: readonly number[]): string[] {
  const written: string[] = [];
  const clock = [0, ...times];
  const progress = new Progress({
    stderr: { isTTY, write: (text) => written.push(text) },
    now: () => clock.shift() ?? 0,
  });
  for (const time of times) progress.tick(() => `at ${time}`);
  progress.done();
  return written;
}

const CLEAR = '\r\u001b[K';

test('nothing before a second has gone, then ten times a second, and the line is taken away', () => {
  expect(watch(true, [10, 999, 1000, 1050, 1100, 1150, 1201])).toEqual([
    `${CLEAR}at 1000`,
    `${CLEAR}at 1100`,
    `${CLEAR}at 1201`,
    CLEAR,
  ]);
});

test('nothing at all where it is done at once', () => {
  expect(watch(true, [1, 2, 3])).toEqual([]);
});

test('nothing at all where no person looks', () => {
  expect(watch(false, [2000, 3000])).toEqual([]);
});
