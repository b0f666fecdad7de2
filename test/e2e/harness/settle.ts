/** Waits for all, also where one fails, and then throws the first error: nothing is still being started when others are stopped. */
export async function settle(work: readonly (Promise<unknown> | undefined)[]): Promise<void> {
  const failed = (await Promise.allSettled(work)).find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}
