import { CustomResource as CustomObject } from '@pulumi/kubernetes/apiextensions';
import { Namespace, Secret } from '@pulumi/kubernetes/core/v1';
import type { CustomResource, CustomResourceOptions, Inputs } from '@pulumi/pulumi';
import { COVERS_ANNOTATION, type KubernetesObject, PLAINTEXT_CREDENTIAL_ANNOTATION } from '../kubernetes';
import type { Placeholders } from './placeholders';

/** Makes a planned document a resource of its kind. */
export function documentResource(
  name: string,
  document: KubernetesObject,
  placeholders: Placeholders,
  opts: CustomResourceOptions,
): CustomResource {
  const { apiVersion, kind, ...fields } = placeholders.fill(encrypted(document)) as KubernetesObject & Inputs;
  switch (`${apiVersion}/${kind}`) {
    case 'v1/Secret':
      return new Secret(name, fields, isFilledInCluster(document) ? { ...opts, ignoreChanges: ['data'] } : opts);
    case 'v1/Namespace':
      return new Namespace(name, fields, opts);
    default:
      return new CustomObject(name, { apiVersion, kind, ...fields }, opts);
  }
}

/** A Secret whose logins somebody else writes: after a refresh Pulumi would empty it again. */
function isFilledInCluster({ metadata }: KubernetesObject): boolean {
  return metadata.annotations?.[COVERS_ANNOTATION] !== undefined;
}

/** Pulumi encrypts what a Secret holds: no reader of its state or its previews sees a credential in clear. */
function encrypted(document: KubernetesObject): KubernetesObject {
  const { annotations, ...metadata } = document.metadata;
  if (annotations?.[PLAINTEXT_CREDENTIAL_ANNOTATION] === undefined) return document;
  const { [PLAINTEXT_CREDENTIAL_ANNOTATION]: _, ...others } = annotations;
  return { ...document, metadata: { ...metadata, ...(Object.keys(others).length > 0 && { annotations: others }) } };
}
