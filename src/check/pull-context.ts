import type { ImageReference } from '../image';
import { Keyring } from '../keyring';
import type { ClusterModel } from './model/cluster-model';
import type { LoginContent, SecretModel } from './model/secret-model';
import { OpaqueSecret } from './opaque-secret';
import type { PullDecision } from './pull-decision';
import { decide, decideLogins } from './pull-decision';
import type { PullPolicies } from './pull-policies';

/** A pull secret that a pod names, and what stands under the name: mostly one Secret or none. */
export interface NamedSecret {
  readonly name: string;
  readonly secrets: readonly SecretModel[];
}

type LoginSecret = SecretModel & { readonly content: LoginContent };

/** One list of pull secrets in one namespace: what its pods can pull. Each image is decided once. */
export class PullContext {
  public readonly namespace: string;
  /** In the order of the list, without the names that are empty. */
  public readonly named: readonly NamedSecret[];
  /** Every Secret of the list that is there. */
  public readonly secrets: readonly SecretModel[];
  readonly #logins: readonly LoginSecret[];
  readonly #opaque: readonly OpaqueSecret[];
  readonly #keyring: Keyring;
  readonly #policies: PullPolicies;
  readonly #decisions = new Map<string, PullDecision>();

  public constructor(namespace: string, names: readonly string[], model: ClusterModel, policies: PullPolicies) {
    this.namespace = namespace;
    this.named = names
      .filter((name) => name !== '')
      .map((name) => ({ name, secrets: model.secretsNamed(namespace, name) }));
    this.secrets = this.named.flatMap(({ secrets }) => secrets);
    this.#logins = this.secrets.filter(isLogins);
    this.#opaque = this.secrets.flatMap((secret) =>
      secret.content.state === 'opaque' ? [new OpaqueSecret(secret, secret.content, model)] : [],
    );
    this.#keyring = Keyring.of(this.#logins.map(({ content }) => content.config));
    this.#policies = policies;
  }

  /** The keyring that the kubelet makes of the list. */
  public get keyring(): Keyring {
    return this.#keyring;
  }

  /** Whether an image is known to need no login. */
  public isPublic(reference: ImageReference): boolean {
    return this.#policies.whyPublic(reference) !== undefined;
  }

  /** What the kubelet does with an image; the tag has no part in it. */
  public decide(reference: ImageReference): PullDecision {
    const { name } = reference;
    const known = this.#decisions.get(name);
    if (known !== undefined) return known;
    const decision = this.#decide(reference);
    this.#decisions.set(name, decision);
    return decision;
  }

  #decide(reference: ImageReference): PullDecision {
    for (const { name: secret, content } of this.secrets) {
      if (content.state === 'malformed') return decide('malformed', `Secret '${secret}': ${content.reason}`);
    }
    const { name } = reference;
    const logins = this.#keyring.lookup(name).flatMap((match) => {
      const secret = this.#logins[match.configIndex];
      return secret === undefined ? [] : [{ match, secret }];
    });
    if (logins.length > 0) return decideLogins(logins);
    const covering = this.#opaque.find((secret) => secret.covers(name) === 'yes');
    if (covering !== undefined) return decide('opaque', `${covering.description}, which says that it covers the image`);
    const nodePattern = this.#policies.node.find(name);
    if (nodePattern !== undefined) return decide('node', `the node has a login for '${nodePattern}'`);
    const publicReason = this.#policies.whyPublic(reference);
    if (publicReason !== undefined) return decide('anonymous', `no login matches, and ${publicReason}`);
    const unknown = this.#opaque.find((secret) => secret.covers(name) === 'unknown');
    if (unknown !== undefined) return decide('opaque', `${unknown.description}, which does not say what it covers`);
    return decide('missing', this.#whyMissing(reference));
  }

  #whyMissing({ registry }: ImageReference): string {
    if (this.named.length === 0) return 'the pod has no pull secret';
    const reasons = this.named.map(({ name, secrets }) => {
      const [secret] = secrets;
      if (secret === undefined) return `Secret '${name}' is not in namespace '${this.namespace}'`;
      if (secret.content.state === 'ignored') return `Secret '${name}' is ignored: ${secret.content.reason}`;
      return `Secret '${name}' has no login that matches`;
    });
    return `no login for '${registry}': ${reasons.join('; ')}`;
  }
}

function isLogins(secret: SecretModel): secret is LoginSecret {
  return secret.content.state === 'logins';
}
