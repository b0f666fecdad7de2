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

const SHARED_PATHS = new Map<string, JsonPath[]>();
const MAX_SHARED_INDEX = 32;

/** The way to a container's image: one array for the same container of ten thousand pods. */
function containerPath(field: string, index: number): JsonPath {
  if (index >= MAX_SHARED_INDEX) return [field, index, 'image'];
  let paths = SHARED_PATHS.get(field);
  if (paths === undefined) {
    paths = Array.from({ length: MAX_SHARED_INDEX }, (_, each) => [field, each, 'image']);
    SHARED_PATHS.set(field, paths);
  }
  return paths[index] ?? [field, index, 'image'];
}

/** Every image of a pod spec that the kubelet pulls, init containers first. */
export function imagesOf(podSpec: Mapping): ImageUse[] {
  const images: ImageUse[] = [];
  for (const [field, role] of CONTAINER_LISTS) {
    for (const [index, entry] of listIn(podSpec[field]).entries()) {
      const { name, image, imagePullPolicy } = mappingIn(entry);
      images.push({
        container: textIn(name) ?? '',
        role,
        image: textIn(image) ?? image,
        pullPolicy: textIn(imagePullPolicy),
        path: containerPath(field, index),
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
      image: textIn(reference) ?? reference,
      pullPolicy: textIn(pullPolicy),
      path: ['volumes', index, 'image', 'reference'],
    });
  }
  return images;
}
