import type { ComponentResource, ComponentResourceOptions, CustomResource } from '@pulumi/pulumi';
import { RegcredError } from '../error';
import type { KubernetesObject } from '../kubernetes';
import { adopt, adoptedOptions } from './adopt';
import { Cluster } from './cluster';
import { documentResource } from './document-resource';
import { onErrorAdvice } from './error-advice';
import { logicalNameOf } from './logical-name';
import type { NamespaceTarget } from './namespace-target';
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
   * @param target its namespace; none for an object that has none
   * @throws RegcredError `object-conflict` where the two differ
   */
  public share(
    component: ComponentResource,
    document: KubernetesObject,
    target: NamespaceTarget | undefined,
    given: ComponentResourceOptions,
  ): CustomResource {
    const { provider, path } = Cluster.of(component);
    const called = Placeholders.ofDeployment().label(document.metadata.name, logicalNameOf(component));
    const nameIn = (place?: string) =>
      ['regcred', ...path, place, called].filter((part) => part !== undefined).join('/');
    const name = nameIn(target?.stackKey);
    const aliases = target?.formerStackKeys.map((place) => ({ name: place.apply(nameIn) }));
    const key = `${document.kind} ${name}`;
    const text = JSON.stringify(document);
    const known = this.#entries.get(key);
    if (known !== undefined && known.document !== text) {
      throw new RegcredError(
        'object-conflict',
        `${document.kind} '${document.metadata.name}' is needed by two components in two ways: give both the same scope`,
      );
    }
    const opts = { ...adoptedOptions(component, given), provider, aliases, ...onErrorAdvice() };
    const resource = known?.resource ?? documentResource(name, document, Placeholders.ofDeployment(), opts);
    this.#entries.set(key, { document: text, resource });
    adopt(component, resource);
    return resource;
  }
}
