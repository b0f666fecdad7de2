import { RegcredError, requireList, requireString } from '../error';
import { loginEnd, quoted } from '../image';
import { Keyring } from '../keyring';
import { configOf } from './config-of-keys';
import { canMatch } from './server-key-reach';

/**
 * Patterns of images, matched as the kubelet matches server keys: `*` inside one part of the host, the same port, and a path that is
 * a prefix. A final `/*` may be written for a final `/`.
 */
export class ImagePatterns {
  /**
   * @param property what the message calls the list
   * @throws RegcredError `check-pattern` where it is no list, or a pattern can match no image
   */
  public static parse(property: string, patterns: readonly string[] = []): ImagePatterns {
    return new ImagePatterns(requireList(patterns, 'check-pattern', `'${property}'`, "['ghcr.io/acme/*']"));
  }

  readonly #patterns: readonly { readonly text: string; readonly keyring: Keyring }[];

  private constructor(patterns: readonly string[]) {
    this.#patterns = patterns.map((text) => ({ text, keyring: keyringOf(text) }));
  }

  /** The first pattern that matches an image's registry and repository. */
  public find(name: string): string | undefined {
    return this.#patterns.find(({ keyring }) => keyring.lookup(name).length > 0)?.text;
  }
}

function keyringOf(pattern: string): Keyring {
  requireString(pattern, 'check-pattern', 'image pattern', "one such as 'ghcr.io/acme/*'");
  const serverKey = pattern.replace(/\/\*$/, '/');
  if (loginEnd(pattern) < 0 && canMatch(serverKey)) return Keyring.of([configOf([serverKey])]);
  throw new RegcredError(
    'check-pattern',
    `an image pattern is a host or a host and a path: got ${quoted(pattern)}, write for example 'ghcr.io/acme/*' or '*.example.com'`,
  );
}
