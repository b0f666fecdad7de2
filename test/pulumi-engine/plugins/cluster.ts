import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { isRecord } from './property-value';

export type Manifest = Readonly<Record<string, unknown>>;

interface StoredObject {
  readonly manifest: Manifest;
  /** Who owns `imagePullSecrets`, an atomic list: the one field that regcred shares with others. */
  readonly listOwner?: string;
}

/**
 * What an API server would still know, in a file, so that it outlives the provider's process. It holds only what decides whether
 * a request of ours succeeds: which objects there are, and who owns the list of a ServiceAccount. The words are those
 * of a real API server 1.37.
 */
export class Cluster {
  readonly #file: string;

  public constructor(file: string) {
    this.#file = file;
  }

  public create(manifest: Manifest, owner: string): void {
    const objects = this.#read();
    const key = keyOf(manifest);
    if (objects[key]) throw new Error(`${plural(manifest)} "${nameOf(manifest)}" already exists`);
    this.#requireNamespace(objects, manifest);
    objects[key] = { manifest, listOwner: owner };
    if (manifest.kind === 'Namespace') addDefaultAccount(objects, nameOf(manifest));
    this.#write(objects);
  }

  public update(manifest: Manifest, owner: string): void {
    const objects = this.#read();
    objects[keyOf(manifest)] = { manifest, listOwner: owner };
    this.#write(objects);
  }

  public delete(manifest: Manifest): void {
    const objects = this.#read();
    delete objects[keyOf(manifest)];
    this.#write(objects);
  }

  /** Server-side apply of some fields, which makes the object when it is not there. */
  public apply(manifest: Manifest, owner: string, force: boolean): void {
    const objects = this.#read();
    const key = keyOf(manifest);
    this.#requireNamespace(objects, manifest);
    const old = objects[key];
    const oldList = JSON.stringify(old?.manifest.imagePullSecrets);
    if (old?.listOwner && old.listOwner !== owner && oldList && oldList !== JSON.stringify(manifest.imagePullSecrets)) {
      if (!force) {
        throw new Error(
          `server-side apply field conflict detected: Apply failed with 1 conflict: conflict with "${old.listOwner}" using v1: .imagePullSecrets`,
        );
      }
    }
    objects[key] = { manifest: { ...old?.manifest, ...manifest }, listOwner: owner };
    this.#write(objects);
  }

  /** Takes back what an owner applied; the object stays. */
  public unapply(manifest: Manifest, owner: string): void {
    const objects = this.#read();
    const key = keyOf(manifest);
    const old = objects[key];
    if (!old || old.listOwner !== owner) return;
    const { imagePullSecrets: _, ...rest } = old.manifest;
    objects[key] = { manifest: rest };
    this.#write(objects);
  }

  /** The names in a ServiceAccount's list; undefined where there is no such account. */
  public pullSecretsOf(namespace: string, serviceAccount: string): readonly string[] | undefined {
    const account = this.#read()[`ServiceAccount/${namespace}/${serviceAccount}`];
    if (!account) return undefined;
    const list = account.manifest.imagePullSecrets;
    return Array.isArray(list) ? list.map((item) => String(isRecord(item) ? item.name : item)) : [];
  }

  public keys(): readonly string[] {
    return Object.keys(this.#read()).sort();
  }

  #requireNamespace(objects: Record<string, StoredObject>, manifest: Manifest): void {
    const namespace = namespaceOf(manifest);
    if (namespace && !objects[`Namespace//${namespace}`]) throw new Error(`namespaces "${namespace}" not found`);
  }

  #read(): Record<string, StoredObject> {
    return existsSync(this.#file) ? JSON.parse(readFileSync(this.#file, 'utf8')) : {};
  }

  #write(objects: Record<string, StoredObject>): void {
    writeFileSync(this.#file, JSON.stringify(objects, null, 1));
  }
}

function addDefaultAccount(objects: Record<string, StoredObject>, namespace: string): void {
  const manifest = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace } };
  objects[keyOf(manifest)] = { manifest };
}

function metadataOf(manifest: Manifest): Record<string, unknown> {
  return isRecord(manifest.metadata) ? manifest.metadata : {};
}

function nameOf(manifest: Manifest): string {
  return String(metadataOf(manifest).name ?? '');
}

function namespaceOf(manifest: Manifest): string {
  return String(metadataOf(manifest).namespace ?? '');
}

function keyOf(manifest: Manifest): string {
  return `${manifest.kind}/${namespaceOf(manifest)}/${nameOf(manifest)}`;
}

function plural(manifest: Manifest): string {
  return `${String(manifest.kind).toLowerCase()}s`;
}
