import { RegcredError } from '../error';

/** A text as a literal of the Common Expression Language, without escapes in it. */
export function celText(text: string): string {
  const quote = text.includes("'") ? '"' : "'";
  if (text.includes(quote) || /[\n\r]/.test(text)) {
    throw new RegcredError(
      'policy-text',
      `a text of a policy holds both quotes, or a line break: got ${JSON.stringify(text)}`,
    );
  }
  const raw = text.includes('\\') ? 'r' : '';
  return `${raw}${quote}${text}${quote}`;
}

/** A list of texts as a literal. */
export function celList(texts: readonly string[]): string {
  return `[${texts.map(celText).join(', ')}]`;
}
