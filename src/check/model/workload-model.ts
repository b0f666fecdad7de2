import { AZURE_USE_LABEL } from '../../identity';
import { DEFAULT_SERVICE_ACCOUNT, serviceAccountOf } from '../../kubernetes';
import type { ImageUse, JsonPath, ManifestObject, Mapping, PodSpecUse } from '../../manifest';
import { imagesOf, isMapping, listIn, mappingIn, namesIn, textIn } from '../../manifest';
import type { ObjectRef } from './object-ref';

/** What pulls images: a pod, or what makes pods. Only what a pull depends on is kept. */
export interface WorkloadModel {
  readonly ref: ObjectRef;
  /** The way to the pod spec inside the object. */
  readonly path: JsonPath;
  /** The account that the pod runs as; `default` where none is named. */
  readonly serviceAccount: string;
  /** The names in the pod's own `imagePullSecrets`; empty where an entry has none. */
  readonly pullSecrets: readonly string[];
  readonly images: readonly ImageUse[];
  /** Whether the kubelet makes the pod out of a file of its node. */
  readonly isStatic: boolean;
  /** Azure's label on the pods, or `null` where they have none; nothing where it cannot be known. */
  readonly azureLabel?: string | null;
  /** The SecretProviderClasses whose volumes the pod mounts. */
  readonly providerClasses: readonly string[];
  /** Which of all objects it was, from 0. */
  readonly order: number;
}

const STATIC_SOURCE_ANNOTATION = 'kubernetes.io/config.source';
const STATIC_POD_FOLDER = /(?:^|[\\/])etc[\\/]kubernetes[\\/]manifests[\\/]/;
const CSI_DRIVER = 'secrets-store.csi.k8s.io';

export function readWorkload(object: ManifestObject, ref: ObjectRef, use: PodSpecUse, order: number): WorkloadModel {
  const { podSpec, path, metadata } = use;
  return {
    ref,
    path,
    serviceAccount: textIn(serviceAccountOf(podSpec)) ?? DEFAULT_SERVICE_ACCOUNT,
    pullSecrets: namesIn(podSpec.imagePullSecrets),
    images: imagesOf(podSpec),
    isStatic: object.kind === 'Pod' && isStaticPod(object, ref.file),
    azureLabel: metadata && (textIn(mappingIn(metadata.labels)[AZURE_USE_LABEL]) ?? null),
    providerClasses: providerClassesOf(podSpec),
    order,
  };
}

function isStaticPod(object: ManifestObject, file: string): boolean {
  const source = mappingIn(mappingIn(object.metadata).annotations)[STATIC_SOURCE_ANNOTATION];
  return source === 'file' || source === 'http' || STATIC_POD_FOLDER.test(file);
}

function providerClassesOf(podSpec: Mapping): readonly string[] {
  if (!Array.isArray(podSpec.volumes)) return NONE;
  return listIn(podSpec.volumes).flatMap((volume) => {
    const csi = mappingIn(volume).csi;
    if (!isMapping(csi) || csi.driver !== CSI_DRIVER) return [];
    return textIn(mappingIn(csi.volumeAttributes).secretProviderClass) ?? [];
  });
}

const NONE: readonly string[] = Object.freeze([]);
