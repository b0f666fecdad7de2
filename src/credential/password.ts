const HIDDEN = '(hidden)';

/** A password that shows itself only where it is asked to: not as text, not as JSON, not in a log, a diff or an error. */
export class Password {
  // a private field of the language: unlike TypeScript's `private`, neither JSON nor util.inspect sees it
  readonly #value: string;

  /** Wraps a password. */
  public constructor(value: string) {
    this.#value = value;
  }

  /** The password itself. */
  public reveal(): string {
    return this.#value;
  }

  /** Whether there is none. */
  public get isEmpty(): boolean {
    return this.#value === '';
  }

  /** `(hidden)`. */
  public toString(): string {
    return HIDDEN;
  }

  /** `(hidden)`. */
  public toJSON(): string {
    return HIDDEN;
  }
}
