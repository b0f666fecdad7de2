/** A stream that is written to. */
export interface CliOutput {
  write(text: string): unknown;
  /** Whether a person reads it. */
  readonly isTTY?: boolean;
}

/** A stream that is read to its end. */
export interface CliInput extends AsyncIterable<string | Uint8Array> {
  readonly isTTY?: boolean;
}

/** Everything the command line takes from the outside, so that a test can hand it in. */
export interface CliIo {
  readonly stdin: CliInput;
  readonly stdout: CliOutput;
  readonly stderr: CliOutput;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that paths are relative to. */
  readonly cwd: string;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
}
