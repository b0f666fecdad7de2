import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Writable } from 'node:stream';

import { programPath } from '../harness/programs';

interface Asked {
  readonly resolve: (line: string) => void;
  readonly reject: (error: Error) => void;
}

/** Kubernetes' own code, asked line by line: see peers/cmd/oracle. */
export class Oracle {
  /** Starts the program; whoever starts it stops it. */
  public static start(): Oracle {
    // the kubelet's code logs every key that it cannot read to stderr
    const program = spawn(programPath('oracle'), { stdio: ['pipe', 'pipe', 'ignore'] });
    const oracle = new Oracle(program.stdin);
    program.stdin.on('error', () => undefined); // what was asked of a program that is gone is rejected below
    createInterface({ input: program.stdout }).on('line', (line) => oracle.#asked.shift()?.resolve(line));
    program.once('close', (status) => {
      for (const { reject } of oracle.#asked) reject(new Error(`the oracle ended with ${status}`));
    });
    return oracle;
  }

  readonly #questions: Writable;
  readonly #asked: Asked[] = [];

  private constructor(questions: Writable) {
    this.#questions = questions;
  }

  /** Asks any number of questions, and returns the answers in their order. */
  public async ask<Answer>(questions: readonly object[]): Promise<Answer[]> {
    const lines = questions.map(() => new Promise<string>((resolve, reject) => this.#asked.push({ resolve, reject })));
    this.#questions.write(questions.map((question) => `${JSON.stringify(question)}\n`).join(''));
    return (await Promise.all(lines)).map((line) => JSON.parse(line) as Answer);
  }

  /** Ends the program. */
  public stop(): void {
    this.#questions.end();
  }
}
