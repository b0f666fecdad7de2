/** Does something for each item, some at a time; the results come in the items' order. */
export async function each<Item, Result>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Result>,
  atATime = 16,
): Promise<Result[]> {
  const results: Result[] = [];
  const queue = items.entries(); // one iterator for all workers: each takes the next
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await work(item, index);
  };
  await Promise.all(Array.from({ length: Math.min(atATime, items.length) }, worker));
  return results;
}
