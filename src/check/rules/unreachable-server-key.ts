import { RegcredError } from '../../error';
import { DOCKER_HUB, DOCKER_HUB_KEY, KeyReason, Keyring, normalizeServerKey, suggestServerKey } from '../../keyring';
import { parseServerKey, shownServerKey } from '../../registry';
import type { CheckedImage, CheckedPod } from '../checked-cluster';
import { lackingImages } from '../checked-cluster';
import { KEY_SENTENCES } from '../explain/key-sentence';
import { imagesByKey, type LoginSecret, loginSecretsIn } from '../login-secrets';
import { sameLogin } from '../logins';
import type { LoginContent } from '../model/secret-model';
import type { Hit, Rule } from '../rule';
import { canMatch } from '../server-key-reach';
import { inSmallLetters } from '../small-letters';
import { CONFIG_JSON } from './links';

/** A server key that the kubelet uses for no image, or not for the one that it was written for. */
export const unreachableServerKey: Rule = {
  id: 'unreachable-server-key',
  why: 'the kubelet finds a login by its key alone: with a slash, a port or a host that is not the one of the image, the login is never tried',
  link: CONFIG_JSON,
  *check({ model, usersOf }) {
    for (const secret of loginSecretsIn(model)) {
      const users = usersOf(secret);
      const used = imagesByKey(secret, users);
      const lacking = lackingByName(users);
      for (const { serverKey } of secret.content.config.entries) {
        if (used.has(serverKey)) continue;
        const meant = lacking.filter(({ name }) => suggestServerKey(name, serverKey) !== undefined);
        const hit = missed(serverKey, secret, meant) ?? dead(serverKey, secret);
        if (hit !== undefined) yield hit;
      }
    }
  },
};

/** A repository that is not pulled, and every image of it. */
interface LackingImage {
  readonly name: string;
  readonly images: CheckedImage[];
}

function lackingByName(users: readonly CheckedPod[]): readonly LackingImage[] {
  const named = new Map<string, LackingImage>();
  for (const image of lackingImages(users)) {
    if (image.reference === undefined) continue;
    const { name } = image.reference;
    const same = named.get(name);
    if (same === undefined) named.set(name, { name, images: [image] });
    else same.images.push(image);
  }
  return [...named.values()];
}

/** A key that images without a login were to be pulled with. */
function missed(
  serverKey: string,
  { ref, name, path, content }: LoginSecret,
  images: readonly LackingImage[],
): Hit | undefined {
  const [first] = images;
  if (first === undefined) return undefined;
  const explained = Keyring.of([content.config]).explain(first.name);
  const reason = explained.find((explanation) => explanation.serverKey === serverKey)?.reason ?? KeyReason.PATH;
  return {
    severity: 'error',
    on: ref,
    path,
    message: `the key ${shownServerKey(serverKey)} of Secret '${name}' does not match '${first.name}': it ${KEY_SENTENCES[reason]}`,
    fix: inSmallLetters(first.name) ?? `write '${suggestServerKey(first.name, serverKey)}'`,
    images: images.flatMap((image) => image.images),
  };
}

/** A key that nothing was to be pulled with, and that is not well written either. */
function dead(serverKey: string, secret: LoginSecret): Hit | undefined {
  const reason = faultOf(serverKey) ?? hiddenBy(serverKey, secret.content);
  if (reason === undefined) return undefined;
  return {
    severity: 'warning',
    on: secret.ref,
    path: secret.path,
    message: `the key ${shownServerKey(serverKey)} of Secret '${secret.name}' matches no image: ${reason}`,
    fix: "write the registry's host, or its host and a path with a final '/'",
  };
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
  if (normalizeServerKey(serverKey) !== DOCKER_HUB_KEY) return undefined;
  const entry = config.entries.find((candidate) => candidate.serverKey === serverKey);
  const other = config.entries.find((candidate) => normalizeServerKey(candidate.serverKey) === DOCKER_HUB);
  if (entry === undefined || other === undefined || sameLogin(entry, other)) return undefined;
  return `${shownServerKey(other.serverKey)} comes first for every image of Docker Hub`;
}
