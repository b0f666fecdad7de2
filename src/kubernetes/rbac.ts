import type { KubernetesObject } from './kubernetes-object';

/** The API group of roles and their bindings. @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/ */
export const RBAC_API_GROUP = 'rbac.authorization.k8s.io';
export const RBAC_API_VERSION = `${RBAC_API_GROUP}/v1`;

/** A Role and its RoleBinding, both with these metadata; a ClusterRole and its own where the metadata name no namespace. */
export function roleAndBinding(
  metadata: KubernetesObject['metadata'],
  rules: readonly object[],
  subjects: readonly object[],
): KubernetesObject[] {
  const role = metadata.namespace === undefined ? 'ClusterRole' : 'Role';
  return [
    { apiVersion: RBAC_API_VERSION, kind: role, metadata, rules },
    {
      apiVersion: RBAC_API_VERSION,
      kind: `${role}Binding`,
      metadata,
      roleRef: { apiGroup: RBAC_API_GROUP, kind: role, name: metadata.name },
      subjects,
    },
  ];
}
