import type { CheckedCluster } from '../checked-cluster';
import { severityFor } from '../checked-cluster';
import type { Rule } from '../rule';
import { SERVICE_ACCOUNT_PULL_SECRETS } from './links';

/** A pull secret in `secrets` of a ServiceAccount, where nothing pulls with it. */
export const serviceAccountSecretsField: Rule = {
  id: 'service-account-secrets-field',
  why: "a ServiceAccount's 'secrets' are for its pods to mount; only 'imagePullSecrets' reaches the kubelet",
  link: SERVICE_ACCOUNT_PULL_SECRETS,
  *check(cluster) {
    for (const { ref, secrets, pullSecrets } of cluster.model.accounts) {
      for (const [index, name] of secrets.entries()) {
        if (pullSecrets.includes(name) || !isPullSecret(ref.namespace, name, cluster)) continue;
        yield {
          severity: severityFor(
            cluster.podsOf(ref.namespace, ref.name).filter(({ admitted }) => admitted.from !== 'pod'),
          ),
          on: ref,
          path: ['secrets', index, 'name'],
          message: `ServiceAccount '${ref.name}' has the pull secret '${name}' under 'secrets', not under 'imagePullSecrets'`,
          fix: `move '${name}' to imagePullSecrets`,
        };
      }
    }
  },
};

function isPullSecret(namespace: string, name: string, { model }: CheckedCluster): boolean {
  return model
    .secretsNamed(namespace, name)
    .some(({ content, ref }) => content.state !== 'ignored' && ref !== undefined);
}
