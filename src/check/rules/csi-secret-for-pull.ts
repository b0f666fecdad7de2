import type { Rule } from '../rule';
import { CSI_SYNC } from './links';

/** A pull secret that the Secrets Store CSI driver makes. */
export const csiSecretForPull: Rule = {
  id: 'csi-secret-for-pull',
  why: 'the driver makes the Secret when a pod has mounted its SecretProviderClass, and deletes it with the last such pod: the first pull comes too early',
  link: CSI_SYNC,
  *check({ model, usersOf }) {
    for (const secret of model.mountedSecrets) {
      const users = usersOf(secret);
      const { ref } = secret;
      if (ref === undefined || users.length === 0) continue;
      const mounting = users.filter(({ workload }) => workload.providerClasses.includes(ref.name));
      const all = mounting.length === users.length;
      yield {
        severity: all ? 'warning' : 'error',
        on: ref,
        path: secret.path.slice(0, -1),
        message: `Secret '${secret.name}' is used for pulls, but ${all ? 'it is only there while one of its pods runs' : `not every pod that names it mounts SecretProviderClass '${ref.name}'`}`,
        fix: 'make the Secret with an ExternalSecret, or use a kubelet credential provider',
      };
    }
  },
};
