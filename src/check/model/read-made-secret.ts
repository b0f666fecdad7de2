import { DOCKER_CONFIG_JSON_KEY } from '../../kubernetes';
import type { JsonPath, ManifestObject, Mapping } from '../../manifest';
import { groupOf, isMapping, listIn, mappingIn, textIn } from '../../manifest';
import type { ObjectRef } from './object-ref';
import { coversOf, keyOfType, ofWrongType, withoutKey } from './read-secret';
import type { SecretContent, SecretModel } from './secret-model';
import { serverKeysOfTemplate } from './template-keys';

/** The Secrets that an object makes in the cluster, in its own namespace. */
export function readMadeSecrets(object: ManifestObject, ref: ObjectRef): SecretModel[] {
  const spec = mappingIn(object.spec);
  switch (`${groupOf(object.apiVersion)}/${object.kind}`) {
    case 'external-secrets.io/ExternalSecret':
      return ofExternalSecret(spec, object, ref, ['spec']);
    case 'bitnami.com/SealedSecret':
      return [ofSealedSecret(spec, object, ref)];
    case 'secrets.hashicorp.com/VaultStaticSecret':
    case 'secrets.hashicorp.com/VaultDynamicSecret':
      return ofVaultSecret(spec, object, ref);
    case 'secretgen.carvel.dev/SecretImport':
      return [made(ref, ref.name, undefined, opaque(object), ['spec'])];
    case 'acrpull.microsoft.com/AcrPullBinding':
      return [ofAcrPullBinding(spec, ref)];
    default:
      return [];
  }
}

/** The annotations that what is made has: those that are written for it, and those of the object itself, which operators pass on. */
export function annotationsOfMade({ metadata, spec }: ManifestObject): Mapping {
  const { target, template, destination } = mappingIn(spec);
  const holders = [metadata, mappingIn(mappingIn(target).template).metadata, mappingIn(template).metadata, destination];
  return Object.assign({}, ...holders.map((holder) => mappingIn(mappingIn(holder).annotations)));
}

/** The Secret of an ExternalSecret, whose spec is the object's own or inside a ClusterExternalSecret. */
export function ofExternalSecret(spec: Mapping, object: ManifestObject, ref: ObjectRef, at: JsonPath): SecretModel[] {
  const target = mappingIn(spec.target);
  const policy = textIn(target.creationPolicy) ?? 'Owner';
  if (policy === 'None') return [];
  const template = mappingIn(target.template);
  // merged into a Secret that somebody else makes, and whose type stands there
  const type = policy === 'Merge' ? undefined : (textIn(template.type) ?? 'Opaque');
  const path: JsonPath = [...at, 'target', 'template', 'type'];
  const text = textIn(mappingIn(template.data)[DOCKER_CONFIG_JSON_KEY]);
  const name = textIn(target.name) ?? ref.name;
  return [made(ref, name, type, opaque(object, text), path, keysOfExternal(spec, template))];
}

/** The keys of what an ExternalSecret makes: those of its template, which takes the place of what is fetched, or else what is fetched. */
function keysOfExternal({ data, dataFrom }: Mapping, template: Mapping): readonly string[] | undefined {
  const templated = Object.keys(mappingIn(template.data));
  if (listIn(template.templateFrom).length > 0 || template.mergePolicy === 'Merge') return undefined;
  if (templated.length > 0) return templated;
  return listIn(dataFrom).length > 0 ? undefined : keysIn(data);
}

/** The keys that a list of what is fetched writes to; unknown where it is left out. */
function keysIn(data: unknown): readonly string[] | undefined {
  const keys = listIn(data).flatMap((entry) => textIn(mappingIn(entry).secretKey) ?? []);
  return keys.length > 0 ? keys : undefined;
}

function ofSealedSecret(spec: Mapping, object: ManifestObject, ref: ObjectRef): SecretModel {
  const template = mappingIn(spec.template);
  const text = textIn(mappingIn(template.data)[DOCKER_CONFIG_JSON_KEY]);
  const keys = isMapping(spec.encryptedData)
    ? [...Object.keys(spec.encryptedData), ...Object.keys(mappingIn(template.data))]
    : undefined;
  const type = textIn(template.type) ?? 'Opaque';
  return made(ref, ref.name, type, opaque(object, text), ['spec', 'template', 'type'], keys);
}

function ofVaultSecret(spec: Mapping, object: ManifestObject, ref: ObjectRef): SecretModel[] {
  const destination = mappingIn(spec.destination);
  const name = textIn(destination.name);
  if (name === undefined) return [];
  const type = textIn(destination.type) ?? (destination.create === true ? 'Opaque' : undefined);
  const template = mappingIn(mappingIn(mappingIn(destination.transformation).templates)[DOCKER_CONFIG_JSON_KEY]);
  return [made(ref, name, type, opaque(object, textIn(template.text)), ['spec', 'destination', 'type'])];
}

function ofAcrPullBinding(spec: Mapping, ref: ObjectRef): SecretModel {
  const server = textIn(mappingIn(spec.acr).server) ?? textIn(spec.acrServer);
  const covers = server === undefined ? undefined : [server];
  return made(ref, `acr-pull-${ref.name}`, undefined, { state: 'opaque', covers }, ['spec']);
}

/** The Secrets of a SecretProviderClass: the driver makes them when a pod has mounted the class, and takes them away with the last. */
export function secretsOfProviderClass(object: ManifestObject, ref: ObjectRef): SecretModel[] {
  return [...listIn(mappingIn(object.spec).secretObjects).entries()].flatMap(([index, entry]) => {
    const { secretName, type } = mappingIn(entry);
    const name = textIn(secretName);
    if (name === undefined) return [];
    return [made(ref, name, textIn(type) ?? 'Opaque', opaque(object), ['spec', 'secretObjects', index, 'type'])];
  });
}

/** An annotation says what an opaque Secret covers, else its template does. */
function opaque(object: ManifestObject, template?: string): SecretContent {
  const metadata = mappingIn(object.metadata);
  const covers =
    coversOf(isMapping(metadata.annotations) ? metadata.annotations : {}) ??
    (template === undefined ? undefined : serverKeysOfTemplate(template));
  return { state: 'opaque', covers };
}

function made(
  ref: ObjectRef,
  name: string,
  type: string | undefined,
  content: SecretContent,
  path: JsonPath,
  keys?: readonly string[],
): SecretModel {
  const model = { namespace: ref.namespace, name, ref, type, path, content };
  if (type === undefined) return model;
  const key = keyOfType(type);
  if (key === undefined) return { ...model, content: ofWrongType(type) };
  return keys === undefined || keys.includes(key) ? model : { ...model, content: withoutKey(type, key, keys) };
}
