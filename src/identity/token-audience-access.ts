import { createHash } from 'node:crypto';
import { type KubernetesObject, RBAC_API_GROUP, roleAndBinding } from '../kubernetes';
import { parseAudience } from './audience';
import type { WorkloadAccounts } from './workload-accounts';

const KUBELETS = [{ apiGroup: RBAC_API_GROUP, kind: 'Group', name: 'system:nodes' }];

/** The ServiceAccounts whose tokens a kubelet may be given for an image pull. */
export enum TokenScope {
  /**
   * Every ServiceAccount: a ClusterRole. For a provider entry that serves pods without the annotation too
   * (`requireServiceAccount: false`): the kubelet asks for a token for each pod, and a refusal fails the pull.
   */
  CLUSTER = 'cluster',
  /**
   * This ServiceAccount only: a Role in each namespace. For a provider entry that lists the annotation as required:
   * the kubelet leaves other pods alone.
   */
  SERVICE_ACCOUNT = 'service-account',
}

/**
 * What lets the kubelets ask for ServiceAccount tokens of an audience: since Kubernetes 1.33 the API server refuses those that no
 * volume of the pod names. It checks the audience as resource, the ServiceAccount as name, in its namespace; so a Role can grant it.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#noderestriction
 */
export function tokenAudienceAccess(
  audience: string,
  scope: TokenScope,
  accounts: WorkloadAccounts,
): KubernetesObject[] {
  const rule = {
    apiGroups: [''],
    resources: [parseAudience(audience)],
    verbs: ['request-serviceaccounts-token-audience'],
  };
  const name = `regcred-pull-token-${slug(audience)}`;
  if (scope === TokenScope.CLUSTER) return roleAndBinding({ name }, [rule], KUBELETS);
  const rules = [{ ...rule, resourceNames: [accounts.serviceAccount] }];
  return accounts.namespaces.flatMap((namespace) =>
    roleAndBinding({ name: `${name}.${accounts.serviceAccount}`, namespace }, rules, KUBELETS),
  );
}

/** A name for an audience; different audiences have different ones. */
function slug(audience: string): string {
  const word = audience
    .replace(/[^a-z0-9.-]+/gi, '-')
    .toLowerCase()
    .slice(0, 60)
    .replace(/^[.-]+|[.-]+$/g, '');
  if (word === audience) return word;
  return `${word}-${createHash('sha256').update(audience).digest('hex').slice(0, 8)}`;
}
