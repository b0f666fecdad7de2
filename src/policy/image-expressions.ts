import { CANONICAL_IMAGE } from '../image';
import { celText } from './cel-text';

/** A named expression that later ones refer to as `variables.NAME`. */
export interface CelVariable {
  readonly name: string;
  readonly expression: string;
}

/** A first part that Docker takes for a host: a dot, a port, an upper case letter, or `localhost`. */
const HOSTED = '^(?:localhost|[^/@]*[.:A-Z][^/@]*)/';
/** One of Docker Hub's official images, with the host written. */
const HUB_OFFICIAL = '^docker\\.io/[^/]*$';
/** What Docker takes for the id of a local image. */
const IMAGE_ID = '^[a-f0-9]{64}$';
/** A repository of more than 255 characters. */
const TOO_LONG = '^[^/]*/[^:@]{256}';

/** The images of a pod that were not there before: an update that leaves them alone is none of our business. */
const NEW_IMAGES: readonly CelVariable[] = [
  { name: 'images', expression: imagesOf('object') },
  { name: 'oldImages', expression: `request.operation == 'UPDATE' ? ${imagesOf('oldObject')} : []` },
  { name: 'newImages', expression: 'variables.images.filter(i, !(i in variables.oldImages))' },
];

/**
 * The new images in full, `docker.io/library/nginx:latest`: with the defaults that the kubelet fills in, so that `nginx`, `library/nginx` and
 * `index.docker.io/nginx:latest` are one name.
 */
const REFERENCES: readonly CelVariable[] = [
  {
    name: 'hosted',
    expression: `variables.newImages.map(i, i.matches(${celText(HOSTED)}) ? i : 'docker.io/' + i)`,
  },
  {
    name: 'onHub',
    expression: `variables.hosted.map(i, i.startsWith('index.docker.io/') ? i.substring(6) : i)`,
  },
  {
    name: 'named',
    expression: `variables.onHub.map(i, i.matches(${celText(HUB_OFFICIAL)}) ? 'docker.io/library/' + i.substring(10) : i)`,
  },
  {
    name: 'references',
    expression: `variables.named.map(i, i.contains('@') || i.matches(':[^/]*$') ? i : i + ':latest')`,
  },
  {
    name: 'malformed',
    expression:
      `variables.references.filter(r, r.matches(${celText(TOO_LONG)}) || !r.matches(${celText(CANONICAL_IMAGE)})) + ` +
      `variables.newImages.filter(i, i.matches(${celText(IMAGE_ID)}))`,
  },
];

/** The variables that every rule on images is said with: `references`, and those of the new images that are `malformed`. */
export const IMAGE_VARIABLES: readonly CelVariable[] = [...NEW_IMAGES, ...REFERENCES];

/**
 * Images of no allowed registry or repository; `variables.allowed` holds patterns as `ImagePattern` prints them.
 *
 * Plain patterns become prefixes that end where a part of a name ends, since comparing those costs a fraction of a regular expression.
 */
export const FOREIGN: readonly CelVariable[] = [
  { name: 'plain', expression: "variables.allowed.filter(p, !p.contains('*'))" },
  // a repository's own images: its name ends before a tag or a digest
  { name: 'repositories', expression: "variables.plain.filter(p, p.contains('/') && !p.endsWith('/'))" },
  {
    name: 'prefixes',
    expression:
      "variables.plain.map(p, p.endsWith('/') ? p : p + '/') + " +
      "variables.repositories.map(p, p + ':') + variables.repositories.map(p, p + '@')",
  },
  {
    name: 'globs',
    // quoted but for the stars
    expression:
      "variables.allowed.filter(p, p.contains('*')).map(p, r'^\\Q' + p.replace('*', r'\\E[^/.:]*\\Q') + r'\\E' + " +
      "(p.endsWith('/') ? '' : p.contains('/') ? '[/:@]' : '/'))",
  },
  {
    name: 'foreign',
    expression:
      'variables.references.filter(r, !variables.prefixes.exists(p, r.startsWith(p)) && !variables.globs.exists(g, r.matches(g)))',
  },
];

/** Images whose tag is `latest`, or left out; a digest fixes the content whatever the tag. */
export const LATEST: CelVariable = {
  name: 'latest',
  expression: `variables.references.filter(r, !r.contains('@') && r.endsWith(':latest'))`,
};

/** Images without a digest. */
export const UNPINNED: CelVariable = {
  name: 'unpinned',
  expression: `variables.references.filter(r, !r.contains('@'))`,
};

/** Every image of a pod: containers, init containers, ephemeral containers and image volumes. */
function imagesOf(pod: string): string {
  const containers = (field: string) =>
    `(has(${pod}.spec.${field}) ? ${pod}.spec.${field}.map(c, has(c.image) ? c.image : '') : [])`;
  const volumes =
    `(has(${pod}.spec.volumes) ? ${pod}.spec.volumes.filter(v, has(v.image) && has(v.image.reference))` +
    `.map(v, v.image.reference) : [])`;
  return `(${[...['containers', 'initContainers', 'ephemeralContainers'].map(containers), volumes].join(' + ')})`;
}
