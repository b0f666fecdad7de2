import type { CheckOptions, CheckReport, Finding, RuleId } from '../../src/check';
import { checkManifests } from '../../src/check';
import { documentOf, type ManifestObject } from '../../src/manifest';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

/** A private image, pinned, so that no rule speaks of its tag. */
export const PRIVATE = `ghcr.io/acme/api@${DIGEST}`;
/** A public one. */
export const PUBLIC = `registry.k8s.io/pause@${DIGEST}`;

export type Login = { readonly username?: string; readonly password?: string; readonly [field: string]: unknown };

/** The text of a docker config: a login for each key, or what an entry should be. */
export function configText(...keys: (string | Record<string, Login>)[]): string {
  const auths = Object.assign({}, ...keys.map((key) => (typeof key === 'string' ? { [key]: LOGIN } : key)));
  return JSON.stringify({ auths });
}

const LOGIN: Login = { username: 'bot', password: 'hunter2' };

interface Place {
  readonly name?: string;
  readonly namespace?: string;
}

/** A pull secret with logins for these keys. */
export function secret(
  keys: (string | Record<string, Login>)[] | string,
  { name = 'regcred', namespace = 'app', ...more }: Place & Readonly<Record<string, unknown>> = {},
): ManifestObject {
  const text = typeof keys === 'string' ? keys : configText(...keys);
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, namespace, annotations: { 'regcred.dev/plaintext-credential': 'true' } },
    type: 'kubernetes.io/dockerconfigjson',
    data: { '.dockerconfigjson': Buffer.from(text).toString('base64') },
    ...more,
  };
}

export function account(
  name: string,
  pullSecrets?: string[],
  { namespace = 'app', ...more }: Place & Readonly<Record<string, unknown>> = {},
): ManifestObject {
  const imagePullSecrets = pullSecrets?.map((each) => ({ name: each }));
  return { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace }, imagePullSecrets, ...more };
}

export interface PodOptions extends Place {
  readonly account?: string;
  readonly secrets?: (string | undefined)[];
  readonly image?: unknown;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly spec?: Readonly<Record<string, unknown>>;
}

export function pod({ name = 'api', namespace = 'app', annotations, ...options }: PodOptions = {}): ManifestObject {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace, annotations }, spec: podSpec(options) };
}

export function deployment({ name = 'api', namespace = 'app', ...options }: PodOptions = {}): ManifestObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace },
    spec: { template: { spec: podSpec(options) } },
  };
}

function podSpec({ account: serviceAccountName, secrets, image = PRIVATE, spec }: PodOptions): unknown {
  return {
    serviceAccountName,
    imagePullSecrets: secrets?.map((each) => (each === undefined ? {} : { name: each })),
    containers: [{ name: 'api', image }],
    ...spec,
  };
}

export function check(objects: readonly ManifestObject[], options?: CheckOptions): CheckReport {
  return checkManifests(
    objects.map((object) => documentOf(object, 'all.yaml')),
    options,
  );
}

/** The verdicts of all images, in order. */
export function verdicts(objects: readonly ManifestObject[], options?: CheckOptions): string[] {
  return check(objects, options).images.map(({ verdict }) => verdict);
}

/** The findings of a rule, as `severity Kind/name path: message`. */
export function findings(rule: RuleId, objects: readonly ManifestObject[], options?: CheckOptions): string[] {
  return check(objects, options)
    .findings.filter((finding) => finding.rule === rule)
    .map(written);
}

function written({ severity, kind, name, path, message }: Finding): string {
  return `${severity} ${kind}/${name} ${path}: ${message}`;
}
