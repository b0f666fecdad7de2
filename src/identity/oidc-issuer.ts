import { RegcredError, requireString } from '../error';
import { quoted } from '../image';

const MAX_ISSUER = 255;
const HOST_LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;
const PATH_SEGMENT = /^[\w.~-]*$/;

/**
 * The issuer of a cluster's ServiceAccount tokens, such as `https://oidc.eks.eu-west-1.amazonaws.com/id/…`.
 *
 * Clouds compare it byte by byte with the `iss` of the token, so a trailing slash is part of it: AKS writes one, EKS none.
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#serviceaccount-token-volume-projection
 */
export class OidcIssuer {
  /** An issuer URL, or an error that says what to write instead. */
  public static parse(text: string): OidcIssuer {
    requireString(text, 'identity-oidc-issuer', 'OIDC issuer', 'the URL that the cluster says');
    if (text.length > MAX_ISSUER) throw malformed(text, `it has more than ${MAX_ISSUER} characters`);
    if (!text.startsWith('https://')) throw malformed(text, "it must begin with 'https://'");
    if (text.includes('@')) throw malformed(text, 'it has a login');
    const withoutScheme = text.slice('https://'.length);
    const [authority = '', ...path] = withoutScheme.split('/');
    const [host = '', port] = authority.split(':');
    if (!host.split('.').every((label) => HOST_LABEL.test(label)))
      throw malformed(text, 'its host is no lower-case DNS name');
    if (port !== undefined && !/^[1-9]\d{0,4}$/.test(port)) throw malformed(text, 'its port is no number');
    if (!path.every((segment) => PATH_SEGMENT.test(segment)))
      throw malformed(text, 'it has a query, a fragment or a space');
    return new OidcIssuer(text, withoutScheme);
  }

  private constructor(
    public readonly url: string,
    /** As IAM names the provider and its condition keys: without the scheme. */
    public readonly withoutScheme: string,
  ) {}

  public toString(): string {
    return this.url;
  }
}

function malformed(text: string, why: string): RegcredError {
  return new RegcredError(
    'identity-oidc-issuer',
    `OIDC issuer is malformed, ${why}: got ${quoted(text)}, write what the cluster says: ` +
      'kubectl get --raw /.well-known/openid-configuration | jq -r .issuer',
  );
}
