import { DIGEST_LENGTHS, isDigest } from './digest';
import { type Fault, refusal } from './fault';
import { MAX_REPOSITORY, MAX_TAG, TAG } from './grammar';
import { isRepository, splitImage, suffix } from './image-parts';

/** A digest that is none. It is shown alone: what stands before a strange '@' may be a login. */
export const digestFault: Fault = (image) => {
  const { digest } = splitImage(image);
  if (digest === undefined || isDigest(digest)) return undefined;
  const name = image.slice(0, image.length - digest.length);
  return refusal('reference-digest', digestRule(digest), digest, name + digest.toLowerCase());
};

function digestRule(digest: string): string {
  const colon = digest.indexOf(':');
  if (colon < 0) return "digest must be 'sha256:' and 64 hexadecimal digits (a tag follows a ':')";
  const algorithm = digest.slice(0, colon).toLowerCase();
  const expected = DIGEST_LENGTHS.get(algorithm);
  if (expected === undefined) return 'digest must be one of sha256, sha384 or sha512';
  const actual = digest.length - colon - 1;
  if (actual !== expected) return `${algorithm} digest must have ${expected} hexadecimal digits, not ${actual}`;
  return 'digest must be in lower case and hexadecimal';
}

/** A first component that Docker takes for a host, and that can be neither a host nor a part of the repository. */
export const registryFault: Fault = (image) => {
  const { registry, repository } = splitImage(image);
  const slash = repository.indexOf('/');
  const host = repository.slice(0, slash);
  if (registry !== '' || isRepository(host.toLowerCase())) return undefined;
  const rule = "registry must be a host name or an IPv6 address in brackets, then perhaps ':' and a port";
  return refusal('reference-registry', rule, host, isIpv6(host) ? `[${host}]${image.slice(slash)}` : undefined);
};

function isIpv6(host: string): boolean {
  return /^[a-f0-9:]+$/i.test(host) && host.includes('::');
}

/** A repository in upper case, too long, or not made as one is. */
export const repositoryFault: Fault = (image) => {
  const { registry, repository } = splitImage(image);
  if (isRepository(repository)) return undefined;
  if (repository.length > MAX_REPOSITORY) {
    const rule = `repository must have at most ${MAX_REPOSITORY} characters, not ${repository.length}`;
    return refusal('reference-too-long', rule, image);
  }
  const name = nameAsWritten(image);
  const lower = name.toLowerCase() + image.slice(name.length);
  if (isRepository(repository.toLowerCase())) {
    return refusal('reference-uppercase', 'repository must be lower case', image, lower);
  }
  const joined = lower.split('/').filter(Boolean).join('/');
  const isSameRegistry = splitImage(joined).registry === registry;
  return refusal('reference-malformed', repositoryRule(repository), image, isSameRegistry ? joined : undefined);
};

function repositoryRule(repository: string): string {
  const stranger = /[^a-zA-Z0-9._/-]/u.exec(repository)?.[0];
  if (stranger !== undefined) return `repository must not hold ${codePoint(stranger)}`;
  if (`/${repository}/`.includes('//')) return "repository must not be empty, nor any part of it between '/'";
  return "each part of a repository must be lower case letters and digits, with '.', '_', '__' or dashes only between them";
}

function codePoint(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return /\P{C}/u.test(character) ? `'${character}' (U+${hex})` : `U+${hex}`;
}

/** A tag that is empty, too long, or has characters that no tag has. */
export const tagFault: Fault = (image) => {
  const { tag, digest } = splitImage(image);
  if (tag === undefined || TAG.test(tag)) return undefined;
  // a '/' means that the tag was put in the wrong place: nobody knows where it belongs
  const write = tag.includes('/')
    ? undefined
    : nameAsWritten(image) + suffix(':', mendedTag(tag)) + suffix('@', digest);
  return refusal('reference-tag', tagRule(tag), image, write);
};

function mendedTag(tag: string): string | undefined {
  const mended = tag.replace(/[^\w.-]+/g, '-').replace(/^[.-]+/, '');
  return mended === '' ? undefined : mended.slice(0, MAX_TAG);
}

function tagRule(tag: string): string {
  if (tag === '') return "tag must not be empty after the ':'";
  if (tag.length > MAX_TAG) return `tag must have at most ${MAX_TAG} characters, not ${tag.length}`;
  return "tag must be letters, digits, '_', '.' and '-', and begin with none of the last two";
}

/** What stands before the tag and the digest. */
function nameAsWritten(image: string): string {
  const { tag, digest } = splitImage(image);
  return image.slice(0, image.length - suffix(':', tag).length - suffix('@', digest).length);
}
