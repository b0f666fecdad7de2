import {
  ComponentResource,
  type ComponentResourceOptions,
  type Input,
  type Output,
  output,
  type ResourceTransformArgs,
  runtime,
} from '@pulumi/pulumi';
import { RegcredError, requireOptions } from '../error';
import type { PullIdentity, RuntimeIdentity } from '../identity';
import { parseServiceAccountName } from '../kubernetes';
import { planWorkloadIdentity, type WorkloadIdentityPlan } from '../plan';
import { AccountLedger } from './account-ledger';
import { Cluster } from './cluster';
import { Declared } from './declared';
import { type NamespaceInput, namespaceTargets } from './namespace-target';
import { monitorOffers } from './per-deployment';
import { type InputMap, isLater, Placeholders } from './placeholders';
import { podIdentityTransform } from './pod-identity-transform';
import { requireServerSideApply } from './provider-settings';
import { SharedObjects } from './shared-objects';
import { shownKind } from './shown-kind';

/** Arguments of `WorkloadIdentity`. */
export interface WorkloadIdentityArgs {
  /** The namespaces that the service account is in: names, or the Namespace resources themselves. */
  readonly namespaces: readonly NamespaceInput[];

  /**
   * Name of the service account.
   *
   * One that is known later is taken for one to make, too, unless `createServiceAccount` is false; resources are then called after the
   * component.
   */
  readonly serviceAccount: Input<string>;

  /**
   * Who the running container is, to the cloud.
   *
   * Out of an output it is made by `role.arn.apply((roleArn) => RuntimeIdentity.eksIrsa({ roleArn }))`.
   *
   * @default RuntimeIdentity.none()
   */
  readonly runtime?: Input<RuntimeIdentity>;

  /**
   * Whom the kubelet pulls the images as, before the container exists.
   *
   * @default PullIdentity.node()
   */
  readonly pull?: Input<PullIdentity>;

  /**
   * Version of the cluster, such as `1.34`, for a check that it can pull this way.
   *
   * @default - not checked
   */
  readonly kubernetesVersion?: Input<string>;

  /**
   * Whether the service account is made here; else somebody else makes it, and it is patched.
   *
   * @default - true, but for `default`, which Kubernetes makes
   */
  readonly createServiceAccount?: boolean;

  /**
   * Whether pods get a token for the Kubernetes API.
   *
   * @default - false where the account is made here, else as it is
   */
  readonly automountServiceAccountToken?: boolean;

  /**
   * Whether Argo CD applies what the provider renders: the service account then comes in a sync wave before the workloads.
   *
   * @default false
   */
  readonly argoCd?: boolean;

  /**
   * Labels of the service account.
   *
   * @default - none
   */
  readonly labels?: InputMap;
}

/**
 * The two identities of a workload: who its containers are, and whom the kubelet pulls their images as. Neither does the other's
 * work.
 *
 * Pods of the stack that run as the account, and are declared after this, wait for the account and get the labels that the runtime
 * identity needs.
 *
 * @see https://kubernetes.io/docs/concepts/security/service-accounts/
 */
export class WorkloadIdentity extends ComponentResource {
  /** Name of the service account, for `serviceAccountName` of the pods. */
  public readonly serviceAccountName: Output<string>;

  /** The `sub` of the service account's tokens, one for each namespace, as trust policies and federated credentials name it. */
  public readonly subjects: Output<string>[];

  /**
   * @throws RegcredError `identity-swapped`, `pull-identity-version`, `service-account-conflict` or `object-conflict`, and where a name
   * is none; for an output when it is known
   */
  public constructor(name: string, args: WorkloadIdentityArgs, opts: ComponentResourceOptions = {}) {
    super('regcred:index:WorkloadIdentity', name, {}, opts);
    requireOptions(args, "new WorkloadIdentity(name, { namespaces: ['payments'], serviceAccount: 'api', runtime })");
    const { runtime: container, pull, kubernetesVersion: version, ...intent } = args;
    const placeholders = Placeholders.ofDeployment();
    const serviceAccount = isLater(args.serviceAccount)
      ? output(args.serviceAccount).apply(parseAccount)
      : parseAccount(args.serviceAccount);
    const targets = namespaceTargets(this, args.namespaces, placeholders);
    const plan = (known: Identities): WorkloadIdentityPlan =>
      planWorkloadIdentity({
        ...intent,
        ...known,
        namespaces: targets.map(({ planned }) => planned),
        serviceAccount: placeholders.hold(serviceAccount),
        labels: placeholders.holdMap(args.labels),
      });
    const plain = plan({
      runtime: isLater(container) ? undefined : container,
      pull: isLater(pull) ? undefined : pull,
      kubernetesVersion: isLater(version) ? undefined : version,
    });
    const isOpen = isLater(container) || isLater(pull);
    const known = isOpen || isLater(version) ? whenKnown(container, pull, version).apply(plan) : undefined;
    // a version is only checked: what there is to make does not wait for it
    const later = isOpen ? known : undefined;
    this.serviceAccountName = output(serviceAccount);
    this.subjects = plain.accounts.subjects.map((subject) => output(placeholders.fill(subject) as Input<string>));

    const accounts = plain.serviceAccounts.flatMap((account, i) => {
      const target = targets[i];
      if (target === undefined) return [];
      const annotations = later?.apply(({ serviceAccounts }) => serviceAccounts[i]?.annotations ?? {});
      const binding = { plan: account, target, after: [], annotations };
      const resource = AccountLedger.ofDeployment().bind(this, binding, opts);
      return [{ namespace: target.name, resource }];
    });
    const share = ({ documents }: WorkloadIdentityPlan) => {
      for (const document of documents) {
        const target = targets.find(({ planned }) => planned === document.metadata.namespace);
        SharedObjects.ofDeployment().share(this, document, target, opts);
      }
    };
    if (later === undefined) share(plain);
    else later.apply(share);

    if (plain.serviceAccounts.some(({ creates }) => !creates)) requireServerSideApply(this);
    if (monitorOffers('registerStackTransform')) {
      const labels = later?.apply(({ podLabels }) => podLabels.labels) ?? plain.podLabels.labels;
      const declared = Declared.ofDeployment();
      const mark = declared.mark(this);
      const isEarlier = async (args: ResourceTransformArgs) => (await declared.firstMarkOf(args)) <= mark;
      const pods = { serviceAccount, accounts, labels, isEarlier, cluster: Cluster.of(this) };
      runtime.registerResourceTransform(podIdentityTransform(pods));
    }
    this.registerOutputs({ serviceAccountName: this.serviceAccountName });
  }
}

interface Identities {
  readonly runtime?: RuntimeIdentity;
  readonly pull?: PullIdentity;
  readonly kubernetesVersion?: string;
}

/** Another stack may not have the output that is asked for. */
function parseAccount(name: unknown): string {
  if (typeof name === 'string') return parseServiceAccountName(name);
  throw new RegcredError(
    'service-account-name',
    `serviceAccount must be a name: got ${shownKind(name)}, write for example 'api', or look at the output that it comes from`,
  );
}

/** Both identities and the version: not by `all`, which would make plain objects of identities. */
function whenKnown(
  container: WorkloadIdentityArgs['runtime'],
  pull: WorkloadIdentityArgs['pull'],
  version: WorkloadIdentityArgs['kubernetesVersion'],
): Output<Identities> {
  return lifted(container).apply((runtime) =>
    lifted(pull).apply((kubelet) =>
      lifted(version).apply((kubernetesVersion) => ({ runtime, pull: kubelet, kubernetesVersion })),
    ),
  );
}

function lifted<T>(input: Input<T> | undefined): Output<T | undefined> {
  return output(true).apply(() => input as T | undefined) as Output<T | undefined>;
}
