import type { CliIo } from './io';

/** Milliseconds before a person is told that it goes on. */
const PATIENCE = 1000;
const INTERVAL = 100;
const CLEAR_LINE = '\r\u001b[K';

/** Says on a terminal how far a long work is; says nothing where no one looks, or where it is done at once. */
export class Progress {
  readonly #io: Pick<CliIo, 'stderr' | 'now'>;
  readonly #start: number;
  #shown = 0;

  public constructor(io: Pick<CliIo, 'stderr' | 'now'>) {
    this.#io = io;
    this.#start = io.now();
  }

  /** Shows what is being done, at most ten times a second; `text` is made only then. */
  public tick(text: () => string): void {
    if (this.#io.stderr.isTTY !== true) return;
    const now = this.#io.now();
    if (now - this.#start < PATIENCE || (this.#shown > 0 && now - this.#shown < INTERVAL)) return;
    this.#shown = now;
    this.#io.stderr.write(`${CLEAR_LINE}${text()}`);
  }

  /** Takes the line away. */
  public done(): void {
    if (this.#shown > 0) this.#io.stderr.write(CLEAR_LINE);
    this.#shown = 0;
  }
}
