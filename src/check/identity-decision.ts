import { Registry } from '../registry';
import type { CheckedImage } from './checked-cluster';
import type { AccountIdentity } from './model/account-identity';
import { decide } from './pull-decision';

/** From this minor version on a kubelet hands ServiceAccount tokens to credential providers. */
export const SERVICE_ACCOUNT_TOKENS_MINOR = 34;

/** An image without a login once more: the kubelet may log in as the pod's account, but never as who its containers are. */
export function decideByIdentity(
  image: CheckedImage,
  identity: AccountIdentity,
  serviceAccount: string,
  minor: number,
): CheckedImage {
  const { reference, decision } = image;
  if (decision.verdict !== 'missing' || reference === undefined || identity.isNobody) return image;
  const { id, name } = Registry.forImage(reference.name);
  const pull = identity.pullFrom(id);
  if (pull !== undefined) {
    if (minor < SERVICE_ACCOUNT_TOKENS_MINOR) return { ...image, unread: pull };
    const why = `the credential provider of the node logs in to ${name} as ServiceAccount '${serviceAccount}' (${pull.name})`;
    return { ...image, decision: decide('node', why) };
  }
  const mistaken = identity.mistakenFor(id);
  if (mistaken === undefined) return image;
  const why =
    `${decision.why}; ${mistaken.name} of ServiceAccount '${serviceAccount}' is who its containers are, ` +
    'and the kubelet pulls before they exist';
  return { ...image, mistaken, decision: decide('missing', why) };
}
