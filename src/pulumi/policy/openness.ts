import type { ExistingSecret } from '../../check';
import { serviceAccountOf } from '../../kubernetes';
import {
  isMapping,
  type ManifestObject,
  type Mapping,
  mappingIn,
  namesIn,
  type PodSpecUse,
  textIn,
} from '../../manifest';
import { isOpen, UNTIL_UP } from './plain-props';

/** What an object is called, as far as a preview knows. */
export interface Named {
  readonly name: string;
  readonly namespace: string;
}

/** Kinds of which the cluster makes Secrets. */
const SECRET_MAKERS = /^(?!Secret$).*Secret(?!Store)|^AcrPullBinding$/;

/** What a preview cannot know of the objects of a stack, and what cannot be said of the others for that. */
export class Openness {
  readonly #nameOf: (object: ManifestObject) => Named;
  readonly #accounts: readonly Named[];
  readonly #secrets: readonly Named[];
  /** Where there will be Secrets of which nobody knows the names. */
  readonly #places: readonly string[];

  /** @param namespace the one of objects that name none */
  public constructor(objects: readonly ManifestObject[], namespace: string) {
    this.#nameOf = (object) => nameOf(object, namespace);
    this.#accounts = objects.filter((object) => object.kind === 'ServiceAccount' && isOpen(object)).map(this.#nameOf);
    const secrets = objects.filter(isOpenSecret).map(this.#nameOf);
    const makers = objects.filter((object) => SECRET_MAKERS.test(object.kind) && isOpen(object));
    this.#secrets = secrets.filter(({ name }) => name !== UNTIL_UP);
    this.#places = [
      ...secrets.filter(({ name }) => name === UNTIL_UP).map((secret) => secret.namespace),
      ...makers.map((maker) => (maker.kind.startsWith('Cluster') ? UNTIL_UP : this.#nameOf(maker).namespace)),
    ];
  }

  /** Why nothing can be said of the pulls of a workload, if so. */
  public whyOpen(object: ManifestObject, uses: readonly PodSpecUse[]): string | undefined {
    const { namespace } = this.#nameOf(object);
    if (namespace === UNTIL_UP) return 'its namespace';
    if (uses.length === 0 && isOpen(object)) return 'its pods';
    return uses.map(({ podSpec }) => this.#whyOpen(podSpec, namespace)).find((why) => why !== undefined);
  }

  /** The Secrets whose logins are not known, among them those of a list that may be made by what is not known itself. */
  public secrets(listed: readonly Named[]): readonly ExistingSecret[] {
    const perhaps = listed.filter(({ namespace }) => this.#places.some((place) => isOneOf(place, namespace)));
    return [...this.#secrets, ...perhaps].map(({ name, namespace }) =>
      namespace === UNTIL_UP ? { name } : { name, namespace },
    );
  }

  #whyOpen(podSpec: Mapping, namespace: string): string | undefined {
    if (isOpen(podSpec.imagePullSecrets)) return 'its list of pull secrets';
    if (isOpen(imagesIn(podSpec))) return 'an image';
    const account = serviceAccountOf(podSpec);
    if (account === UNTIL_UP) return 'its service account';
    const isOpenAccount = this.#accounts.some(
      (each) => isOneOf(each.name, account) && isOneOf(each.namespace, namespace),
    );
    return isOpenAccount && namesIn(podSpec.imagePullSecrets).length === 0
      ? `the service account '${account}'`
      : undefined;
  }
}

/** Whether a Secret's logins, or where it will be, are not known; its labels tell nothing of either. */
export function isOpenSecret({ kind, ...object }: ManifestObject): boolean {
  const metadata = isMapping(object.metadata) ? { ...object.metadata, labels: undefined } : object.metadata;
  return kind === 'Secret' && isOpen({ ...object, metadata });
}

/** What an object is called; an object that names no namespace is in the given one. */
export function nameOf({ metadata }: ManifestObject, namespace: string): Named {
  if (metadata === UNTIL_UP) return { name: UNTIL_UP, namespace: UNTIL_UP };
  const { name, namespace: own } = mappingIn(metadata);
  return { name: textIn(name) ?? '', namespace: textIn(own) ?? namespace };
}

/** Whether a name that may not be known may be another. */
function isOneOf(open: string, name: string): boolean {
  return open === UNTIL_UP || open === name;
}

function imagesIn(podSpec: Mapping): unknown {
  const lists = [podSpec.initContainers, podSpec.containers, podSpec.ephemeralContainers, podSpec.volumes];
  return lists.map((list) => (Array.isArray(list) ? list.map(imageIn) : list));
}

function imageIn(entry: unknown): unknown {
  return isMapping(entry) ? entry.image : entry;
}
