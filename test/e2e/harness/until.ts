import { setTimeout as sleep } from 'node:timers/promises';

/** How to wait. */
export interface Patience {
  /** What is waited for, as the error says it. */
  readonly what: string;
  readonly seconds: number;
  /** Time between two looks. @default 100 ms */
  readonly everyMs?: number;
}

/** Asks again and again until there is an answer that is not `undefined`, and returns it. */
export async function until<T>(patience: Patience, ask: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const deadline = performance.now() + patience.seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > deadline) throw new Error(`${patience.what}: not within ${patience.seconds} s`);
    await sleep(patience.everyMs ?? 100);
  }
}
