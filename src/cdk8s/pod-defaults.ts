import type { IConstruct } from 'constructs';
import { requireList, requireOneOf, requireOptions } from '../error';
import { parseSecretName, parseServiceAccountName } from '../kubernetes';
import type { CustomKindProps } from './custom-kind';
import { PodDefaultsFiller } from './pod-defaults-filler';
import { PodSpecPaths } from './pod-spec-paths';

/** When the kubelet pulls an image. @see https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy */
export enum ImagePullPolicy {
  /** Before each start of a container. */
  ALWAYS = 'Always',
  /** When the node does not have the image. */
  IF_NOT_PRESENT = 'IfNotPresent',
  /** Not at all: the image must be on the node. */
  NEVER = 'Never',
}

/** What pod specs get where they do not say otherwise. */
export interface PodDefaultsProps {
  /**
   * Names of pull secrets.
   *
   * They are added to those that a pod spec lists, since its list shadows the one of its service account.
   *
   * @default - none
   */
  readonly imagePullSecrets?: string[];

  /**
   * Whether pods get a token for the Kubernetes API.
   *
   * @default - what the pod's service account says
   */
  readonly automountServiceAccountToken?: boolean;

  /**
   * Name of the service account.
   *
   * @default - `default`, as Kubernetes takes it
   */
  readonly serviceAccountName?: string;

  /**
   * When images are pulled.
   *
   * @default - `Always` for the tag `latest`, else `IfNotPresent`, as Kubernetes takes it
   */
  readonly imagePullPolicy?: ImagePullPolicy;
}

/**
 * Defaults for every pod spec of a construct tree, whoever made it: raw `ApiObject`s, objects from `cdk8s import`,
 * cdk8s-plus workloads of any version, `Include` and `Helm`, also where the pod spec comes by JSON patch.
 * Patches of a pod spec that is there have the last word.
 *
 * @example
 * PodDefaults.of(chart).add({ imagePullSecrets: ['regcred'], automountServiceAccountToken: false });
 */
export class PodDefaults {
  /**
   * The defaults of a construct and all that is below it.
   *
   * @throws RegcredError `app-missing` where the construct stands in no App
   */
  public static of(scope: IConstruct): PodDefaults {
    return new PodDefaults(scope);
  }

  private constructor(private readonly scope: IConstruct) {}

  /**
   * Adds defaults; of two values for one field, the one nearer to the pod holds.
   *
   * @throws RegcredError `secret-name`, `service-account-name` where a name is not a DNS subdomain
   */
  public add(defaults: PodDefaultsProps): PodDefaults {
    const { imagePullSecrets = [] } = requireOptions(
      defaults,
      "PodDefaults.of(scope).add({ imagePullSecrets: ['regcred'] })",
    );
    requireList(imagePullSecrets, 'plan-list', "'imagePullSecrets'", "['regcred']").forEach(parseSecretName);
    if (defaults.serviceAccountName !== undefined) parseServiceAccountName(defaults.serviceAccountName);
    if (defaults.imagePullPolicy !== undefined) {
      requireOneOf(defaults.imagePullPolicy, 'imagePullPolicy', ImagePullPolicy);
    }
    PodDefaultsFiller.of(this.scope).defaults.add(this.scope, defaults);
    return this;
  }

  /**
   * Tells where a custom resource keeps its pod spec, for the whole app; Argo Rollouts and Knative Services are known.
   *
   * @throws RegcredError `manifest-custom-kind` where the group, the kind or the path is none
   */
  public registerKind(kind: CustomKindProps): PodDefaults {
    PodSpecPaths.of(this.scope).register(kind);
    return this;
  }
}
