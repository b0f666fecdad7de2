import { Construct } from 'constructs';
import { requireOptions } from '../error';
import { type FromConfigProps, readAccess, thisMachine } from '../machine';
import type { HelmPullSecretValues, IgnoredDifference, Platform, PullSecret } from '../plan';
import { helmValues, ignoredDifferences, loginRenderer, planAccess, ServiceAccountBinding } from '../plan';
import { AppLedger } from './app-ledger';
import { emitAll } from './emit-all';
import { countOnExistingSecrets } from './existing-secrets';
import { PodDefaultsFiller } from './pod-defaults-filler';
import { SecretLedger } from './secret-ledger';
import { ServiceAccountLedger } from './service-account-ledger';
import { warn } from './warn';

/** Properties of `PrivateRegistryAccess`. */
export interface PrivateRegistryAccessProps {
  /** The namespaces whose pods pull from private registries. */
  readonly namespaces: string[];

  /** The pull secrets that each of the namespaces gets. */
  readonly pullSecrets: PullSecret[];

  /**
   * The service accounts that list the pull secrets, in each of the namespaces.
   *
   * @default [ServiceAccountBinding.patchDefault()]
   */
  readonly serviceAccounts?: ServiceAccountBinding[];

  /**
   * Whether pod specs list the pull secrets too: all below the construct's scope that are in one of the namespaces.
   *
   * A pod's own reference is retried until its Secret is there; the service account's list is copied once, when the pod is made.
   *
   * @default true
   */
  readonly podDefaults?: boolean;

  /**
   * Whether the namespaces are made here.
   *
   * @default false
   */
  readonly createNamespaces?: boolean;

  /**
   * The distribution of Kubernetes that the manifests are for.
   *
   * @default Platform.KUBERNETES
   */
  readonly platform?: Platform;

  /**
   * Whether Argo CD applies the output: namespaces, Secrets and service accounts then come in sync waves before the workloads.
   *
   * @default false
   */
  readonly argoCd?: boolean;

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
 * Access to private registries for every pod of some namespaces: the pull secrets, the service accounts that list them, and the
 * pod specs that refer to them.
 *
 * @see https://kubernetes.io/docs/concepts/containers/images/#using-a-private-registry
 */
export class PrivateRegistryAccess extends Construct {
  /**
   * Access as regcred.yaml declares it: once for the constructs, for Pulumi and for `regcred inject`.
   *
   * @throws RegcredError `config` where the file cannot be read as what it must be: the message says where, and what to write
   */
  public static fromConfig(scope: Construct, id: string, props: FromConfigProps = {}): PrivateRegistryAccess {
    const { namespaces, pullSecrets, serviceAccounts, ...access } = readAccess(props);
    return new PrivateRegistryAccess(scope, id, {
      ...access,
      namespaces: [...namespaces],
      pullSecrets: [...pullSecrets],
      serviceAccounts: [...serviceAccounts],
    });
  }

  /** Names of the pull secrets, as `imagePullSecrets` lists them. */
  public readonly pullSecretNames: string[];

  /** The pull secrets as the values of Helm charts want them. */
  public readonly helmValues: HelmPullSecretValues;

  /**
   * What an Argo CD Application writes into `spec.ignoreDifferences`: parts of the service accounts that controllers of the cluster fill.
   *
   * @see https://argo-cd.readthedocs.io/en/stable/user-guide/diffing/
   */
  public readonly ignoredDifferences: IgnoredDifference[];

  /**
   * @throws RegcredError where a name is none, a credential is missing or malformed, or another construct makes the same document
   */
  public constructor(scope: Construct, id: string, props: PrivateRegistryAccessProps) {
    super(scope, id);
    requireOptions(
      props,
      "new PrivateRegistryAccess(scope, id, { namespaces: ['payments'], pullSecrets: [PullSecret.existing('regcred')] })",
    );
    const { serviceAccounts = [ServiceAccountBinding.patchDefault()] } = props;
    const { path } = this.node;
    const render = loginRenderer(props.pullSecrets, thisMachine(), (warning) => warn(path, warning));
    const plans = planAccess({ ...props, serviceAccounts }, { render, now: new Date() });
    this.pullSecretNames = props.pullSecrets.map((secret) => secret.name);
    this.helmValues = helmValues(this.pullSecretNames);
    this.ignoredDifferences = ignoredDifferences(
      plans.flatMap((plan) => plan.serviceAccounts),
      props.platform,
    );

    const accounts = ServiceAccountLedger.of(this);
    const secrets = SecretLedger.of(this);
    for (const plan of plans) {
      for (const { name, made } of plan.pullSecrets) secrets.claim(this, plan.namespace, name, made);
      emitAll(this, plan.documents);
      for (const account of plan.serviceAccounts) accounts.bind(this, account);
      countOnExistingSecrets(this, plan);
    }
    for (const warning of new Set(plans.flatMap((plan) => plan.warnings))) warn(path, warning);
    if (props.podDefaults ?? true) {
      const defaults = { imagePullSecrets: this.pullSecretNames };
      PodDefaultsFiller.of(this).defaults.add(scope, defaults, props.namespaces);
    }
    this.node.addValidation(AppLedger.of(this));
  }
}
