import { compareAsGo, goJson } from '../kubernetes';
import { refuseSameKey } from './same-key';

/** An entry of a `.dockerconfigjson` whose login is only known in the cluster. */
export interface TemplateEntry {
  readonly serverKey: string;
  /** An expression of Go's text/template. */
  readonly username: string;
  /** An expression of Go's text/template. */
  readonly password: string;
  readonly email?: string;
}

/**
 * A template of Go's text/template with sprig's functions: where it is rendered it gives the same bytes as `PullSecret.fromLogins` does for
 * the same logins. Each value goes through `toJson`, so that quotes, newlines and braces in a password stay inside their string.
 *
 * @throws RegcredError `docker-config-duplicate-key` where two entries have one server key for the kubelet
 */
export function dockerConfigTemplate(entries: readonly TemplateEntry[]): string {
  refuseSameKey(entries.map(({ serverKey }) => serverKey));
  const sorted = [...entries].sort((a, b) => compareAsGo(a.serverKey, b.serverKey));
  return `{"auths":{${sorted.map(entryText).join(',')}}}`;
}

/** An expression for a text that is known at synth. */
export function templateString(text: string): string {
  return goJson(text);
}

function entryText({ serverKey, username, password, email }: TemplateEntry): string {
  const fields = [
    `"username":{{ ${username} | toJson }}`,
    `"password":{{ ${password} | toJson }}`,
    ...(email === undefined || email === '' ? [] : [`"email":${literal(email)}`]),
    `"auth":{{ printf "%s:%s" ${argument(username)} ${argument(password)} | b64enc | toJson }}`,
  ];
  return `${literal(serverKey)}:{${fields.join(',')}}`;
}

/** JSON text outside of the template's actions. */
function literal(text: string): string {
  return goJson(text).replaceAll('{{', '{{ "{{" }}');
}

function argument(expression: string): string {
  return /^[^\s|]+$/.test(expression) || expression.startsWith('"') ? expression : `(${expression})`;
}
