import { type ImageErrorCode, RegcredError } from '../error';
import { parseImage } from './image-parts';
import { isShownWhole, quoted } from './quoting';

/** What keeps an image from being one, if it is this fault; the first fault of a list is the one that is told. */
export type Fault = (image: string) => RegcredError | undefined;

/** The rule that is broken, what was got, and what to write instead where that would be an image. */
export function refusal(code: ImageErrorCode, rule: string, got: string, write?: string): RegcredError {
  const isOfUse = write !== undefined && isShownWhole(write) && parseImage(write) !== undefined;
  return new RegcredError(code, `${rule}: got ${quoted(got)}${isOfUse ? `, write '${write}'` : ''}`);
}
