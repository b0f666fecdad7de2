import { lackingImages, severityFor } from '../checked-cluster';
import { referencesIn } from '../references';
import type { Rule } from '../rule';
import { PULL_SECRETS } from './links';

/** A pull secret that no manifest holds or makes, in any namespace. */
export const missingSecret: Rule = {
  id: 'missing-secret',
  why: 'the kubelet passes over a pull secret that is not there, and pulls without a login',
  link: PULL_SECRETS,
  *check(cluster) {
    const { model } = cluster;
    for (const { name, on, path, pods } of referencesIn(cluster)) {
      if (name === '' || model.secretsNamed(on.namespace, name).length > 0) continue;
      if (model.namespacesWith(name).length > 0) continue;
      yield {
        severity: severityFor(pods),
        on,
        path,
        message: `Secret '${name}' is not in namespace '${on.namespace}': no manifest has it or makes it`,
        fix: `add the Secret, correct the name, or declare it as existing if it is in the cluster already`,
        images: lackingImages(pods),
      };
    }
  },
};
