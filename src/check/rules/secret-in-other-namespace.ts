import { lackingImages, severityFor } from '../checked-cluster';
import { referencesIn } from '../references';
import type { Rule } from '../rule';
import { PULL_SECRETS } from './links';

/** A pull secret that is there, but not where the pod is. */
export const secretInOtherNamespace: Rule = {
  id: 'secret-in-other-namespace',
  why: 'a pod can only use Secrets of its own namespace',
  link: PULL_SECRETS,
  *check(cluster) {
    const { model } = cluster;
    for (const { name, on, path, pods } of referencesIn(cluster)) {
      if (name === '' || model.secretsNamed(on.namespace, name).length > 0) continue;
      const namespaces = model.namespacesWith(name);
      if (namespaces.length === 0) continue;
      const shown = namespaces
        .slice(0, 3)
        .map((namespace) => `'${namespace}'`)
        .join(', ');
      const more = namespaces.length > 3 ? ` and ${namespaces.length - 3} more` : '';
      yield {
        severity: severityFor(pods),
        on,
        path,
        message: `Secret '${name}' is not in namespace '${on.namespace}', only in ${shown}${more}`,
        fix: `make the Secret in namespace '${on.namespace}' too`,
        images: lackingImages(pods),
      };
    }
  },
};
