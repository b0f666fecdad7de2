import type { ByteString } from '../credential';
import { Glob } from './glob';
import { parseGoUrl } from './go-url';
import { splitHostPort } from './host-port';

/** A place that an image can be in, cut as the kubelet cuts it. */
export interface Place {
  /** Host without port. */
  readonly host: string;
  readonly labels: readonly string[];
  readonly port: string;
  readonly path: string;
}

/** The place of an image name without tag and digest; nothing where Go cannot read it, and then no key matches it. */
export function parsePlace(schemeless: ByteString): Place | undefined {
  const url = parseGoUrl(schemeless);
  if (url === undefined) return undefined;
  const { host, port } = splitHostPort(url.host);
  return { host, labels: host.split('.'), port, path: url.path };
}

/**
 * What a normalised server key matches.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.2/pkg/credentialprovider/keyring.go (URLsMatch)
 */
export class KeyPattern {
  /** Nothing for a key that never matches: what Go decoded once need not be a URL any more. */
  public static parse(key: ByteString): KeyPattern | undefined {
    const place = parsePlace(key);
    return place && new KeyPattern(place);
  }

  /** The key's own parts, with wildcards. */
  public readonly place: Place;
  readonly #globs: readonly Glob[];

  private constructor(place: Place) {
    this.place = place;
    this.#globs = place.labels.map((label) => Glob.parse(label));
  }

  /** Whether no label has a wildcard. */
  public get isLiteral(): boolean {
    return this.#globs.every((glob) => glob.isLiteral);
  }

  public matches(target: Place): boolean {
    return this.matchesPort(target) && this.matchesPath(target) && this.matchesHost(target);
  }

  /** Ports are compared as they are written: none is not 443. */
  public matchesPort(target: Place): boolean {
    return this.place.port === target.port;
  }

  /** A plain prefix: no segments, no wildcards. */
  public matchesPath(target: Place): boolean {
    return target.path.startsWith(this.place.path);
  }

  /** Label by label, letter case and all. */
  public matchesHost(target: Place): boolean {
    return (
      this.#globs.length === target.labels.length &&
      this.#globs.every((glob, index) => glob.matches(target.labels[index] ?? ''))
    );
  }
}
