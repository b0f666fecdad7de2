import type { ExistingSecret } from '../../check';
import {
  type CustomKind,
  documentOf,
  isMapping,
  type ManifestDocument,
  type ManifestObject,
  namesIn,
  podSpecPathOf,
  podSpecsOf,
  textIn,
} from '../../manifest';
import { isOpenSecret, type Named, nameOf, Openness } from './openness';
import { isOpen, plainProps, UNTIL_UP } from './plain-props';

/** A resource as a policy is shown it. */
export interface ShownResource {
  readonly type: string;
  readonly urn: string;
  readonly props: Readonly<Record<string, unknown>>;
}

/** How objects are read; the options of the check. */
export interface StackReading {
  readonly customKinds?: readonly CustomKind[];
  readonly namespace?: string;
}

/** The Kubernetes objects of a stack, as far as a preview knows them. */
export interface StackObjects {
  readonly documents: readonly ManifestDocument[];
  /** The documents that are not known as a whole, by URN: what is said of them themselves may be wrong. */
  readonly openDocuments: ReadonlySet<string>;
  /** Secrets whose logins are not known yet. */
  readonly openSecrets: readonly ExistingSecret[];
  /** Workloads of which nothing can be said yet, and why. */
  readonly openWorkloads: readonly { readonly urn: string; readonly why: string }[];
}

/** Reads the resources of a stack. */
export function stackObjects(resources: readonly ShownResource[], reading: StackReading): StackObjects {
  const { customKinds, namespace = 'default' } = reading;
  const documents: ManifestDocument[] = [];
  const openDocuments = new Set<string>();
  const openWorkloads: { urn: string; why: string }[] = [];
  const listed: Named[] = [];
  const objects = resources.flatMap(objectOf);
  const openness = new Openness(
    objects.map(({ object }) => object),
    namespace,
  );
  for (const { urn, object } of objects) {
    const isWorkload = podSpecPathOf(object.apiVersion, object.kind, customKinds) !== undefined;
    const uses = podSpecsOf(object, customKinds);
    const named = nameOf(object, namespace);
    for (const { imagePullSecrets } of [object, ...uses.map(({ podSpec }) => podSpec)]) {
      listed.push(...namesIn(imagePullSecrets).map((name) => ({ name, namespace: named.namespace })));
    }
    const why = isWorkload ? openness.whyOpen(object, uses) : undefined;
    const isClosed = isWorkload || !(object.kind === 'Secret' ? isOpenSecret(object) : isOpen(object));
    // of an account it is known at least that it is there
    const isAccount = object.kind === 'ServiceAccount' && named.name !== UNTIL_UP;
    if (why !== undefined) openWorkloads.push({ urn, why });
    else if (isClosed || isAccount) documents.push(documentOf(object, urn));
    if (!isClosed) openDocuments.add(urn);
  }
  return { documents, openDocuments, openSecrets: openness.secrets(listed), openWorkloads };
}

/** A patch of a ServiceAccount is what admission will read; of a workload it is no workload. */
function objectOf({ type, urn, props }: ShownResource): { readonly urn: string; readonly object: ManifestObject }[] {
  if (!type.startsWith('kubernetes:') || (/Patch$/.test(type) && !/:ServiceAccountPatch$/.test(type))) return [];
  const object = plainProps(props);
  if (!isMapping(object) || !textIn(object.apiVersion) || !textIn(object.kind)) return [];
  return [{ urn, object: object as ManifestObject }];
}
