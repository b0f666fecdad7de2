import { lackingImages } from '../checked-cluster';
import { SERVICE_ACCOUNT_TOKENS_MINOR } from '../identity-decision';
import { annotationPath } from '../model/account-identity';
import type { Rule } from '../rule';
import { CREDENTIAL_PROVIDERS } from './links';

/** An account that the kubelet should pull as, in a cluster that cannot. */
export const pullIdentityVersion: Rule = {
  id: 'pull-identity-version',
  why: `a kubelet hands ServiceAccount tokens to credential providers from Kubernetes 1.${SERVICE_ACCOUNT_TOKENS_MINOR} on`,
  link: CREDENTIAL_PROVIDERS,
  *check({ model, minor, podsOf }) {
    if (minor >= SERVICE_ACCOUNT_TOKENS_MINOR) return;
    for (const { ref } of model.accounts) {
      const [pull] = model.identityOf(ref.namespace, ref.name).pulls;
      if (pull === undefined) continue;
      const pods = podsOf(ref.namespace, ref.name);
      const images = lackingImages(pods).filter(({ unread }) => unread !== undefined);
      yield {
        severity: images.length > 0 ? 'error' : 'warning',
        on: pull.on,
        path: annotationPath(pull.name),
        message: `ServiceAccount '${ref.name}' has ${pull.name}, and nothing reads it in Kubernetes 1.${minor}`,
        fix: `upgrade the cluster to 1.${SERVICE_ACCOUNT_TOKENS_MINOR}, and until then let the nodes pull or bind a pull secret`,
        images,
      };
    }
  },
};
