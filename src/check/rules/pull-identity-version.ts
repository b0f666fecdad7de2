import { SERVICE_ACCOUNT_TOKENS_SINCE } from '../../kubernetes';
import { lackingImages } from '../checked-cluster';
import { annotationPath } from '../model/account-identity';
import type { Rule } from '../rule';
import { CREDENTIAL_PROVIDERS } from './links';

/** An account that the kubelet should pull as, in a cluster that cannot. */
export const pullIdentityVersion: Rule = {
  id: 'pull-identity-version',
  why: `a kubelet hands ServiceAccount tokens to credential providers from Kubernetes ${SERVICE_ACCOUNT_TOKENS_SINCE} on`,
  link: CREDENTIAL_PROVIDERS,
  *check({ model, version, podsOf }) {
    if (!version.isBefore(SERVICE_ACCOUNT_TOKENS_SINCE)) return;
    for (const { ref } of model.accounts) {
      const [pull] = model.identityOf(ref.namespace, ref.name).pulls;
      if (pull === undefined) continue;
      const pods = podsOf(ref.namespace, ref.name);
      const images = lackingImages(pods).filter(({ unread }) => unread !== undefined);
      yield {
        severity: images.length > 0 ? 'error' : 'warning',
        on: pull.on,
        path: annotationPath(pull.name),
        message: `ServiceAccount '${ref.name}' has ${pull.name}, and nothing reads it in Kubernetes ${version}`,
        fix: `upgrade the cluster to ${SERVICE_ACCOUNT_TOKENS_SINCE}, and until then let the nodes pull or bind a pull secret`,
        images,
      };
    }
  },
};
