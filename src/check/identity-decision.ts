import { type KubernetesVersion, SERVICE_ACCOUNT_TOKENS_SINCE } from '../kubernetes';
import { Registry } from '../registry';
import type { CheckedImage } from './checked-cluster';
import type { AccountIdentity } from './model/account-identity';
import { decide } from './pull-decision';

type Decided = Pick<CheckedImage, 'reference' | 'decision'>;
type ByIdentity = Pick<CheckedImage, 'mistaken' | 'unread'>;

/** An image without a login once more: the kubelet may log in as the pod's account, but never as who its containers are. */
export function decideByIdentity<Image extends Decided>(
  image: Image,
  identity: AccountIdentity,
  version: KubernetesVersion,
): Image & ByIdentity {
  const { reference, decision } = image;
  if (decision.verdict !== 'missing' || reference === undefined || identity.isNobody) return image;
  const { id, name } = Registry.forImage(reference.name);
  const account = `ServiceAccount '${identity.serviceAccount}'`;
  const missing = (why: string) => decide('missing', `${decision.why}; ${why}`);
  const pull = identity.pullFrom(id);
  if (pull !== undefined && !version.isBefore(SERVICE_ACCOUNT_TOKENS_SINCE)) {
    const why = `the credential provider of the node logs in to ${name} as ${account} (${pull.name})`;
    return { ...image, decision: decide('node', why) };
  }
  if (pull !== undefined) {
    const why = `${pull.name} of ${account} is read from Kubernetes ${SERVICE_ACCOUNT_TOKENS_SINCE} on`;
    return { ...image, unread: pull, decision: missing(why) };
  }
  const mistaken = identity.mistakenFor(id);
  if (mistaken === undefined) return image;
  const why = `${mistaken.name} of ${account} is who its containers are, and the kubelet pulls before they exist`;
  return { ...image, mistaken, decision: missing(why) };
}
