/**
 * Whether a text begins with the first piece, ends with the last and has the others between them, in order: what a pattern says that was cut
 * at its wildcards. Linear, for it never goes back.
 */
export function hasInOrder(text: string, [first = '', ...rest]: readonly string[]): boolean {
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return text.length - at >= last.length && text.endsWith(last);
}
