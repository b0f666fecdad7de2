import type { JsonPath, ManifestDocument } from '../../manifest';
import { mappingIn, textIn } from '../../manifest';
import type { Location } from '../location';

/** An object that a finding can name, without what the object holds. */
export interface ObjectRef {
  /** Empty for an object that has none. */
  readonly namespace: string;
  readonly kind: string;
  /** The name, or `PREFIX*` where the server makes one up (`generateName`). */
  readonly name: string;
  readonly file: string;
  readonly document: number;
  readonly start: number;
  readonly end: number;
  /** The way to the object inside its document. */
  readonly path: JsonPath;
}

/** Kinds without a namespace that findings are about. */
const CLUSTER_KINDS: ReadonlySet<string> = new Set(['ClusterRole', 'ClusterExternalSecret']);

/** What names an object, once it has been read. */
export function refOf(document: ManifestDocument, defaultNamespace: string): ObjectRef {
  const metadata = mappingIn(document.object.metadata);
  const kind = textIn(document.object.kind) ?? '';
  const prefix = textIn(metadata.generateName);
  return {
    namespace: CLUSTER_KINDS.has(kind) ? '' : (textIn(metadata.namespace) ?? defaultNamespace),
    kind,
    name: textIn(metadata.name) ?? (prefix === undefined ? '' : `${prefix}*`),
    file: document.file,
    document: document.index,
    start: document.start,
    end: document.end,
    path: document.path,
  };
}

/** Where something inside an object stands. */
export function locationIn(ref: ObjectRef, path: JsonPath): Location {
  const { file, document, start, end } = ref;
  return { file, document, start, end, path: ref.path.length === 0 ? path : [...ref.path, ...path] };
}
