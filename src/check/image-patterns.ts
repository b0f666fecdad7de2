import { RegcredError, requireString } from '../error';
import { Keyring } from '../keyring';
import { configOf } from './config-of-keys';
import { canMatch } from './server-key-reach';

/**
 * Patterns of images, matched as the kubelet matches server keys: `*` inside one part of the host, the same port, and a path that is
 * a prefix. A final `/*` may be written for a final `/`.
 */
export class ImagePatterns {
  /** @throws RegcredError `check-pattern` where a pattern can match no image */
  public static parse(patterns: readonly string[] = []): ImagePatterns {
    return new ImagePatterns(patterns);
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
  if (canMatch(serverKey)) return Keyring.of([configOf([serverKey])]);
  throw new RegcredError(
    'check-pattern',
    `an image pattern is a host or a host and a path: got '${pattern}', write for example 'ghcr.io/acme/*' or '*.example.com'`,
  );
}
