import { requireOneOf } from '../../error';
import type { KubernetesObject } from '../../kubernetes';
import { DOCKER_CONFIG_JSON_KEY, DOCKER_CONFIG_JSON_TYPE, parseSecretName } from '../../kubernetes';
import type { RegistryLogin } from '../../registry';
import { coveringMetadata } from '../external-secret';
import { localLogins } from '../login-source';
import type { PullSecretStrategy, PullSecretTarget } from '../pull-secret-strategy';
import type { SealingCertificate } from '../sealing-certificate';
import { checkNotExpired, parseSealingCertificate, sealWith } from '../sealing-certificate';

/** Where a SealedSecret may be opened. @see https://github.com/bitnami-labs/sealed-secrets#scopes */
export enum SealingScope {
  /** Under its own name in its own namespace. */
  STRICT = 'strict',
  /** Under any name in its own namespace. */
  NAMESPACE_WIDE = 'namespace-wide',
  /** Anywhere in the cluster; it is not copied anywhere by that. */
  CLUSTER_WIDE = 'cluster-wide',
}

/** Properties of `PullSecret.sealed`. */
export interface SealedPullSecretProps {
  /** The logins that the Secret holds. */
  readonly logins: RegistryLogin[];

  /** The controller's certificate, as `kubeseal --fetch-cert` prints it: PEM text. */
  readonly certificate: string;

  /**
   * Name of the Secret, the same in every namespace.
   *
   * @default 'regcred'
   */
  readonly name?: string;

  /**
   * Where the controller opens it.
   *
   * @default SealingScope.STRICT
   */
  readonly scope?: SealingScope;
}

/** A SealedSecret: the passwords are encrypted at synth, and only the controller can read them. */
export function sealed(name: string, props: SealedPullSecretProps): PullSecretStrategy {
  parseSecretName(name);
  const { scope = SealingScope.STRICT } = props;
  requireOneOf(scope, 'scope', SealingScope);
  const certificate = parseSealingCertificate(props.certificate);
  const logins = localLogins('PullSecret.sealed', name, props.logins);
  const serverKeys = logins.map(({ serverKey }) => serverKey);
  return {
    name,
    logins,
    namedNamespace: scope !== SealingScope.CLUSTER_WIDE,
    covers: () => serverKeys,
    documents: (target) => {
      checkNotExpired(certificate, target.now);
      const seal = sealer(certificate, labelOf(scope, target.namespace, name));
      return [sealedSecret(target, { name, scope, serverKeys, encrypted: target.render(logins, seal) })];
    },
  };
}

function sealer(certificate: SealingCertificate, label: string): (base64: string) => string {
  return (base64) => sealWith(certificate, Buffer.from(base64, 'base64'), label);
}

/** What the ciphertext is bound to. */
function labelOf(scope: SealingScope, namespace: string, name: string): string {
  if (scope === SealingScope.CLUSTER_WIDE) return '';
  return scope === SealingScope.NAMESPACE_WIDE ? namespace : `${namespace}/${name}`;
}

interface SealedParts {
  readonly name: string;
  readonly scope: SealingScope;
  readonly serverKeys: readonly string[];
  readonly encrypted: unknown;
}

function sealedSecret(target: PullSecretTarget, { name, scope, serverKeys, encrypted }: SealedParts): KubernetesObject {
  const { namespace, labels } = target;
  // the controller reads the scope on both: on the object when it opens it, on the template when it makes the Secret
  const scoped =
    scope === SealingScope.STRICT
      ? target.annotations
      : { ...target.annotations, [`sealedsecrets.bitnami.com/${scope}`]: 'true' };
  const metadata = { name, namespace, ...(labels && { labels }), ...(scoped && { annotations: scoped }) };
  return {
    apiVersion: 'bitnami.com/v1alpha1',
    kind: 'SealedSecret',
    metadata: coveringMetadata(name, { ...target, annotations: scoped }, serverKeys),
    spec: {
      encryptedData: { [DOCKER_CONFIG_JSON_KEY]: encrypted },
      template: { metadata, type: DOCKER_CONFIG_JSON_TYPE },
    },
  };
}
