import { IRSA_ROLE_ARN } from '../../identity';
import type { Rule } from '../rule';
import { EKS_POD_IDENTITY } from './links';

/** An account with a role by annotation and another by association. */
export const twoRuntimeIdentities: Rule = {
  id: 'two-runtime-identities',
  why: 'which of the two an SDK takes is its own decision, mostly the one by annotation',
  link: EKS_POD_IDENTITY,
  *check({ model }) {
    for (const { ref } of model.accounts) {
      const { runtimes } = model.identityOf(ref.namespace, ref.name);
      const irsa = runtimes.find(({ annotation }) => annotation === IRSA_ROLE_ARN);
      const association = runtimes.find(({ on }) => on.kind === 'PodIdentityAssociation');
      if (irsa === undefined || association === undefined) continue;
      yield {
        severity: 'warning',
        on: irsa.on,
        path: irsa.path,
        message: `ServiceAccount '${ref.name}' has a role by IRSA and another by PodIdentityAssociation '${association.on.name}'`,
        fix: 'keep one of them: the annotation, or the association',
      };
    }
  },
};
