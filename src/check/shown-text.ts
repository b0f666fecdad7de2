import { quoted } from '../image';
import { shownServerKey } from '../registry';

/** A server key as data of a report: without the login that somebody may have written into it. */
export function serverKeyText(serverKey: string): string {
  return withoutQuotes(shownServerKey(serverKey));
}

/** What stands in the place of an image and is none, as data of a report: without a login, and not too long. */
export function imageText(image: string): string {
  return withoutQuotes(quoted(image));
}

function withoutQuotes(shown: string): string {
  return /^'(.*)'/s.exec(shown)?.[1] ?? shown;
}
