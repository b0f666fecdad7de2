import { Secret } from '@pulumi/kubernetes/core/v1';
import type { Input, ResourceTransform } from '@pulumi/pulumi';
import { RegcredError, requireOneOf, requireOptions } from '../error';
import { parseNamespaceName, parseSecretName, parseServiceAccountName } from '../kubernetes';
import type { CustomKind } from '../manifest';
import { requireKnownList } from './check-args';
import { podDefaultsTransform } from './pod-defaults-transform';
import { PrivateRegistryAccess } from './private-registry-access';
import { type Reach, Reaches } from './reach';
import { shownKind } from './shown-kind';

/** What pods pull with: a Secret of the program, a `PrivateRegistryAccess`, or the name of a Secret. */
export type PodPullSecret = Secret | PrivateRegistryAccess | string;

/** What else pod specs get where they do not say otherwise, and where. */
export interface PodDefaultsOptions {
  /** The namespaces where pods get the pull secrets that are given by name; others have their own. @default - every one */
  readonly namespaces?: readonly Input<string>[];
  /** Whether pods get a token for the Kubernetes API. @default - what the pod's service account says */
  readonly automountServiceAccountToken?: boolean;
  /** Name of the service account. @default - `default`, as Kubernetes takes it */
  readonly serviceAccountName?: string;
  /** When images are pulled. @default - `Always` for the tag `latest`, else `IfNotPresent`, as Kubernetes takes it */
  readonly imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
  /** Custom kinds that hold a pod spec. @default - those that the library knows */
  readonly customKinds?: readonly CustomKind[];
}

const IMAGE_PULL_POLICIES = { always: 'Always', ifNotPresent: 'IfNotPresent', never: 'Never' } as const;

/**
 * A transform that gives pod specs their pull secrets, and more, for the stack or for a component:
 *
 *     pulumi.runtime.registerResourceTransform(podDefaults(secret));
 *     new Team('payments', {}, { transforms: [podDefaults('regcred')] });
 *
 * It reaches every resource that the engine registers after it, also those that a Helm `Chart` (v3 and v4) or a YAML `ConfigGroup` holds. It
 * does not reach a Helm `Release`, whose objects Helm makes, nor patches.
 *
 * @throws RegcredError `pull-secret-reference`, `secret-name`, `namespace-name` or `service-account-name` where something is no name, `option-value` for an
 * unknown `imagePullPolicy`
 */
export function podDefaults(
  pullSecrets: PodPullSecret | readonly PodPullSecret[],
  options: PodDefaultsOptions = {},
): ResourceTransform {
  const { namespaces, customKinds, ...defaults } = requireOptions(
    options,
    "podDefaults('regcred', { namespaces: ['payments'] })",
  );
  requireOneOf(defaults.imagePullPolicy ?? 'Always', 'imagePullPolicy', IMAGE_PULL_POLICIES);
  if (namespaces !== undefined) {
    requireKnownList(namespaces, 'namespace-name', 'namespaces', "['payments']");
    for (const each of namespaces.filter((namespace) => typeof namespace === 'string')) parseNamespaceName(each);
  }
  if (defaults.serviceAccountName !== undefined) parseServiceAccountName(defaults.serviceAccountName);
  const list = Array.isArray(pullSecrets) ? pullSecrets : [pullSecrets];
  const named = list.filter((each) => typeof each === 'string').map(parseSecretName);
  const reaches = list.filter((each) => typeof each !== 'string').flatMap(reachesOf);
  if (named.length > 0 || reaches.length === 0) {
    const places: readonly (Input<string> | undefined)[] = namespaces ?? [undefined];
    reaches.push(...places.map((namespace) => ({ namespace, pullSecrets: named, madeBy: [] })));
  }
  return podDefaultsTransform(new Reaches(reaches), defaults, customKinds);
}

function reachesOf(source: Secret | PrivateRegistryAccess): readonly Reach[] {
  if (source instanceof PrivateRegistryAccess) return source._reaches;
  if (Secret.isInstance(source)) {
    const { name, namespace } = source.metadata;
    return [{ namespace, pullSecrets: [name], madeBy: [source] }];
  }
  throw new RegcredError(
    'pull-secret-reference',
    `podDefaults takes a Secret, a PrivateRegistryAccess or a name: got ${shownKind(source)}, write for example podDefaults('regcred')`,
  );
}
