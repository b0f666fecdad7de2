import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isNativeError } from 'node:util/types';
import { RegcredError } from '../error';
import type { CliInput, CliIo } from './io';

/** The text of a file, relative to the working folder. */
export function readTextFile(file: string, { cwd }: Pick<CliIo, 'cwd'>): string {
  try {
    return decodeText(readFileSync(resolve(cwd, file)));
  } catch (error) {
    throw unreadable(file, error);
  }
}

/** Everything that standard input has. */
export async function readStdin(stdin: CliInput): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  return decodeText(Buffer.concat(chunks));
}

/** UTF-8, or the UTF-16 that PowerShell's `>` writes; without a byte order mark. */
function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EISDIR: 'it is a folder',
};

/** The error for a path that the file system refuses. */
export function unreadable(file: string, error: unknown, verb = 'read'): RegcredError {
  const { code = '', message = String(error) }: Partial<NodeJS.ErrnoException> = isNativeError(error) ? error : {};
  const reason = REASONS[code] ?? message;
  return new RegcredError('cli-unreadable', `cannot ${verb} '${file}': ${reason}`);
}
