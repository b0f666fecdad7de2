import { KeyReason } from '../../keyring';

/** Why a key is tried or not, in the kubelet's terms; goes after the key. */
export const KEY_SENTENCES: Readonly<Record<KeyReason, string>> = {
  [KeyReason.MATCHES]: 'matches',
  [KeyReason.MATCHES_BEYOND_SEGMENT]: 'matches only as a plain prefix: it is meant for another owner',
  [KeyReason.FALLBACK]: 'is taken for Docker Hub, since no other key matches',
  [KeyReason.FALLBACK_HIDDEN]: 'is not taken for Docker Hub, since another key matches',
  [KeyReason.UNREADABLE]: 'is no URL: the kubelet drops it without a word',
  [KeyReason.SCHEME]: 'has a scheme that is not https:// or http://, which is taken for the host',
  [KeyReason.ALIAS_HOST]: 'is a host of the registry by which no image goes',
  [KeyReason.LABEL_COUNT]: 'is for another host: it has another number of labels',
  [KeyReason.LABEL]: 'has another host',
  [KeyReason.LETTER_CASE]: 'has other capitals, and letters are compared as they are',
  [KeyReason.PORT]: 'has another port, and no port is not the same as 443',
  [KeyReason.TAG_OR_DIGEST]: 'has a tag or a digest, and images are looked up without',
  [KeyReason.PATH_WILDCARD]: 'has a wildcard in the path, where none is known',
  [KeyReason.API_VERSION]: 'has /v1 or /v2 without a slash behind, which is then a part of the image name',
  [KeyReason.PATH_SLASH]: 'ends in a slash where the image name ends: it is for what lies below',
  [KeyReason.PATH]: 'has another path',
};
