import { RegcredError } from '../../error';
import { KeyReason, Keyring, normalizeServerKey, suggestServerKey } from '../../keyring';
import { parseServerKey, shownServerKey } from '../../registry';
import type { CheckedImage, CheckedPod } from '../checked-cluster';
import { lackingImages } from '../checked-cluster';
import { KEY_SENTENCES } from '../explain/key-sentence';
import type { LoginContent, SecretModel } from '../model/secret-model';
import type { Hit, Rule } from '../rule';
import { canMatch } from '../server-key-reach';
import { CONFIG_JSON } from './links';

/** A server key that the kubelet uses for no image, or not for the one that it was written for. */
export const unreachableServerKey: Rule = {
  id: 'unreachable-server-key',
  why: 'the kubelet finds a login by its key alone: with a slash, a port or a host that is not the one of the image, the login is never tried',
  link: CONFIG_JSON,
  *check({ model, usersOf }) {
    for (const secret of model.secrets()) {
      const { content } = secret;
      if (content.state !== 'logins') continue;
      const users = usersOf(secret);
      const lacking = lackingImages(users);
      for (const { serverKey } of content.config.entries) {
        const meant = lacking.filter(({ reference }) => reference && suggestServerKey(reference.name, serverKey));
        const hit =
          meant.length > 0 ? missed(serverKey, secret, content, meant) : dead(serverKey, secret, content, users);
        if (hit !== undefined) yield hit;
      }
    }
  },
};

/** A key that an image without a login was to be pulled with. */
function missed(
  serverKey: string,
  secret: SecretModel,
  content: LoginContent,
  images: CheckedImage[],
): Hit | undefined {
  const { ref, name, path } = secret;
  const image = images[0]?.reference?.name;
  if (ref === undefined || image === undefined) return undefined;
  const explained = Keyring.of([content.config]).explain(image);
  const reason = explained.find((explanation) => explanation.serverKey === serverKey)?.reason ?? KeyReason.PATH;
  return {
    severity: 'error',
    on: ref,
    path,
    message: `the key ${shownServerKey(serverKey)} of Secret '${name}' does not match '${image}': it ${KEY_SENTENCES[reason]}`,
    fix: `write '${suggestServerKey(image, serverKey)}'`,
    images,
  };
}

/** A key that matches nothing that anybody has, and is not well written either. */
function dead(
  serverKey: string,
  secret: SecretModel,
  content: LoginContent,
  users: readonly CheckedPod[],
): Hit | undefined {
  const { ref, name, path } = secret;
  if (ref === undefined || isUsed(serverKey, secret, users)) return undefined;
  const reason = faultOf(serverKey) ?? hiddenBy(serverKey, content);
  if (reason === undefined) return undefined;
  return {
    severity: 'warning',
    on: ref,
    path,
    message: `the key ${shownServerKey(serverKey)} of Secret '${name}' matches no image: ${reason}`,
    fix: "write the registry's host, or its host and a path with a final '/'",
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
