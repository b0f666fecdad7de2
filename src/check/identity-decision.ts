import { Registry } from '../registry';
import type { CheckedImage } from './checked-cluster';
import type { AccountIdentity } from './model/account-identity';
import { decide } from './pull-decision';

/** From this minor version on a kubelet hands ServiceAccount tokens to credential providers. */
export const SERVICE_ACCOUNT_TOKENS_MINOR = 34;

type Decided = Pick<CheckedImage, 'reference' | 'decision'>;
type ByIdentity = Pick<CheckedImage, 'mistaken' | 'unread'>;

/** An image without a login once more: the kubelet may log in as the pod's account, but never as who its containers are. */
export function decideByIdentity<Image extends Decided>(
  image: Image,
  identity: AccountIdentity,
  minor: number,
): Image & ByIdentity {
  const { reference, decision } = image;
  if (decision.verdict !== 'missing' || reference === undefined || identity.isNobody) return image;
  const { id, name } = Registry.forImage(reference.name);
  const account = `ServiceAccount '${identity.serviceAccount}'`;
  const missing = (why: string) => decide('missing', `${decision.why}; ${why}`);
  const pull = identity.pullFrom(id);
  if (pull !== undefined && minor >= SERVICE_ACCOUNT_TOKENS_MINOR) {
    const why = `the credential provider of the node logs in to ${name} as ${account} (${pull.name})`;
    return { ...image, decision: decide('node', why) };
  }
  if (pull !== undefined) {
    const why = `${pull.name} of ${account} is read from Kubernetes 1.${SERVICE_ACCOUNT_TOKENS_MINOR} on`;
    return { ...image, unread: pull, decision: missing(why) };
  }
  const mistaken = identity.mistakenFor(id);
  if (mistaken === undefined) return image;
  const why = `${mistaken.name} of ${account} is who its containers are, and the kubelet pulls before they exist`;
  return { ...image, mistaken, decision: missing(why) };
}
