import { lackingImages, severityFor } from '../checked-cluster';
import { misplacedSecrets } from '../misplaced-secrets';
import type { Rule } from '../rule';
import { SERVICE_ACCOUNT_PULL_SECRETS } from './links';

/** A pull secret in `secrets` of a ServiceAccount, where nothing pulls with it. */
export const serviceAccountSecretsField: Rule = {
  id: 'service-account-secrets-field',
  why: "a ServiceAccount's 'secrets' are for its pods to mount; only 'imagePullSecrets' reaches the kubelet",
  link: SERVICE_ACCOUNT_PULL_SECRETS,
  *check({ model, podsOf }) {
    for (const account of model.accounts) {
      const { ref } = account;
      for (const { name, index } of misplacedSecrets(account, model)) {
        const pods = podsOf(ref.namespace, ref.name).filter(({ admitted }) => admitted.from !== 'pod');
        yield {
          severity: severityFor(pods),
          on: ref,
          path: ['secrets', index, 'name'],
          message: `ServiceAccount '${ref.name}' has the pull secret '${name}' under 'secrets', not under 'imagePullSecrets'`,
          fix: `move '${name}' to imagePullSecrets`,
          images: lackingImages(pods),
        };
      }
    }
  },
};
