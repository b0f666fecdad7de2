import { DocumentError } from './document-error';

/** How much larger than its text a document may become when its aliases are written out. */
const MAX_GROWTH = 10;
/** Values that a document may have whatever its text is: five anchors in a small file are no attack. */
const FREE_VALUES = 10_000;
const MAX_DEPTH = 1_000;
/** The size of a value that is being counted. */
const OPEN = -1;

/**
 * Refuses a document whose aliases multiply or hold themselves: what walks or prints it would not end.
 *
 * @throws DocumentError `manifest-alias-bomb`
 */
export function refuseAliasBomb(value: unknown): void {
  // an aliased value is the same object again, so each is counted once and its size is remembered
  const sizes = new Map<object, number>();
  let written = 1;
  const sizeOf = (node: unknown, depth: number): number => {
    if (typeof node !== 'object' || node === null) return 1;
    const known = sizes.get(node);
    if (known === OPEN || depth > MAX_DEPTH) throw bomb('an alias holds itself, or aliases nest without end');
    if (known !== undefined) return known;
    sizes.set(node, OPEN);
    let size = 1;
    const children = Object.values(node);
    for (const child of children) size += sizeOf(child, depth + 1);
    sizes.set(node, size);
    written += children.length;
    return size;
  };
  const expanded = sizeOf(value, 0);
  if (expanded > written * MAX_GROWTH + FREE_VALUES) {
    throw bomb(`aliases turn ${written} values into ${expanded}`);
  }
}

function bomb(what: string): DocumentError {
  return new DocumentError('manifest-alias-bomb', `${what}: write the values out instead`);
}
