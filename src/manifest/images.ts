import type { JsonPath } from './json-path';
import type { Mapping } from './untyped';
import { listIn, mappingIn, textIn } from './untyped';

/** Which list of a pod spec an image stands in. */
export type ContainerRole = 'container' | 'init' | 'ephemeral' | 'volume';

/** One image of a pod spec. */
export interface ImageUse {
  /** The container's name, or the volume's for an image volume. */
  readonly container: string;
  readonly role: ContainerRole;
  /** What stands there: a string, unless the manifest is wrong. */
  readonly image: unknown;
  /** `Always`, `IfNotPresent` or `Never`, where it is written. */
  readonly pullPolicy?: string;
  /** The way to the image inside the pod spec. */
  readonly path: JsonPath;
}

const CONTAINER_LISTS: readonly (readonly [string, ContainerRole])[] = [
  ['initContainers', 'init'],
  ['containers', 'container'],
  ['ephemeralContainers', 'ephemeral'],
];

/** Every image of a pod spec that the kubelet pulls, init containers first. */
export function imagesOf(podSpec: Mapping): ImageUse[] {
  const images: ImageUse[] = [];
  for (const [field, role] of CONTAINER_LISTS) {
    for (const [index, entry] of listIn(podSpec[field]).entries()) {
      const { name, image, imagePullPolicy } = mappingIn(entry);
      images.push({
        container: textIn(name) ?? '',
        role,
        image,
        pullPolicy: textIn(imagePullPolicy),
        path: [field, index, 'image'],
      });
    }
  }
  for (const [index, entry] of listIn(podSpec.volumes).entries()) {
    const volume = mappingIn(entry);
    if (volume.image === undefined) continue;
    const { reference, pullPolicy } = mappingIn(volume.image);
    images.push({
      container: textIn(volume.name) ?? '',
      role: 'volume',
      image: reference,
      pullPolicy: textIn(pullPolicy),
      path: ['volumes', index, 'image', 'reference'],
    });
  }
  return images;
}
