import { attempt } from '../error';
import { ImageReference } from '../image';
import { Keyring, normalizeServerKey } from '../keyring';
import { configOf } from './config-of-keys';

/** Whether there is any image that the kubelet would use a server key for: it is asked, with an image made out of the key. */
export function canMatch(serverKey: string): boolean {
  const key = normalizeServerKey(serverKey);
  if (key === undefined) return false;
  const place = key.replaceAll('*', 'x').replace(/\/$/, '');
  const image = attempt(() => ImageReference.parse(`${place}/sample`).name);
  return image !== undefined && Keyring.of([configOf([serverKey])]).lookup(image).length > 0;
}
