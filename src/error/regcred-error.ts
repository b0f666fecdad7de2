import type { ErrorCode } from './error-code';

/**
 * An error that the author of a declaration can mend: its message says what was got and what to write instead,
 * and never holds a credential.
 *
 * @jsii ignore - jsii knows no exception classes; other languages get the message
 */
export class RegcredError extends Error {
  /** What is wrong, as a stable word that programs may switch on. */
  public readonly code: ErrorCode;

  public constructor(code: ErrorCode, message: string) {
    super(message);
    this.name = 'RegcredError';
    this.code = code;
  }

  /**
   * What Node.js prints: the stack and the code, and nothing that other libraries attach. What Pulumi attaches to an error in an output takes
   * half a minute of CPU to print.
   */
  public [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `${this.stack ?? this.message}\n  code: ${this.code}`;
  }
}
