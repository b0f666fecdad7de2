/** Why a server key matches an image, or why not: a closed set. */
export enum KeyReason {
  /** It matches and is tried. */
  MATCHES = 'matches',
  /** It matches, but only because the kubelet compares plain prefixes: `ghcr.io/acme` sends its login for `ghcr.io/acme-evil/app`, too. */
  MATCHES_BEYOND_SEGMENT = 'matches-beyond-segment',
  /** It is Docker Hub's `index.docker.io`, which is tried since no other key matched. */
  FALLBACK = 'fallback',
  /** It is Docker Hub's `index.docker.io`, which is not tried since another key matched. */
  FALLBACK_HIDDEN = 'fallback-hidden',
  /** Go cannot read it as a URL, and the kubelet drops the entry without an event; or Go cannot read the image's name, as with a malformed IPv6 address. */
  UNREADABLE = 'unreadable',
  /** It starts with a scheme other than `https://` and `http://` in lower case, which the kubelet takes for the host. */
  SCHEME = 'scheme',
  /** It has a host of the registry that no image is named by, such as `registry-1.docker.io`, or `index.docker.io` with a path. */
  ALIAS_HOST = 'alias-host',
  /** It has another number of labels in the host: a `*` stands for one. */
  LABEL_COUNT = 'label-count',
  /** It has another label in the host. */
  LABEL = 'label',
  /** It differs in upper and lower case only. */
  LETTER_CASE = 'letter-case',
  /** It has another port, or one where the image has none, or none where the image has one. */
  PORT = 'port',
  /** It has a tag or a digest, and the kubelet looks for the name without. */
  TAG_OR_DIGEST = 'tag-or-digest',
  /** It has a wildcard in the path, where the kubelet knows none. */
  PATH_WILDCARD = 'path-wildcard',
  /** It has `/v1` or `/v2` without a slash behind, which is then a path like any other. */
  API_VERSION = 'api-version',
  /** It ends in a slash where the image's name ends: it is for what lies below. */
  PATH_SLASH = 'path-slash',
  /** It has another path. */
  PATH = 'path',
}
