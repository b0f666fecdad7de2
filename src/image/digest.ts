/** Hexadecimal digits of each digest algorithm that the kubelet knows. */
export const DIGEST_LENGTHS: ReadonlyMap<string, number> = new Map([
  ['sha256', 64],
  ['sha384', 96],
  ['sha512', 128],
]);

/** A digest that the kubelet takes. */
export const DIGEST = new RegExp(
  `^(?:${[...DIGEST_LENGTHS].map(([algorithm, length]) => `${algorithm}:[a-f0-9]{${length}}`).join('|')})$`,
);

/** Whether a text is a digest that the kubelet takes: `sha256:` and 64 hexadecimal digits in lower case, or its longer kin. */
export function isDigest(text: string): boolean {
  return DIGEST.test(text);
}
