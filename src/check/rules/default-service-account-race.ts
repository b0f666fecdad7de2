import { inPodSpec } from '../checked-cluster';
import { DEFAULT_SERVICE_ACCOUNT } from '../model/service-account-model';
import type { Rule } from '../rule';
import { SERVICE_ACCOUNT_ADMISSION } from './links';

/** A pod that gets its login from `default`, which the same manifests patch. */
export const defaultServiceAccountRace: Rule = {
  id: 'default-service-account-race',
  why: "'default' is there before its pull secrets are: a pod that is created first has none, for good, and admission may see the old list for a while",
  link: SERVICE_ACCOUNT_ADMISSION,
  *check({ pods, model }) {
    for (const pod of pods) {
      const { ref, serviceAccount, order } = pod.workload;
      if (pod.admitted.from !== 'service-account' || serviceAccount !== DEFAULT_SERVICE_ACCOUNT) continue;
      if (!pod.images.some(({ decision }) => decision.verdict === 'credential' || decision.verdict === 'opaque'))
        continue;
      const account = model.account(ref.namespace, serviceAccount);
      if (account === undefined) continue;
      // kubectl applies a file from top to bottom, and nothing makes a bare pod again
      const isLost = ref.kind === 'Pod' && ref.file === account.ref.file && order < account.order;
      const names = pod.admitted.names.map((name) => `'${name}'`).join(', ');
      yield {
        severity: isLost ? 'error' : 'warning',
        on: ref,
        path: inPodSpec(pod, 'imagePullSecrets'),
        message: isLost
          ? `the pod stands before ServiceAccount 'default' in the file: it is created without ${names}, for good`
          : `the pod has ${names} only from ServiceAccount 'default', which is patched in the same apply`,
        fix: `name ${names} in imagePullSecrets of the pod too, or run it as a ServiceAccount of its own`,
      };
    }
  },
};
