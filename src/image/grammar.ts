/**
 * The grammar of an image name: the language of distribution/reference v0.6.0, the parser that the kubelet uses.
 *
 *     image      := [ registry '/' ] repository [ ':' tag ] [ '@' digest ]
 *     registry   := ( domain name | '[' IPv6 address ']' ) [ ':' port ]
 *     repository := component { '/' component }
 *
 * No repetition can match empty, and what follows a repetition starts with a character that the repetition cannot
 * take: a failing match gives characters back without trying them twice, so it is linear.
 *
 * @see https://github.com/distribution/reference/blob/v0.6.0/regexp.go
 */
const alphanumeric = '[a-z0-9]+';
const separator = '(?:[._]|__|-+)';
const component = `${alphanumeric}(?:${separator}${alphanumeric})*`;
const repository = `${component}(?:/${component})*`;

const label = '[a-zA-Z0-9]+(?:-+[a-zA-Z0-9]+)*';
const domainName = `${label}(?:\\.${label})*`;
// zones (`%eth0`) and IPv4-mapped addresses are left out on purpose, as upstream does
const ipv6Address = '\\[[a-fA-F0-9:]+\\]';
const port = '[0-9]+';
const registry = `(?:${domainName}|${ipv6Address})(?::${port})?`;

const tag = '[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,127}';
const imageId = '[a-f0-9]{64}';

const whole = (piece: string) => new RegExp(`^${piece}$`);

export const REPOSITORY = whole(repository);
export const REGISTRY = whole(registry);
export const TAG = whole(tag);
/** What Docker takes for the id of a local image, and so refuses as a name. */
export const IMAGE_ID = whole(imageId);

/** Characters that a repository may have. */
export const MAX_REPOSITORY = 255;
/** Characters that a tag may have. */
export const MAX_TAG = 128;
/** Characters that are read at all. The kubelet sets no bound to the registry; no host name is anywhere near this one. */
export const MAX_IMAGE = 65_536;
