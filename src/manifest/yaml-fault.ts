/** What js-yaml says of aliases and tags holds what stands there: a password that begins with `*` or `!` and has no quotes. */
const ADVICE: readonly (readonly [about: RegExp, said: string])[] = [
  [/\balias "/, "an alias that no anchor defines: put quotes around a value that begins with '*'"],
  [/\btag\b/, "a tag that is not known, or cannot stand here: put quotes around a value that begins with '!'"],
];

/** What is wrong with a document that js-yaml refuses, without anything out of the document. */
export function yamlFault(reason: string): string {
  return ADVICE.find(([about]) => about.test(reason))?.[1] ?? reason;
}
