import type { ExistingSecret } from '../../check';
import {
  type CustomKind,
  documentOf,
  isMapping,
  listIn,
  type ManifestDocument,
  type ManifestObject,
  mappingIn,
  podSpecPathOf,
  podSpecsOf,
  textIn,
} from '../../manifest';
import { isOpen, plainProps, UNTIL_UP } from './plain-props';

/** A resource as a policy is shown it. */
export interface ShownResource {
  readonly type: string;
  readonly urn: string;
  readonly props: Readonly<Record<string, unknown>>;
}

/** The Kubernetes objects of a stack, as far as a preview knows them. */
export interface StackObjects {
  readonly documents: readonly ManifestDocument[];
  /** Secrets whose logins are not known yet. */
  readonly openSecrets: readonly ExistingSecret[];
  /** Workloads of which nothing can be said yet, and why. */
  readonly openWorkloads: readonly { readonly urn: string; readonly why: string }[];
}

/** Reads the resources of a stack. */
export function stackObjects(resources: readonly ShownResource[], customKinds?: readonly CustomKind[]): StackObjects {
  const documents: ManifestDocument[] = [];
  const openSecrets: ExistingSecret[] = [];
  const openWorkloads: { urn: string; why: string }[] = [];
  const objects = resources.flatMap(objectOf);
  const openAccounts = objects.filter(({ object }) => object.kind === 'ServiceAccount' && isOpen(object)).map(nameOf);
  for (const { urn, object } of objects) {
    const { name, namespace } = nameOf({ object });
    if (podSpecPathOf(object.apiVersion, object.kind, customKinds) !== undefined) {
      const why = whyOpen(object, openAccounts, customKinds);
      if (why === undefined) documents.push(documentOf(object, urn));
      else openWorkloads.push({ urn, why });
    } else if (object.kind === 'Secret' && isOpen(object)) {
      if (name !== UNTIL_UP) openSecrets.push({ name, ...(namespace !== UNTIL_UP && { namespace }) });
    } else if (!isOpen(object)) {
      documents.push(documentOf(object, urn));
    }
  }
  return { documents, openSecrets, openWorkloads };
}

interface Named {
  readonly name: string;
  readonly namespace: string;
}

/** A patch of a ServiceAccount is what admission will read; of a workload it is no workload. */
function objectOf({ type, urn, props }: ShownResource): { readonly urn: string; readonly object: ManifestObject }[] {
  if (!type.startsWith('kubernetes:') || (/Patch$/.test(type) && !/:ServiceAccountPatch$/.test(type))) return [];
  const object = plainProps(props);
  if (!isMapping(object) || !textIn(object.apiVersion) || !textIn(object.kind)) return [];
  return [{ urn, object: object as ManifestObject }];
}

function nameOf({ object }: { readonly object: ManifestObject }): Named {
  if (object.metadata === UNTIL_UP) return { name: UNTIL_UP, namespace: UNTIL_UP };
  const { name, namespace } = mappingIn(object.metadata);
  return { name: textIn(name) ?? '', namespace: textIn(namespace) ?? 'default' };
}

/** Why nothing can be said of the pulls of a workload, if so. */
function whyOpen(object: ManifestObject, openAccounts: readonly Named[], kinds?: readonly CustomKind[]) {
  const { namespace } = nameOf({ object });
  if (namespace === UNTIL_UP) return 'its namespace';
  const uses = podSpecsOf(object, kinds);
  if (uses.length === 0 && isOpen(object)) return 'its pods';
  for (const { podSpec } of uses) {
    const { imagePullSecrets, serviceAccountName = 'default' } = podSpec;
    if (isOpen(imagePullSecrets)) return 'its list of pull secrets';
    if (isOpen(imagesIn(podSpec))) return 'an image';
    if (serviceAccountName === UNTIL_UP) return 'its service account';
    const account = openAccounts.find(
      (each) => [serviceAccountName, UNTIL_UP].includes(each.name) && [namespace, UNTIL_UP].includes(each.namespace),
    );
    if (account && listIn(imagePullSecrets).length === 0) return `the service account '${serviceAccountName}'`;
  }
  return undefined;
}

function imagesIn(podSpec: Readonly<Record<string, unknown>>): unknown {
  const lists = [podSpec.initContainers, podSpec.containers, podSpec.ephemeralContainers, podSpec.volumes];
  return lists.map((list) => (list === UNTIL_UP ? list : listIn(list).map((entry) => mappingIn(entry).image)));
}
