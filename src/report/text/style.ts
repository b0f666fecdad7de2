import type { Severity, Verdict } from '../../check';

const ESC = '\u001b[';
const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, magenta: 35, cyan: 36 } as const;

export type Ink = keyof typeof CODES;

/** Colours a text, or leaves it as it is. */
export type Paint = (text: string, ...inks: readonly Ink[]) => string;

export function painter(color: boolean): Paint {
  if (!color) return (text) => text;
  return (text, ...inks) => `${inks.map((ink) => `${ESC}${CODES[ink]}m`).join('')}${text}${ESC}0m`;
}

export const SEVERITY_INK: Readonly<Record<Severity, Ink>> = { error: 'red', warning: 'yellow', info: 'blue' };

export const VERDICT_INK: Readonly<Record<Verdict, Ink>> = {
  credential: 'green',
  anonymous: 'green',
  node: 'cyan',
  opaque: 'cyan',
  missing: 'red',
  malformed: 'red',
};
