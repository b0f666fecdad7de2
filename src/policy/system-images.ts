import { RegcredError } from '../error';
import type { NamespaceSelector } from '../plan';
import { judgeImage } from './judge-image';
import type { PolicyRules } from './policy-rules';

const SYSTEM_NAMESPACE = 'kube-system';

/** Images without which a cluster does not run, as kubeadm writes them. */
const SYSTEM_IMAGES: readonly string[] = [
  'registry.k8s.io/kube-apiserver:v1.37.2',
  'registry.k8s.io/kube-proxy:v1.37.2',
  'registry.k8s.io/coredns/coredns:v1.12.1',
  'registry.k8s.io/etcd:3.6.4-0',
];

/**
 * Refuses a policy that would stop the cluster's own pods from coming back after a restart.
 *
 * @throws RegcredError `policy-system-images`
 */
export function refuseToStopTheCluster(
  rules: PolicyRules,
  namespaces: NamespaceSelector,
  images: readonly string[] = SYSTEM_IMAGES,
): void {
  if (!namespaces._maySelect(SYSTEM_NAMESPACE)) return;
  for (const image of images) {
    const [rule] = judgeImage(image, rules);
    if (rule !== undefined) throw wouldStop(`refuses '${image}' (${rule})`);
  }
  if (rules.pullSecrets) throw wouldStop(`wants a pull secret (${rules.pullSecrets.join(', ')}) of every pod there`);
  if (rules.serviceAccounts) throw wouldStop(`knows only the accounts ${rules.serviceAccounts.join(', ')}`);
}

function wouldStop(why: string): RegcredError {
  return new RegcredError(
    'policy-system-images',
    `the policy reaches the namespace '${SYSTEM_NAMESPACE}' and ${why}: pods of the cluster itself would not come back after a restart; ` +
      `leave the namespace out with .excluding('${SYSTEM_NAMESPACE}'), or allow what is in it`,
  );
}
