import { type Stats, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type * as Tinyglobby from 'tinyglobby';
import { RegcredError } from '../../error';
import type { CliIo } from '../io';
import { unreadable } from '../read-text';

/** Something to read. */
export interface Input {
  /** The file as it is named in reports; `-` for standard input. */
  readonly file: string;
  /** Whether it was found in a folder: then it may be anything, and what holds no object is passed over. */
  readonly found: boolean;
}

const MANIFESTS = '**/*.{yaml,yml,json}';
const NEVER = ['**/node_modules/**'];

/** The files that paths, folders and patterns name, each once, in the order of the paths and then of names. */
export function findInputs(paths: readonly string[], { cwd }: Pick<CliIo, 'cwd'>): readonly Input[] {
  const inputs = new Map<string, Input>();
  for (const path of paths) {
    for (const input of inputsOf(path, cwd)) {
      const key = input.file === '-' ? '-' : resolve(cwd, input.file);
      if (!inputs.has(key)) inputs.set(key, input);
    }
  }
  return [...inputs.values()];
}

function inputsOf(path: string, cwd: string): readonly Input[] {
  if (path === '-') return [{ file: '-', found: false }];
  const stats = statOf(resolve(cwd, path), path);
  if (stats?.isDirectory()) {
    const files = glob(MANIFESTS, resolve(cwd, path)).map((file) => join(path, file));
    if (files.length === 0)
      throw new RegcredError('cli-unreadable', `no .yaml, .yml or .json file in folder '${path}'`);
    return files.map((file) => ({ file, found: true }));
  }
  if (stats) return [{ file: path, found: false }];
  const files = glob(path, cwd);
  if (files.length === 0) throw new RegcredError('cli-unreadable', `no such file or folder, and no match: '${path}'`);
  return files.map((file) => ({ file, found: true }));
}

function statOf(absolute: string, path: string): Stats | undefined {
  try {
    return statSync(absolute, { throwIfNoEntry: false });
  } catch (error) {
    throw unreadable(path, error);
  }
}

function glob(pattern: string, cwd: string): readonly string[] {
  const { globSync, isDynamicPattern } = require('tinyglobby') as typeof Tinyglobby;
  if (!isDynamicPattern(pattern)) return [];
  return globSync(pattern, { cwd, ignore: NEVER, expandDirectories: false }).sort();
}
