export type { ContainerRole } from './images';
export type { JsonPath } from './json-path';
export { formatJsonPath } from './json-path';
export type { ManifestDocument, ManifestObject, ManifestProblem, ManifestProblemCode } from './manifest-document';
export { documentOf } from './manifest-document';
export type { CustomKind } from './pod-spec-path';
export { groupOf, parseCustomKind, podSpecPathOf } from './pod-spec-path';
