import type { ImageVerdict } from '../../check';
import { inContainer } from '../object-name';
import { printable } from './printable';
import { type Paint, VERDICT_INK } from './style';
import { type Cell, formatTable } from './table';

/** A digest has more letters than all the other columns, and its first tell which it is. */
const LONG_DIGEST = /(@sha256:[0-9a-f]{12})[0-9a-f]{52}$/;

const HEADINGS = ['NAMESPACE', 'IMAGE', 'VERDICT', 'LOGIN', 'OBJECT'];

/** Every image with its verdict; an image that many objects of a namespace pull in the same way has one row. */
export function formatImageTable(images: readonly ImageVerdict[], paint: Paint): string {
  if (images.length === 0) return '';
  const rows = [...groupAlike(images).values()].map((alike) => rowOf(alike, paint));
  return formatTable([HEADINGS.map((text) => ({ text, shown: paint(text, 'dim') })), ...rows]);
}

function groupAlike(images: readonly ImageVerdict[]): ReadonlyMap<string, readonly [ImageVerdict, ...ImageVerdict[]]> {
  const groups = new Map<string, [ImageVerdict, ...ImageVerdict[]]>();
  for (const image of images) {
    const key = JSON.stringify([image.namespace, image.image, image.verdict, loginOf(image)]);
    const group = groups.get(key);
    if (group) group.push(image);
    else groups.set(key, [image]);
  }
  return groups;
}

function rowOf(alike: readonly [ImageVerdict, ...ImageVerdict[]], paint: Paint): readonly Cell[] {
  const [image] = alike;
  const more = alike.length > 1 ? `, ${alike.length - 1} more` : '';
  return [
    { text: printable(image.namespace) },
    { text: printable(image.image).replace(LONG_DIGEST, '$1…') },
    { text: image.verdict, shown: paint(image.verdict, VERDICT_INK[image.verdict]) },
    { text: printable(loginOf(image)) },
    { text: printable(`${image.kind}/${image.name}${inContainer(image.container)}${more}`) },
  ];
}

/** Where the login comes from: `regcred: ghcr.io/acme/`; the first that is tried, and how many come after it. */
function loginOf({ verdict, tried, pullSecrets }: ImageVerdict): string {
  const [first, ...others] = tried;
  if (first) return `${first.secret}: ${first.serverKey}${others.length > 0 ? ` (+${others.length})` : ''}`;
  if (verdict === 'opaque') return pullSecrets.join(', ');
  return verdict === 'node' ? 'node' : '-';
}
