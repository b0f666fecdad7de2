import { DockerConfig } from '../../credential';
import { RegcredError } from '../../error';
import {
  COVERS_ANNOTATION,
  DOCKER_CFG_KEY,
  DOCKER_CFG_TYPE,
  DOCKER_CONFIG_JSON_KEY,
  DOCKER_CONFIG_JSON_TYPE,
  PLAINTEXT_ANNOTATION,
} from '../../kubernetes';
import type { JsonPath, ManifestObject, Mapping } from '../../manifest';
import { isMapping, listIn, mappingIn, textIn } from '../../manifest';
import type { ObjectRef } from './object-ref';
import type { IgnoredContent, LoginContent, SecretContent, SecretModel } from './secret-model';

/** The key that the kubelet reads in a Secret of a type; none for a type that it ignores. */
export function keyOfType(type: string | undefined): string | undefined {
  if (type === DOCKER_CONFIG_JSON_TYPE) return DOCKER_CONFIG_JSON_KEY;
  return type === DOCKER_CFG_TYPE ? DOCKER_CFG_KEY : undefined;
}

/** What makes the logins of a Secret arrive later: the value says from where, where it does. */
const COPY_ANNOTATIONS = ['reflector.v1.k8s.emberstack.com/reflects', 'replicator.v1.mittwald.de/replicate-from'] as const;
const SECRETGEN_ANNOTATION = 'secretgen.carvel.dev/image-pull-secret';

/** A Secret that a manifest holds. */
export function readSecret(object: ManifestObject, ref: ObjectRef): SecretModel {
  const type = textIn(object.type) ?? 'Opaque';
  const key = keyOfType(type);
  const path: JsonPath = [isMapping(object.stringData) && key !== undefined && key in object.stringData ? 'stringData' : 'data'];
  return {
    namespace: ref.namespace,
    name: ref.name,
    ref,
    type,
    path: key === undefined ? ['type'] : [...path, key],
    content: contentOf(object, type, key),
  };
}

function contentOf(object: ManifestObject, type: string, key: string | undefined): SecretContent {
  if (key === undefined) return ofWrongType(type);
  const annotations = mappingIn(mappingIn(object.metadata).annotations);
  const covers = coversOf(annotations);
  const copied = COPY_ANNOTATIONS.map((name) => textIn(annotations[name])).find((source) => source !== undefined);
  if (copied !== undefined) {
    const [namespace = '', name = ''] = copied.split('/');
    return { state: 'opaque', covers, copyOf: { namespace, name } };
  }
  // sops encrypts the values of a manifest that stands in Git
  if (SECRETGEN_ANNOTATION in annotations || isMapping(object.sops)) return { state: 'opaque', covers };
  const value = valueOf(object, key);
  if (value === undefined) return withoutKey(type, key, Object.keys(mappingIn(object.data)));
  if (value === null) return { state: 'malformed', reason: `data["${key}"] is not base64` };
  const content = decode(type, value, plaintextOf(object, annotations));
  const empty = content.state === 'logins' && content.config.entries.length === 0;
  return covers !== undefined && empty ? { state: 'opaque', covers } : content;
}

/** The server keys that an object says its Secret will hold. */
export function coversOf(annotations: Mapping): readonly string[] | undefined {
  const text = textIn(annotations[COVERS_ANNOTATION]);
  return text
    ?.split(',')
    .map((key) => key.trim())
    .filter((key) => key !== '');
}

/** What the kubelet makes of a Secret whose type is none of its two. */
export function ofWrongType(type: string): IgnoredContent {
  return {
    state: 'ignored',
    reason: `its type is '${type}'`,
    fix: `make it again with 'type: ${DOCKER_CONFIG_JSON_TYPE}'; the type of a Secret cannot be changed`,
  };
}

function withoutKey(type: string, key: string, keys: readonly string[]): IgnoredContent {
  const found = keys.length === 0 ? 'no data' : `only ${keys.map((name) => `'${name}'`).join(', ')}`;
  return {
    state: 'ignored',
    reason: `a Secret of type '${type}' has its logins under '${key}', and this one has ${found}`,
    fix: `name the key '${key}'`,
  };
}

/** The text under a key: `undefined` where there is none, `null` where it is not base64. `stringData` wins, as in the API server. */
function valueOf(object: ManifestObject, key: string): string | null | undefined {
  const clear = mappingIn(object.stringData)[key];
  if (typeof clear === 'string') return clear;
  const encoded = mappingIn(object.data)[key];
  if (typeof encoded !== 'string') return undefined;
  const base64 = encoded.replace(/[\r\n]/g, '');
  const isBase64 = base64.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(base64);
  return isBase64 ? Buffer.from(base64, 'base64').toString('utf8') : null;
}

function decode(type: string, text: string, plaintext: LoginContent['plaintext']): SecretContent {
  try {
    // the old type has the same entries, without `auths` around them
    const config = DockerConfig.parse(type === DOCKER_CFG_TYPE ? `{"auths":${text}}` : text);
    return { state: 'logins', config, plaintext };
  } catch (error) {
    if (!(error instanceof RegcredError)) throw error;
    return { state: 'malformed', reason: error.message };
  }
}

/** A Secret that was read out of a cluster names its owner: nobody wrote its password into a file. */
function plaintextOf(object: ManifestObject, annotations: Mapping): LoginContent['plaintext'] {
  if (textIn(annotations[PLAINTEXT_ANNOTATION]) !== undefined) return 'accepted';
  return listIn(mappingIn(object.metadata).ownerReferences).length > 0 ? 'managed' : 'accident';
}
