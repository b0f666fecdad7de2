import { Construct } from 'constructs';
import { requireOptions } from '../error';
import type { FanOutEngine, PodBinding } from '../fan-out';
import { DEFAULT_SOURCE_NAMESPACE, planFanOut, reachOf } from '../fan-out';
import { thisMachine } from '../machine';
import type { NamespaceSelector, Platform, PullSecret, ServiceAccountBinding } from '../plan';
import { loginRenderer } from '../plan';
import { AppLedger } from './app-ledger';
import { emitAll } from './emit-all';
import { FanOutLedger } from './fan-out-ledger';
import { warn } from './warn';

/** Properties of `NamespaceFanOut`. */
export interface NamespaceFanOutProps {
  /** The namespaces whose pods pull from private registries, also those that do not exist yet. */
  readonly selector: NamespaceSelector;

  /** The pull secrets that each of the namespaces gets. */
  readonly pullSecrets: PullSecret[];

  /** What copies the pull secrets: something that runs in the cluster already. */
  readonly engine: FanOutEngine;

  /**
   * Namespace of the Secrets that are copied; nobody else should be able to read there.
   *
   * @default 'regcred-system'
   */
  readonly sourceNamespace?: string;

  /**
   * Whether the namespace of the source is made here.
   *
   * @default false
   */
  readonly createSourceNamespace?: boolean;

  /**
   * Name of the policies, stores and roles that are made here: a DNS subdomain.
   *
   * @default 'regcred'
   */
  readonly name?: string;

  /**
   * Who adds the pull secrets to pods as they are made.
   *
   * @default - Kyverno where it copies, else the API server, which does it from Kubernetes 1.36
   */
  readonly podBinding?: PodBinding;

  /**
   * The service accounts that get the pull secrets too; only Kyverno does that.
   *
   * @default - none: pods are bound
   */
  readonly serviceAccounts?: ServiceAccountBinding[];

  /**
   * Whether a namespace must ask for the pull secrets, with the label `regcred.dev/pull-secrets: "true"`.
   *
   * @default false - it gets them unless it refuses with the label `regcred.dev/exclude: "true"`
   */
  readonly requireConsent?: boolean;

  /**
   * The distribution of Kubernetes that the manifests are for.
   *
   * @default Platform.KUBERNETES
   */
  readonly platform?: Platform;

  /**
   * Whether Argo CD applies the output: namespaces, Secrets and service accounts then come in sync waves before the workloads,
   * and it neither prunes a source that is copied nor compares the copies.
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
 * Access to private registries for the pods of every namespace that a selector finds, now and later: one source for each pull secret, what
 * copies it, and what binds pods.
 *
 * A namespace is left out by the label `regcred.dev/exclude: "true"`. Kyverno's copies and the API server's binding of pods heed an annotation
 * of that name too; the other engines select by labels only.
 */
export class NamespaceFanOut extends Construct {
  /** Names of the pull secrets, as `imagePullSecrets` lists them. */
  public readonly pullSecretNames: string[];

  /**
   * @throws RegcredError where a name is none, the source is a target too, the engine cannot do what is asked, or another fan-out may write the
   * same Secret
   */
  public constructor(scope: Construct, id: string, props: NamespaceFanOutProps) {
    super(scope, id);
    requireOptions(
      props,
      'new NamespaceFanOut(scope, id, { selector: NamespaceSelector.all(), engine: FanOutEngine.externalSecrets(), pullSecrets: […] })',
    );
    const render = loginRenderer(props.pullSecrets, thisMachine(), (warning) => warn(this.node.path, warning));
    this.pullSecretNames = props.pullSecrets.map(({ name }) => name);
    const ledger = FanOutLedger.of(this);
    const { sourceNamespace = DEFAULT_SOURCE_NAMESPACE } = props;
    ledger.claim(this, { secrets: this.pullSecretNames, reach: reachOf(props), sourceNamespace });
    emitAll(this, planFanOut(props, { render, now: new Date() }));
    this.node.addValidation(ledger);
    this.node.addValidation(AppLedger.of(this));
  }
}
