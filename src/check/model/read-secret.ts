import { DockerConfig } from '../../credential';
import { RegcredError } from '../../error';
import {
  COVERS_ANNOTATION,
  DOCKER_CFG_KEY,
  DOCKER_CFG_TYPE,
  DOCKER_CONFIG_JSON_KEY,
  DOCKER_CONFIG_JSON_TYPE,
  PLAINTEXT_CREDENTIAL_ANNOTATION,
  REFLECTS,
  REPLICATE_FROM,
  SECRETGEN_PULL_SECRET,
} from '../../kubernetes';
import type { JsonPath, ManifestObject, Mapping } from '../../manifest';
import { isMapping, listIn, mappingIn, textIn } from '../../manifest';
import { whyIdle } from './idle-config';
import type { ObjectRef } from './object-ref';
import type { IgnoredContent, LoginContent, SecretContent, SecretModel } from './secret-model';

/** The key that the kubelet reads in a Secret of a type; none for a type that it ignores. */
export function keyOfType(type: string | undefined): string | undefined {
  if (type === DOCKER_CONFIG_JSON_TYPE) return DOCKER_CONFIG_JSON_KEY;
  return type === DOCKER_CFG_TYPE ? DOCKER_CFG_KEY : undefined;
}

/** What makes the logins of a Secret arrive later: the value says from where. */
const COPY_ANNOTATIONS = [REFLECTS, REPLICATE_FROM] as const;

/** A Secret that a manifest holds. */
export function readSecret(object: ManifestObject, ref: ObjectRef): SecretModel {
  const type = textIn(object.type) ?? 'Opaque';
  const key = keyOfType(type);
  const path: JsonPath = [
    isMapping(object.stringData) && key !== undefined && key in object.stringData ? 'stringData' : 'data',
  ];
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
  if (SECRETGEN_PULL_SECRET in annotations || isMapping(object.sops)) return { state: 'opaque', covers };
  const value = loginsIn(object, key);
  if (value === undefined) return withoutKey(type, key, keysIn(object));
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

/** The keys that a Secret has. */
function keysIn({ data, stringData }: ManifestObject): readonly string[] {
  return [...new Set([data, stringData].flatMap((values) => Object.keys(mappingIn(values))))];
}

/** What the kubelet makes of a Secret that has only these keys, or nothing that it could read under its own. */
export function withoutKey(type: string, key: string, keys: readonly string[]): IgnoredContent {
  if (keys.includes(key)) {
    return {
      state: 'ignored',
      reason: `there is no text under '${key}'`,
      fix: 'write the docker config there, as text',
    };
  }
  const found = keys.length === 0 ? 'no data' : `only ${keys.map((name) => `'${name}'`).join(', ')}`;
  return {
    state: 'ignored',
    reason: `a Secret of type '${type}' has its logins under '${key}', and this one has ${found}`,
    fix: `name the key '${key}'`,
  };
}

interface SecretValue {
  readonly text: string;
  readonly isBase64: boolean;
}

/** What stands under a key, if anything: the kubelet passes over an empty text. `stringData` wins, as in the API server. */
function loginsIn(object: ManifestObject, key: string): SecretValue | undefined {
  const clear = textIn(mappingIn(object.stringData)[key]);
  if (clear !== undefined) return { text: clear, isBase64: false };
  const encoded = textIn(mappingIn(object.data)[key]);
  return encoded === undefined ? undefined : { text: encoded, isBase64: true };
}

function decode(type: string, { text, isBase64 }: SecretValue, plaintext: LoginContent['plaintext']): SecretContent {
  try {
    const config = parseConfig(type, text, isBase64);
    const json = isBase64 ? Buffer.from(text, 'base64').toString() : text;
    return whyIdle(type, json, config) ?? { state: 'logins', config, plaintext };
  } catch (error) {
    if (!(error instanceof RegcredError)) throw error;
    return { state: 'malformed', reason: error.message };
  }
}

function parseConfig(type: string, text: string, isBase64: boolean): DockerConfig {
  if (type === DOCKER_CFG_TYPE) return isBase64 ? DockerConfig.parseLegacyBase64(text) : DockerConfig.parseLegacy(text);
  return isBase64 ? DockerConfig.parseBase64(text) : DockerConfig.parse(text);
}

/** A Secret that was read out of a cluster names its owner: nobody wrote its password into a file. */
function plaintextOf(object: ManifestObject, annotations: Mapping): LoginContent['plaintext'] {
  if (textIn(annotations[PLAINTEXT_CREDENTIAL_ANNOTATION]) !== undefined) return 'marked';
  return listIn(mappingIn(object.metadata).ownerReferences).length > 0 ? 'managed' : 'unmarked';
}
