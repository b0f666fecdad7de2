import { RegcredError } from '../error';
import type { RegistryRecord, UsernameRule } from './registry-record';

/** How tokens of vendors begin. A username may be one by mistake, and at some vendors by design. */
const TOKEN = /^(?:dckr_|gh[a-z]_|github_pat_|glpat-|gldt-|dop_v[0-9]_|nvapi-|eyJ)/;
/** What tokens without such a beginning look like, those of robots and keys: letters and digits without an end, or a GUID. */
const RANDOM = /[A-Za-z0-9]{24}|[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}/;
/** What usernames are made of; a colon or a brace would be more than a username. */
const SHOWABLE = /^[\w.@$+|/\\ -]{1,64}$/;

/**
 * Checks a username against the vendor's convention.
 *
 * @returns a warning for each convention that is only usual
 * @throws RegcredError with the code `registry-username` where nothing else can log in
 */
export function checkUsername({ name, username: { rules = [] } }: RegistryRecord, username: string): string[] {
  if (username === '') throw new RegcredError('registry-username', `username for ${name} is empty`);
  const broken = rules.filter(({ when, match }) => (when?.test(username) ?? true) && !match.test(username));
  const certain = broken.find(({ strength }) => strength === 'certain');
  if (certain) throw new RegcredError('registry-username', message('must be another one', name, username, certain));
  return broken.map((rule) => message('is unusual', name, username, rule));
}

function message(what: string, name: string, username: string, { write }: UsernameRule): string {
  return `username for ${name} ${what}: got ${shown(username)}, write ${write}`;
}

function shown(username: string): string {
  return SHOWABLE.test(username) && !TOKEN.test(username) && !RANDOM.test(username)
    ? `'${username}'`
    : 'what may be a token (not shown)';
}
