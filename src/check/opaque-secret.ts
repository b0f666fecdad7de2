import { Keyring } from '../keyring';
import { configOf } from './config-of-keys';
import type { ClusterModel } from './model/cluster-model';
import type { OpaqueContent, SecretContent, SecretModel } from './model/secret-model';

/** Copies of copies that are followed. */
const MAX_COPIES = 8;

/** A Secret of which only the server keys are known, if anything. */
export class OpaqueSecret {
  /** For messages. */
  public readonly description: string;
  /** The Secret that it is copied from, as `a copy of 'infra/regcred'`. */
  public readonly copy: string | undefined;
  /** The keys that it will have; unknown where nothing says. */
  public readonly serverKeys: readonly string[] | undefined;
  readonly #keyring: Keyring | undefined;

  public constructor(secret: SecretModel, content: OpaqueContent, model: ClusterModel) {
    const { ref } = secret;
    const maker = ref === undefined || ref.kind === 'Secret' ? '' : `, made by ${ref.kind} '${ref.name}'`;
    const { namespace = '', name = '' } = content.copyOf ?? {};
    this.copy = namespace === '' || name === '' ? undefined : `a copy of '${namespace}/${name}'`;
    this.description = `Secret '${secret.name}'${maker}${this.copy === undefined ? '' : `, ${this.copy}`}`;
    this.serverKeys = serverKeysOf(content, model, MAX_COPIES);
    this.#keyring = this.serverKeys && Keyring.of([configOf(this.serverKeys)]);
  }

  /** Whether it will have a login for an image. */
  public covers(image: string): 'yes' | 'no' | 'unknown' {
    if (this.#keyring === undefined) return 'unknown';
    return this.#keyring.lookup(image).length > 0 ? 'yes' : 'no';
  }
}

function serverKeysOf(content: SecretContent, model: ClusterModel, depth: number): readonly string[] | undefined {
  if (content.state === 'logins') return content.config.entries.map(({ serverKey }) => serverKey);
  if (content.state !== 'opaque') return [];
  if (content.covers !== undefined || content.copyOf === undefined || depth === 0) return content.covers;
  const [source] = model.secretsNamed(content.copyOf.namespace, content.copyOf.name);
  return source && serverKeysOf(source.content, model, depth - 1);
}
