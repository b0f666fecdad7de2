import type { ErrorCode } from '../error';
import { RegcredError, requireString } from '../error';

const LABEL = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const MAX_LABEL = 63;
const MAX_SUBDOMAIN = 253;

/** Whether a string is a DNS label (RFC 1123): what a namespace must be. */
export function isDnsLabel(name: string): boolean {
  return name.length <= MAX_LABEL && LABEL.test(name);
}

/** Whether a string is a DNS subdomain (RFC 1123): what a Secret or a ServiceAccount may be. */
export function isDnsSubdomain(name: string): boolean {
  return name.length <= MAX_SUBDOMAIN && name.split('.').every((label) => LABEL.test(label));
}

/** A namespace's name, or an error that says what to write instead. */
export function parseNamespaceName(name: string): string {
  if (isDnsLabel(requireString(name, 'namespace-name', 'namespace name', "one such as 'payments'"))) return name;
  throw invalid('namespace-name', 'namespace', name, 'a DNS label', MAX_LABEL);
}

/** A Secret's name, or an error that says what to write instead. */
export function parseSecretName(name: string): string {
  if (isDnsSubdomain(requireString(name, 'secret-name', 'Secret name', "one such as 'regcred'"))) return name;
  throw invalid('secret-name', 'Secret', name, 'a DNS subdomain', MAX_SUBDOMAIN);
}

/** A ServiceAccount's name, or an error that says what to write instead. */
export function parseServiceAccountName(name: string): string {
  if (isDnsSubdomain(requireString(name, 'service-account-name', 'ServiceAccount name', "one such as 'api'")))
    return name;
  throw invalid('service-account-name', 'ServiceAccount', name, 'a DNS subdomain', MAX_SUBDOMAIN);
}

function invalid(code: ErrorCode, what: string, name: string, rule: string, max: number): RegcredError {
  const suggestion = suggest(name, max);
  return new RegcredError(
    code,
    `${what} name must be ${rule} of at most ${max} characters (lower case letters, digits and '-'): ` +
      `got '${name}'${suggestion ? `, write '${suggestion}'` : ''}`,
  );
}

function suggest(name: string, max: number): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, max)
    .replace(/^-|-$/g, '');
}
