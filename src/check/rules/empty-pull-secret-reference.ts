import { lackingImages, severityFor } from '../checked-cluster';
import { referencesIn } from '../references';
import type { Rule } from '../rule';
import { SERVICE_ACCOUNT_ADMISSION } from './links';

/** An entry of a list of pull secrets that names nothing. */
export const emptyPullSecretReference: Rule = {
  id: 'empty-pull-secret-reference',
  why: "an entry without a name gives no login, but makes the list not empty: the ServiceAccount's pull secrets are then not copied into the pod",
  link: SERVICE_ACCOUNT_ADMISSION,
  *check(cluster) {
    for (const { name, on, path, pods } of referencesIn(cluster)) {
      if (name !== '') continue;
      yield {
        severity: severityFor(pods),
        on,
        path,
        message: 'an entry of imagePullSecrets has no name',
        fix: "write the name of a Secret as 'name: regcred', or take the entry out; a list without entries is best left out",
        images: lackingImages(pods),
      };
    }
  },
};
