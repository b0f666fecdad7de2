import { type ManifestDocument, type ManifestProblem, streamManifests } from '../../manifest';
import type { CliIo } from '../io';
import type { Progress } from '../progress';
import { readStdin, readTextFile } from '../read-text';
import { findInputs, type Input } from './find-inputs';

/** The inputs of a command: their objects one after the other, and their texts for who asks again. */
export class Documents {
  readonly #inputs: readonly Input[];
  readonly #io: Pick<CliIo, 'cwd'>;
  /** Standard input can be read only once. */
  readonly #stdin: string | undefined;
  readonly #problems: ManifestProblem[] = [];

  private constructor(inputs: readonly Input[], io: Pick<CliIo, 'cwd'>, stdin: string | undefined) {
    this.#inputs = inputs;
    this.#io = io;
    this.#stdin = stdin;
  }

  /** Finds what the paths name, and reads standard input where one of them is `-`. */
  public static async open(paths: readonly string[], io: Pick<CliIo, 'cwd' | 'stdin'>): Promise<Documents> {
    const inputs = findInputs(paths, io);
    const usesStdin = inputs.some(({ file }) => file === '-');
    return new Documents(inputs, io, usesStdin ? await readStdin(io.stdin) : undefined);
  }

  /** What could not be read so far. */
  public get problems(): readonly ManifestProblem[] {
    return this.#problems;
  }

  /** The text of an input. */
  public textOf(file: string): string {
    return file === '-' ? (this.#stdin ?? '') : readTextFile(file, this.#io);
  }

  /** Every object; one file is in memory at a time. */
  public *read(progress?: Progress): Generator<ManifestDocument> {
    let objects = 0;
    for (const [index, { file, found }] of this.#inputs.entries()) {
      const text = this.textOf(file);
      // a folder holds other YAML and JSON too, with comments or template signs that no reader of manifests takes
      if (found && !text.includes('apiVersion')) continue;
      const listener = { problem: (problem: ManifestProblem) => this.#problems.push(problem) };
      for (const document of streamManifests(text, { file }, listener)) {
        objects += 1;
        progress?.tick(() => `file ${index + 1} of ${this.#inputs.length}, ${objects} objects`);
        yield document;
      }
    }
  }
}
