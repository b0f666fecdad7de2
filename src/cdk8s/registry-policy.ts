import { Construct } from 'constructs';
import { requireOptions } from '../error';
import type { NamespaceSelector, PullSecret, ServiceAccountBinding } from '../plan';
import { type PolicyEngine, type PolicyMode, planPolicy } from '../policy';
import { emitAll } from './emit-all';

/** Properties of `RegistryPolicy`. */
export interface RegistryPolicyProps {
  /**
   * Name of the policy, and of what belongs to it: a DNS subdomain.
   *
   * @default 'regcred'
   */
  readonly name?: string;

  /**
   * The namespaces whose pods are checked against the policy.
   *
   * @default NamespaceSelector.all(), without those of Kubernetes itself
   */
  readonly namespaces?: NamespaceSelector;

  /**
   * What happens to a pod that breaks the policy.
   *
   * @default PolicyMode.ENFORCE
   */
  readonly mode?: PolicyMode;

  /**
   * Who checks pods against the policy.
   *
   * @default PolicyEngine.ADMISSION_POLICY
   */
  readonly engine?: PolicyEngine;

  /**
   * Registries and repositories that images may come from, such as `registry.k8s.io` or `ghcr.io/acme`; at most 200.
   *
   * They are compared part by part with the image as the kubelet reads it: `ghcr.io/acme` takes in `ghcr.io/acme/app` and not
   * `ghcr.io/acme-evil/app`, and `docker.io/library` takes in `nginx`. In a host, `*` stands for any run of characters between two dots.
   *
   * @default - those that the pull secrets log in to; every registry where there are none
   */
  readonly allowedImages?: string[];

  /**
   * Pull secrets whose registries are allowed, beside `allowedImages`.
   *
   * @default - none
   */
  readonly pullSecrets?: PullSecret[];

  /**
   * Whether a pod must list one of the pull secrets, itself or by its service account.
   *
   * @default false
   */
  readonly requirePullSecret?: boolean;

  /**
   * The service accounts that pods may run as.
   *
   * @default - any
   */
  readonly serviceAccounts?: ServiceAccountBinding[];

  /**
   * Whether the tag `latest` is refused, written or left out; an image with a digest is fixed whatever its tag.
   *
   * @default false
   */
  readonly refuseLatest?: boolean;

  /**
   * Whether every image must have a digest.
   *
   * @default false
   */
  readonly requireDigest?: boolean;

  /**
   * Namespace of the ConfigMap with the policy's lists: whoever may write there can change the policy.
   *
   * @default 'kube-system'
   */
  readonly parametersNamespace?: string;

  /**
   * Labels of everything that is made here.
   *
   * @default - none
   */
  readonly labels?: { readonly [key: string]: string };

  /**
   * Annotations of everything that is made here.
   *
   * @default - none
   */
  readonly annotations?: { readonly [key: string]: string };
}

/**
 * What images the pods of some namespaces may have: of containers, init containers, ephemeral containers and image volumes.
 *
 * A pod is judged when it is made, and when it gets another image; pods that were there before stay.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/
 */
export class RegistryPolicy extends Construct {
  /**
   * @throws RegcredError `policy-pattern` where an allowed image is none, `policy-empty` where nothing is refused,
   * `policy-system-images` where the cluster's own pods would be
   */
  public constructor(scope: Construct, id: string, props: RegistryPolicyProps) {
    super(scope, id);
    requireOptions(props, "new RegistryPolicy(scope, id, { allowedImages: ['ghcr.io/acme'] })");
    emitAll(this, planPolicy(props));
  }
}
