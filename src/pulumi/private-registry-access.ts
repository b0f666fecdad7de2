import {
  ComponentResource,
  type ComponentResourceOptions,
  type CustomResource,
  log,
  type Output,
  output,
} from '@pulumi/pulumi';
import { requireOneOf, requireOptions } from '../error';
import { type FromConfigProps, readAccess } from '../machine';
import {
  type HelmPullSecretValues,
  helmValues,
  type IgnoredDifference,
  ignoredDifferences,
  type NamespacePlan,
  type Platform,
  type PullSecret,
  planAccess,
  type ServiceAccountBinding,
} from '../plan';
import { AccountLedger } from './account-ledger';
import { CONFLICT_POLICIES, type ConflictPolicy } from './bound-account';
import { checkLists, requireNames } from './check-args';
import { documentResource } from './document-resource';
import { onErrorAdvice } from './error-advice';
import { type NamespaceInput, type NamespaceTarget, namespaceTargets } from './namespace-target';
import { monitorOffers } from './per-deployment';
import { type InputMap, Placeholders } from './placeholders';
import { requireServerSideApply, warnAboutImmutableSecrets } from './provider-settings';
import type { Reach } from './reach';
import { inputRenderer } from './render-logins';
import { SecretLedger } from './secret-ledger';
import { StackPods } from './stack-pods';

/** Arguments of `PrivateRegistryAccess`. */
export interface PrivateRegistryAccessArgs {
  /**
   * The namespaces whose pods pull from private registries: names, or the Namespace resources themselves.
   *
   * A Namespace resource is known by its name in the program. Other outputs are known by their order: append to them, since what comes after
   * an insertion is made anew.
   */
  readonly namespaces: readonly NamespaceInput[];

  /** The pull secrets that each of the namespaces gets. */
  readonly pullSecrets: readonly PullSecret[];

  /**
   * The service accounts that list the pull secrets, in each of the namespaces.
   *
   * Patching `default` needs server-side apply, and owns its whole list.
   *
   * @default [] - the pods list them, which no other owner can undo
   */
  readonly serviceAccounts?: readonly ServiceAccountBinding[];

  /**
   * Whether pod specs list the pull secrets too: all of the stack that are in one of the namespaces and are declared after this.
   *
   * @default true
   */
  readonly podDefaults?: boolean;

  /**
   * Whether the namespaces that are given by name are made here.
   *
   * @default false
   */
  readonly createNamespaces?: boolean;

  /**
   * What to do where somebody else wrote the list of an account that is patched: `fail` shows the conflict at up, not at preview; `replace`
   * takes the list over, and destroy does not bring the old one back.
   *
   * @default 'fail'
   */
  readonly onConflict?: ConflictPolicy;

  /**
   * The distribution of Kubernetes.
   *
   * @default Platform.KUBERNETES
   */
  readonly platform?: Platform;

  /**
   * Whether Argo CD applies the manifests that the provider renders: namespaces, Secrets and service accounts then come in sync waves
   * before the workloads.
   *
   * @default false
   */
  readonly argoCd?: boolean;

  /**
   * Labels of everything that is made here.
   *
   * @default - none
   */
  readonly labels?: InputMap;

  /**
   * Annotations of everything that is made here.
   *
   * @default - none
   */
  readonly annotations?: InputMap;
}

/**
 * Access to private registries for every pod of some namespaces: the pull secrets, the service accounts that list them, and the
 * pod specs that refer to them.
 *
 * @see https://kubernetes.io/docs/concepts/containers/images/#using-a-private-registry
 */
export class PrivateRegistryAccess extends ComponentResource {
  /**
   * Access as regcred.yaml declares it: once for the constructs, for Pulumi and for `regcred inject`.
   *
   * @throws RegcredError `config` where the file cannot be read as what it must be: the message says where, and what to write
   */
  public static fromConfig(
    name: string,
    props: FromConfigProps = {},
    opts: ComponentResourceOptions = {},
  ): PrivateRegistryAccess {
    const { namespaces, ...access } = readAccess(props);
    return new PrivateRegistryAccess(name, { ...access, namespaces: [...namespaces] }, opts);
  }

  /** Names of the pull secrets, as `imagePullSecrets` lists them. */
  public readonly pullSecretNames: string[];

  /** The pull secrets as the values of Helm charts want them: for a `Release`, whose pods are out of reach. */
  public readonly helmValues: HelmPullSecretValues;

  /**
   * What an Argo CD Application writes into `spec.ignoreDifferences`: parts of the service accounts that controllers of the cluster fill.
   *
   * @see https://argo-cd.readthedocs.io/en/stable/user-guide/diffing/
   */
  public readonly ignoredDifferences: Output<IgnoredDifference[]>;

  /** @internal */
  public readonly _reaches: readonly Reach[];

  /**
   * @throws RegcredError where a name is none, a credential is missing or malformed, or an account cannot be bound
   */
  public constructor(name: string, args: PrivateRegistryAccessArgs, opts: ComponentResourceOptions = {}) {
    // no arguments: Pulumi would write them into the state, a password that is no Pulumi secret too
    super('regcred:index:PrivateRegistryAccess', name, {}, opts);
    requireOptions(
      args,
      "new PrivateRegistryAccess(name, { namespaces: ['payments'], pullSecrets: [PullSecret.existing('regcred')] })",
    );
    const { pullSecrets, serviceAccounts = [], createNamespaces } = args;
    requireOneOf(args.onConflict ?? 'fail', 'onConflict', CONFLICT_POLICIES);
    checkLists(pullSecrets, serviceAccounts);
    const placeholders = Placeholders.ofDeployment();
    const targets = namespaceTargets(this, args.namespaces, placeholders);
    requireNames(pullSecrets, targets);
    const plans = planAccess(
      {
        namespaces: targets.map(({ planned }) => planned),
        pullSecrets,
        serviceAccounts,
        createNamespaces,
        platform: args.platform,
        argoCd: args.argoCd,
        labels: placeholders.holdMap(args.labels),
        annotations: placeholders.holdMap(args.annotations),
      },
      { render: inputRenderer(pullSecrets, (warning) => log.warn(warning, this)), now: new Date() },
    );
    this.pullSecretNames = pullSecrets.map((secret) => secret.name);
    this.helmValues = helmValues(this.pullSecretNames);
    const accounts = plans.flatMap((plan) => plan.serviceAccounts);
    this.ignoredDifferences = output(
      placeholders.fill(ignoredDifferences(accounts, args.platform)) as IgnoredDifference[],
    );
    this._reaches = plans.map((plan, i) => this.#make(name, plan, targets[i] as NamespaceTarget, args, opts));

    for (const warning of new Set(plans.flatMap(({ warnings }) => warnings))) log.warn(warning, this);
    if (plans.some(({ documents }) => documents.some(({ kind }) => kind === 'Secret'))) warnAboutImmutableSecrets(this);
    if (serviceAccounts.some(({ creates }) => !creates)) requireServerSideApply(this);
    if ((args.podDefaults ?? true) && monitorOffers('registerStackTransform')) {
      StackPods.ofDeployment().add(this, this._reaches);
    }
    this.registerOutputs({ pullSecretNames: this.pullSecretNames });
  }

  /** Makes what one namespace needs. */
  #make(
    name: string,
    { documents, serviceAccounts, pullSecrets: secrets }: NamespacePlan,
    target: NamespaceTarget,
    { onConflict = 'fail' }: PrivateRegistryAccessArgs,
    given: ComponentResourceOptions,
  ): Reach {
    const placeholders = Placeholders.ofDeployment();
    for (const secret of secrets.filter(({ made }) => made)) {
      SecretLedger.ofDeployment().claim(this, name, target, secret.name);
    }
    const namespaces: CustomResource[] = [];
    const madeBy: CustomResource[] = [];
    for (const document of documents) {
      const isNamespace = document.kind === 'Namespace';
      if (isNamespace && typeof target.name !== 'string') continue; // the program makes it
      const nameIn = (key: string) => (isNamespace ? `${name}/${key}` : `${name}/${key}/${document.metadata.name}`);
      const aliases = target.formerKeys.map((key) => ({ name: key.apply(nameIn) }));
      const opts = { parent: this, aliases, dependsOn: namespaces, ...onErrorAdvice() };
      const resource = documentResource(nameIn(target.key), document, placeholders, opts);
      (isNamespace ? namespaces : madeBy).push(resource);
    }
    for (const plan of serviceAccounts) {
      AccountLedger.ofDeployment().bind(this, { plan, target, onConflict, after: [namespaces, madeBy] }, given);
    }
    return { namespace: target.name, pullSecrets: this.pullSecretNames, madeBy: [...namespaces, ...madeBy] };
  }
}
