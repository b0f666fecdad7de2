import { randomBytes } from 'node:crypto';

/** A name that nothing else has on these servers, so that tests share them. */
export function unique(stem: string): string {
  return `${stem}-${randomBytes(4).toString('hex')}`;
}
