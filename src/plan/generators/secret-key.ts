import { RegcredError, requireOptions, requireString } from '../../error';
import { parseSecretName, parseServiceAccountName } from '../../kubernetes';

/** A key of a Secret that is in the same namespace. */
export interface SecretKey {
  /** Name of the Secret. */
  readonly name: string;

  /** Key in the Secret. */
  readonly key: string;
}

const KEY = /^[-._a-zA-Z0-9]{1,253}$/;

/** A reference as the operator takes it. */
export function secretKeyRef(secret: SecretKey): SecretKey {
  const { name, key } = requireOptions(secret, "{ name: 'aws', key: 'token' }");
  requireString(key, 'generator-auth', 'key of a Secret', "one such as 'token'");
  if (KEY.test(key)) return { name: parseSecretName(name), key };
  throw new RegcredError(
    'generator-auth',
    `key of a Secret is 1 to 253 letters, digits, '-', '_' and '.': got '${key}' of Secret '${name}'`,
  );
}

/** A ServiceAccount of the same namespace, which the operator asks Kubernetes for a token of. */
export function serviceAccountRef(name: string): { readonly name: string } {
  return { name: parseServiceAccountName(name) };
}
