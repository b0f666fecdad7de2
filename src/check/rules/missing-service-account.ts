import { DEFAULT_SERVICE_ACCOUNT } from '../../kubernetes';
import { inPodSpec, severityFor } from '../checked-cluster';
import type { Rule } from '../rule';
import { SERVICE_ACCOUNT_ADMISSION } from './links';

/** A ServiceAccount that a pod names and no manifest has. */
export const missingServiceAccount: Rule = {
  id: 'missing-service-account',
  why: 'the API server refuses a pod whose ServiceAccount does not exist',
  link: SERVICE_ACCOUNT_ADMISSION,
  *check({ pods, model }) {
    for (const pod of pods) {
      const { ref, serviceAccount, isStatic } = pod.workload;
      if (isStatic || serviceAccount === DEFAULT_SERVICE_ACCOUNT) continue;
      if (model.account(ref.namespace, serviceAccount) !== undefined) continue;
      yield {
        severity: severityFor([pod]),
        on: ref,
        path: inPodSpec(pod, 'serviceAccountName'),
        message: `ServiceAccount '${serviceAccount}' is not in namespace '${ref.namespace}': no manifest has it`,
        fix: `add the ServiceAccount with its imagePullSecrets, or correct the name`,
      };
    }
  },
};
