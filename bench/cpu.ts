/** CPU milliseconds, user and system, of all threads. */
export function cpu(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** The fewest CPU milliseconds of each piece of work in some rounds; the pieces take turns, so that a busy machine troubles all alike. */
export function fewestCpu<Name extends string>(
  works: Record<Name, () => unknown>,
  rounds: number,
): Record<Name, number> {
  const names = Object.keys(works) as Name[];
  const fewest = Object.fromEntries(names.map((name) => [name, Number.POSITIVE_INFINITY])) as Record<Name, number>;
  for (let round = 0; round < rounds; round++) {
    for (const name of names) fewest[name] = Math.min(fewest[name], cpu(works[name]));
  }
  return fewest;
}
