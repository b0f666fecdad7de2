import { settle } from '../e2e/harness/settle';

test('the one that fails is thrown when the others are done', async () => {
  let isDone = false;
  const slow = new Promise<void>((resolve) => setTimeout(resolve, 20)).then(() => {
    isDone = true;
  });
  await expect(settle([Promise.reject(new Error('port 1 is taken')), slow, undefined])).rejects.toThrow(
    'port 1 is taken',
  );
  expect(isDone).toBe(true);
});
