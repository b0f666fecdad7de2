/** Measures the steps of a run. */
export class Stopwatch {
  /** Step → seconds that it took. */
  public readonly seconds: Record<string, number> = {};

  /** Runs a step. */
  public async time<T>(step: string, run: () => T | Promise<T>): Promise<T> {
    const started = performance.now();
    try {
      return await run();
    } finally {
      this.seconds[step] = Math.round((performance.now() - started) / 100) / 10;
    }
  }

  /** One line a step, and the sum. */
  public table(): string {
    const total = Object.values(this.seconds).reduce((sum, seconds) => sum + seconds, 0);
    return [...Object.entries(this.seconds), ['total', total] as const]
      .map(([step, seconds]) => `${step.padEnd(28)}${seconds.toFixed(1).padStart(8)} s`)
      .join('\n');
  }
}
