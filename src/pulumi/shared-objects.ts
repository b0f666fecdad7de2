import type { ComponentResource, CustomResource, CustomResourceOptions } from '@pulumi/pulumi';
import { RegcredError } from '../error';
import type { KubernetesObject } from '../kubernetes';
import { adopt } from './adopt';
import { documentResource } from './document-resource';
import { logicalNameOf } from './logical-name';
import { perDeployment } from './per-deployment';
import { Placeholders } from './placeholders';

interface Entry {
  readonly document: string;
  readonly resource: CustomResource;
}

/** Objects that several components need, each made once: they belong to none of them and hang on the stack. */
export class SharedObjects {
  public static readonly ofDeployment = perDeployment(() => new SharedObjects());

  readonly #entries = new Map<string, Entry>();

  private constructor() {}

  /**
   * Makes an object, or takes the one that an earlier component made.
   *
   * @param place what names of resources call its namespace; empty for an object that has none
   * @throws RegcredError `object-conflict` where the two differ
   */
  public share(
    component: ComponentResource,
    document: KubernetesObject,
    place: string,
    opts: CustomResourceOptions,
  ): CustomResource {
    const provider = component.getProvider('kubernetes:core/v1:Secret');
    const parts = [provider && logicalNameOf(provider), place, document.metadata.name];
    const name = ['regcred', ...parts].filter(Boolean).join('/');
    const key = `${document.kind} ${name}`;
    const text = JSON.stringify(document);
    const known = this.#entries.get(key);
    if (known !== undefined && known.document !== text) {
      throw new RegcredError(
        'object-conflict',
        `${document.kind} '${document.metadata.name}' is needed by two components in two ways: give both the same scope`,
      );
    }
    const resource =
      known?.resource ?? documentResource(name, document, Placeholders.ofDeployment(), { ...opts, provider });
    this.#entries.set(key, { document: text, resource });
    adopt(component, resource);
    return resource;
  }
}
