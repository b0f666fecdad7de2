import { DEFAULT_SERVICE_ACCOUNT } from '../../kubernetes';
import type { CheckedPod } from '../checked-cluster';
import { inPodSpec } from '../checked-cluster';
import type { ServiceAccountModel } from '../model/service-account-model';
import type { Rule } from '../rule';
import { SERVICE_ACCOUNT_ADMISSION } from './links';

/** Pods that get their login from `default`, which the same manifests patch. */
export const defaultServiceAccountRace: Rule = {
  id: 'default-service-account-race',
  why: "'default' is there before its pull secrets are: a pod that is created first has none, for good, and admission may see the old list for a while",
  link: SERVICE_ACCOUNT_ADMISSION,
  *check({ model, podsOf }) {
    for (const account of model.accounts) {
      const { ref, pullSecrets } = account;
      if (ref.name !== DEFAULT_SERVICE_ACCOUNT) continue;
      const names = pullSecrets
        .filter((name) => name !== '')
        .map((name) => `'${name}'`)
        .join(', ');
      const relying = podsOf(ref.namespace, ref.name).filter(reliesOnAccount);
      for (const pod of relying.filter((each) => comesTooEarly(each, account))) {
        yield {
          severity: 'error',
          on: pod.workload.ref,
          path: inPodSpec(pod, 'imagePullSecrets'),
          message: `the pod stands before ServiceAccount 'default' in the file: it is created without ${names}, for good`,
          fix: `name ${names} in imagePullSecrets of the pod too, or run it as a ServiceAccount of its own`,
        };
      }
      const [first, ...more] = relying.filter((each) => !comesTooEarly(each, account));
      if (first === undefined) continue;
      const { kind, name } = first.workload.ref;
      const have =
        more.length > 0
          ? `and ${more.length} more of namespace '${ref.namespace}' have`
          : `of namespace '${ref.namespace}' has`;
      yield {
        severity: 'warning',
        on: ref,
        path: ['imagePullSecrets'],
        message: `${kind} '${name}' ${have} ${names} only from ServiceAccount 'default', which is patched in the same apply`,
        fix: `name ${names} in imagePullSecrets of the pods too, or run them as a ServiceAccount of their own`,
      };
    }
  },
};

/** Whether a login of the account is what an image of the pod is pulled with. */
function reliesOnAccount({ admitted, images }: CheckedPod): boolean {
  if (admitted.from !== 'service-account') return false;
  return images.some(({ decision }) => decision.verdict === 'credential' || decision.verdict === 'opaque');
}

/** kubectl applies a file from top to bottom, and nothing makes a bare pod again. */
function comesTooEarly({ workload: { ref, order } }: CheckedPod, account: ServiceAccountModel): boolean {
  return ref.kind === 'Pod' && ref.file === account.ref.file && order < account.order;
}
