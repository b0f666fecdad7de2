import { RegcredError } from '../../error';
import { normalizeServerKey } from '../../keyring';
import { parseServerKey, Registry, shownServerKey } from '../../registry';
import type { CheckedPod } from '../checked-cluster';
import { lackingImages } from '../checked-cluster';
import type { LoginContent, SecretModel } from '../model/secret-model';
import { isMeantFor, nearMiss } from '../near-miss';
import type { Hit, Rule } from '../rule';
import { canMatch } from '../server-key-reach';
import { CONFIG_JSON } from './links';

/** A server key that the kubelet uses for no image, or not for the one that it was written for. */
export const unreachableServerKey: Rule = {
  id: 'unreachable-server-key',
  why: 'the kubelet finds a login by its key alone: a slash, a port or a host too many, and the login is never tried',
  link: CONFIG_JSON,
  *check({ model, usersOf }) {
    for (const secret of model.secrets()) {
      const { content } = secret;
      if (content.state !== 'logins') continue;
      const users = usersOf(secret);
      for (const { serverKey } of content.config.entries) {
        if (isUsed(serverKey, secret, users)) continue;
        const hit = hitOf(serverKey, secret, content, users);
        if (hit !== undefined) yield hit;
      }
    }
  },
};

function hitOf(
  serverKey: string,
  secret: SecretModel,
  content: LoginContent,
  users: readonly CheckedPod[],
): Hit | undefined {
  const { ref, name, path } = secret;
  const meant = lackingImages(users).filter(
    ({ reference }) => reference !== undefined && isMeantFor(serverKey, reference.name),
  );
  const image = meant.find(({ reference }) => reference !== undefined)?.reference;
  const reason = faultOf(serverKey) ?? (image && nearMiss(serverKey, image.name)) ?? hiddenBy(serverKey, content);
  if (ref === undefined || reason === undefined) return undefined;
  const wanted = image && Registry.forImage(image.name).serverKey;
  return {
    severity: meant.length > 0 ? 'error' : 'warning',
    on: ref,
    path,
    message: `the key ${shownServerKey(serverKey)} of Secret '${name}' matches ${image ? `not '${image.name}'` : 'no image'}: ${reason}`,
    fix: wanted === undefined ? "write the registry's host, or host and path with a final '/'" : `write '${wanted}'`,
    images: meant,
  };
}

function isUsed(serverKey: string, secret: SecretModel, users: readonly CheckedPod[]): boolean {
  return users.some(({ images }) =>
    images.some(({ decision }) =>
      decision.logins.some((login) => login.secret === secret && login.match.serverKey === serverKey),
    ),
  );
}

/** What the catalogue says of a key, where it is about which images it matches. */
function faultOf(serverKey: string): string | undefined {
  try {
    parseServerKey(serverKey);
    return undefined;
  } catch (error) {
    if (!(error instanceof RegcredError)) throw error;
    // the kubelet drops a user and a query, and takes a wildcard too many: those keys match, for better or worse
    return /[@?#*]/.test(serverKey) && canMatch(serverKey) ? undefined : error.message;
  }
}

/** `index.docker.io` is only a fallback: with `docker.io` in the same Secret, it is never tried. */
function hiddenBy(serverKey: string, { config }: LoginContent): string | undefined {
  if (normalizeServerKey(serverKey) !== 'index.docker.io') return undefined;
  const entry = config.entries.find((candidate) => candidate.serverKey === serverKey);
  const other = config.entries.find((candidate) => normalizeServerKey(candidate.serverKey) === 'docker.io');
  if (entry === undefined || other === undefined) return undefined;
  const isSame = entry.username === other.username && entry.revealPassword() === other.revealPassword();
  return isSame ? undefined : `${shownServerKey(other.serverKey)} comes first for every image of Docker Hub`;
}
