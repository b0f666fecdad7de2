import type { ImageReference } from '../image';
import { Registry } from '../registry';
import { ImagePatterns } from './image-patterns';
import type { CheckOptions } from './options';

/** What is known of images beside the Secrets: which need no login, and which the node has one for. */
export class PullPolicies {
  public readonly node: ImagePatterns;
  readonly #public: ImagePatterns;
  readonly #private: ImagePatterns;
  readonly #known = new Map<string, string | undefined>();

  public constructor({ nodeImages, publicImages, privateImages }: CheckOptions) {
    this.node = ImagePatterns.parse('nodeImages', nodeImages);
    this.#public = ImagePatterns.parse('publicImages', publicImages);
    this.#private = ImagePatterns.parse('privateImages', privateImages);
  }

  /** Why an image is known to need no login, to go after `no login matches, and `; none where it may need one. */
  public whyPublic({ name }: ImageReference): string | undefined {
    if (!this.#known.has(name)) this.#known.set(name, this.#whyPublic(name));
    return this.#known.get(name);
  }

  #whyPublic(name: string): string | undefined {
    if (this.#private.find(name) !== undefined) return undefined;
    const pattern = this.#public.find(name);
    if (pattern !== undefined) return `'${pattern}' is declared public`;
    const registry = Registry.forImage(name);
    return registry.isPublic(name) ? `the image is public (${registry.name})` : undefined;
  }
}
