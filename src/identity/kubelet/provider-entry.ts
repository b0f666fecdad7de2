import { RegcredError, requireList, requireOneOf, requireString } from '../../error';
import { quoted } from '../../image';
import { isAnnotationKey } from '../../kubernetes';
import { parseAudience } from '../audience';
import { parseMatchImage } from './match-image';
import { TokenCacheType } from './token-use';

/** How every credential provider is run. */
export interface ProviderRunOptions {
  /** Arguments of the executable. @default - what its documentation shows */
  readonly args?: string[];
  /** Environment variables of the executable, besides the kubelet's own. @default - none */
  readonly env?: { [name: string]: string };
  /**
   * Time that the kubelet keeps a credential of which the provider tells no lifetime, in seconds; 0 keeps none.
   *
   * @default - ECR 43200, ACR 600, GCP 60, others 0
   */
  readonly defaultCacheDuration?: number;
}

/** What a known credential provider may be told. */
export interface CredentialProviderOptions extends ProviderRunOptions {
  /** Name of the executable in the kubelet's `--image-credential-provider-bin-dir`. @default - the name that it is released under */
  readonly name?: string;
  /** Which images it is asked for, as globs of hosts. @default - every host form of its registry */
  readonly matchImages?: string[];
}

/** The ServiceAccount token that a provider is handed. */
export interface ProviderTokenOptions {
  /** Whom the token is for: one audience for each entry of the file. */
  readonly audience: string;
  /** What the kubelet keeps the provider's credentials by. @default TokenCacheType.SERVICE_ACCOUNT */
  readonly cacheType?: TokenCacheType;
  /** Whether the provider is left out for pods without ServiceAccount, such as static pods. @default - whether annotations are required */
  readonly requireServiceAccount?: boolean;
  /** Annotations of the ServiceAccount that are handed over; without one of them the provider is left out. @default - none */
  readonly requiredAnnotations?: string[];
  /** Annotations of the ServiceAccount that are handed over where they are there. @default - none */
  readonly optionalAnnotations?: string[];
}

/** An entry of `providers`, by the kubelet's names. */
export interface ProviderEntry {
  readonly name: string;
  readonly apiVersion: string;
  readonly matchImages: readonly string[];
  readonly defaultCacheDuration: string;
  readonly args?: readonly string[];
  readonly env?: readonly { readonly name: string; readonly value: string }[];
  readonly tokenAttributes?: TokenAttributes;
}

/** @see https://kubernetes.io/docs/reference/config-api/kubelet-config.v1/#kubelet-config-k8s-io-v1-ServiceAccountTokenAttributes */
export interface TokenAttributes {
  readonly serviceAccountTokenAudience: string;
  readonly cacheType: string;
  readonly requireServiceAccount: boolean;
  readonly requiredServiceAccountAnnotationKeys?: readonly string[];
  readonly optionalServiceAccountAnnotationKeys?: readonly string[];
}

const API_VERSION = 'credentialprovider.kubelet.k8s.io/v1';
const MAX_NAME = 255;
const NAME = /^[\w.-]+$/;

/** An entry that the kubelet accepts: it does not start with one that it does not. */
export function providerEntry(
  options: Required<CredentialProviderOptions>,
  tokens?: ProviderTokenOptions,
): ProviderEntry {
  const { name, matchImages, args, env, defaultCacheDuration } = options;
  const pattern = "['*.registry.example.com']";
  if (requireList(matchImages, 'credential-provider-match-images', 'matchImages', pattern).length === 0) {
    throw new RegcredError(
      'credential-provider-match-images',
      `matchImages of ${quoted(name)} is empty: write at least one host`,
    );
  }
  return {
    name: parseProviderName(name),
    apiVersion: API_VERSION,
    matchImages: matchImages.map(parseMatchImage),
    defaultCacheDuration: goDuration(defaultCacheDuration),
    ...(args.length > 0 && { args }),
    ...(Object.keys(env).length > 0 && { env: Object.entries(env).map(([key, value]) => ({ name: key, value })) }),
    ...(tokens && { tokenAttributes: tokenAttributes(name, tokens) }),
  };
}

function tokenAttributes(name: string, options: ProviderTokenOptions): TokenAttributes {
  const {
    audience,
    cacheType = TokenCacheType.SERVICE_ACCOUNT,
    requiredAnnotations = [],
    optionalAnnotations = [],
  } = options;
  const requireServiceAccount = options.requireServiceAccount ?? requiredAnnotations.length > 0;
  if (!requireServiceAccount && requiredAnnotations.length > 0) {
    throw new RegcredError(
      'credential-provider-token',
      `provider '${name}' requires annotations but no ServiceAccount: got requireServiceAccount false, leave it out`,
    );
  }
  const keys = [...requiredAnnotations, ...optionalAnnotations].map(parseAnnotationKey);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) {
    throw new RegcredError(
      'credential-provider-annotation-key',
      `annotation key is listed twice for '${name}': got '${twice}', write it once`,
    );
  }
  return {
    serviceAccountTokenAudience: parseAudience(audience),
    cacheType: requireOneOf(cacheType, 'cacheType', TokenCacheType),
    requireServiceAccount,
    ...(requiredAnnotations.length > 0 && { requiredServiceAccountAnnotationKeys: requiredAnnotations }),
    ...(optionalAnnotations.length > 0 && { optionalServiceAccountAnnotationKeys: optionalAnnotations }),
  };
}

function parseProviderName(name: string): string {
  requireString(name, 'credential-provider-name', 'provider name', "one such as 'ecr-credential-provider'");
  if (name.length <= MAX_NAME && NAME.test(name) && name !== '.' && name !== '..') return name;
  throw new RegcredError(
    'credential-provider-name',
    `provider name must be that of an executable, without directory and spaces: got ${quoted(name)}, write 'ecr-credential-provider'`,
  );
}

function parseAnnotationKey(key: string): string {
  if (isAnnotationKey(key)) return key;
  throw new RegcredError(
    'credential-provider-annotation-key',
    `annotation key must be a domain, '/' and a name: got ${quoted(key)}, write 'eks.amazonaws.com/ecr-role-arn'`,
  );
}

/** Seconds as Go writes a duration, in the largest unit that holds them whole. */
function goDuration(seconds: number): string {
  if (!Number.isSafeInteger(seconds) || seconds < 0) {
    throw new RegcredError(
      'credential-provider-cache-duration',
      `cache duration must be a whole number of seconds from 0 on: got ${seconds}`,
    );
  }
  if (seconds > 0 && seconds % 3600 === 0) return `${seconds / 3600}h`;
  return seconds > 0 && seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;
}
