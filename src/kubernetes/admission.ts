/** The API of policies that the API server holds itself. */
export const ADMISSION_API_VERSION = 'admissionregistration.k8s.io/v1';

/** Kubelets make mirrors of the static pods on their node, and nothing else: a mirror that is refused or changed only hides the pod. */
export const NOT_A_NODE = {
  name: 'not-a-node',
  expression: "!(has(request.userInfo.groups) && 'system:nodes' in request.userInfo.groups)",
} as const;
