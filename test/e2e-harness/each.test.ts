import { each } from '../e2e/harness/each';

test('work is done some at a time, and comes back in order', async () => {
  let running = 0;
  let most = 0;
  const doubled = await each(
    [3, 1, 2],
    async (item) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, item * 5));
      running -= 1;
      return item * 2;
    },
    2,
  );
  expect(doubled).toEqual([6, 2, 4]);
  expect(most).toBe(2);
});
