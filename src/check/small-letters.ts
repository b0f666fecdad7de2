/**
 * The way out for an image whose host has capitals, the only ones that its name can have: there it is the image that is written in another
 * way than everywhere else, and the kubelet compares it with server keys letter by letter.
 */
export function inSmallLetters(name: string): string | undefined {
  const lower = name.toLowerCase();
  return name === lower ? undefined : `write the image in small letters, '${lower}'`;
}
