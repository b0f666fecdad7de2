import { decodeAuth } from './auth-field';
import type { ByteString } from './byte-string';
import { DockerConfigEntry } from './docker-config-entry';
import { EntryError } from './entry-error';
import { GoError } from './go-error';
import { readGoJson } from './go-json-reader';
import { type GoJsonMember, type GoJsonValue, isField } from './go-json-value';
import { GoTypeError } from './go-type-error';
import { Password } from './password';

const FILE = 'DockerConfigJSON';
const ENTRY = 'dockerConfigEntryWithAuth';
const PACKAGE = 'credentialprovider';
const FIELDS = ['username', 'password', 'email', 'auth'] as const;

/** Entries by key: a key that comes twice counts as it stands last. */
export type DockerConfigEntries = ReadonlyMap<string, DockerConfigEntry>;

/**
 * Reads a `.dockerconfigjson` as the kubelet does. Go decodes into what it has: of two `auths` both count, of two equal keys the
 * last, and `null` leaves a string alone but empties a map. A wrong type is kept in mind while Go reads on, but an entry that does
 * not decode ends the reading, and so is the error that is told.
 *
 * @throws GoError in the kubelet's words
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.2/pkg/credentialprovider/config.go
 */
export function decodeDockerConfigJson(bytes: ByteString): DockerConfigEntries {
  const file = readGoJson(bytes);
  const entries = new Map<string, DockerConfigEntry>();
  if (file.kind === 'null') return entries;
  if (file.kind !== 'object') throw new GoTypeError(file.kind, `${PACKAGE}.${FILE}`);

  let firstError: GoTypeError | undefined;
  for (const member of file.members) {
    const error = decodeMember(member, entries);
    firstError ??= error;
  }
  if (firstError !== undefined) throw firstError;
  return entries;
}

/**
 * Reads a `.dockercfg`, the same map without `auths` around it.
 *
 * @throws GoError in the kubelet's words
 */
export function decodeDockerCfg(bytes: ByteString): DockerConfigEntries {
  const file = readGoJson(bytes);
  const entries = new Map<string, DockerConfigEntry>();
  if (file.kind === 'null') return entries;
  if (file.kind !== 'object') throw new GoTypeError(file.kind, `${PACKAGE}.DockerConfig`);
  for (const { key, value } of file.members) entries.set(key, decodeEntry(key, value));
  return entries;
}

/** Gives back what Go keeps in mind while it reads on. */
function decodeMember(member: GoJsonMember, entries: Map<string, DockerConfigEntry>): GoTypeError | undefined {
  if (isField(member, 'auths')) return decodeAuths(member.value, entries);
  return isField(member, 'HttpHeaders') ? checkHeaders(member.value) : undefined;
}

function decodeAuths(auths: GoJsonValue, entries: Map<string, DockerConfigEntry>): GoTypeError | undefined {
  if (auths.kind === 'null') {
    entries.clear();
    return undefined;
  }
  const field = 'auths';
  if (auths.kind !== 'object') return new GoTypeError(auths.kind, `${PACKAGE}.DockerConfig`, { struct: FILE, field });
  const place = (error: GoTypeError) => error.inside(FILE, field);
  for (const { key, value } of auths.members) entries.set(key, decodeEntry(key, value, place));
  return undefined;
}

/** The kubelet uses no header, but a header of a wrong type is an error all the same. */
function checkHeaders(headers: GoJsonValue): GoTypeError | undefined {
  const place = { struct: FILE, field: 'HttpHeaders' };
  if (headers.kind === 'null') return undefined;
  if (headers.kind !== 'object') return new GoTypeError(headers.kind, 'map[string]string', place);
  const wrong = headers.members.find(({ value }) => value.kind !== 'string' && value.kind !== 'null');
  return wrong && new GoTypeError(wrong.value.kind, 'string', place);
}

function decodeEntry(
  serverKey: string,
  value: GoJsonValue,
  place: (error: GoTypeError) => GoTypeError = (error) => error,
): DockerConfigEntry {
  try {
    const fields = decodeFields(value);
    const login = fields.auth === '' ? fields : decodeAuth(fields.auth);
    return DockerConfigEntry._of(serverKey, login.username, new Password(login.password), fields.email);
  } catch (error) {
    if (error instanceof GoTypeError) throw new EntryError(serverKey, place(error));
    throw error instanceof GoError ? new EntryError(serverKey, error) : error;
  }
}

function decodeFields(value: GoJsonValue): Record<(typeof FIELDS)[number], string> {
  const fields = { username: '', password: '', email: '', auth: '' };
  if (value.kind === 'null') return fields;
  if (value.kind !== 'object') throw new GoTypeError(value.kind, `${PACKAGE}.${ENTRY}`);
  let firstError: GoTypeError | undefined;
  for (const member of value.members) {
    const field = FIELDS.find((name) => isField(member, name));
    if (field === undefined || member.value.kind === 'null') continue;
    if (member.value.kind === 'string') fields[field] = member.value.value;
    else firstError ??= new GoTypeError(member.value.kind, 'string', { struct: ENTRY, field });
  }
  if (firstError !== undefined) throw firstError;
  return fields;
}
