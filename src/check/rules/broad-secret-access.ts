import type { Rule } from '../rule';
import { RBAC_GOOD_PRACTICES } from './links';

/** A role that reads every Secret. */
export const broadSecretAccess: Rule = {
  id: 'broad-secret-access',
  why: "who may get, list or watch Secrets reads every registry's password in reach; 'list' gives the contents too",
  link: RBAC_GOOD_PRACTICES,
  *check({ model }) {
    for (const { ref, path, verbs, isClusterWide } of model.broadRules) {
      const reach = isClusterWide
        ? 'every Secret of the cluster, or of the namespace it is bound in'
        : 'every Secret of its namespace';
      yield {
        severity: 'warning',
        on: ref,
        path,
        message: `${ref.kind} '${ref.name}' may ${verbs.join(', ')} ${reach}`,
        fix: "name the Secrets in resourceNames with the verb 'get', or take the rule out",
      };
    }
  },
};
