/** CPU milliseconds (user and system, all threads) that a piece of work takes; the fewest of some rounds. */
export function cpu(work: () => unknown, rounds = 1): number {
  let fewest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    fewest = Math.min(fewest, (user + system) / 1000);
  }
  return fewest;
}
