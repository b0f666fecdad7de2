/** An XML element: attributes that are `undefined` are left out. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly children: readonly (XmlElement | string)[];
}

/** An element of a document. */
export function xml(
  name: string,
  attributes: XmlElement['attributes'],
  ...children: readonly (XmlElement | string)[]
): XmlElement {
  return { name, attributes, children };
}

/** The document with its declaration. */
export function formatXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${formatElement(root, '')}`;
}

function formatElement({ name, attributes, children }: XmlElement, indent: string): string {
  const open = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        ` ${key}="${escapeText(String(value)).replace(/[\n\t\r]/g, (space) => `&#${space.charCodeAt(0)};`)}"`,
    )
    .join('');
  if (children.length === 0) return `${indent}<${name}${open}/>\n`;
  // white space around a text would become part of it
  if (children.every((child) => typeof child === 'string')) {
    return `${indent}<${name}${open}>${children.map(escapeText).join('')}</${name}>\n`;
  }
  const inner = children.map((child) =>
    typeof child === 'string' ? escapeText(child) : formatElement(child, `${indent}  `),
  );
  return `${indent}<${name}${open}>\n${inner.join('')}${indent}</${name}>\n`;
}

const SPECIAL: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
/** What XML 1.0 cannot hold in any form, or should not: control characters, half surrogate pairs, non-characters. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

function escapeText(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"]/g, (character) => SPECIAL[character] ?? character);
}
