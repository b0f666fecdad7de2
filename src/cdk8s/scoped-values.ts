import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';

interface ScopedValue<T> {
  readonly value: T;
  readonly namespaces?: ReadonlySet<string>;
}

/** Values that hold for what is below a construct, in some namespaces or in all. */
export class ScopedValues<T> {
  private readonly values = new WeakMap<IConstruct, ScopedValue<T>[]>();

  /** Adds a value for what is below a construct, in the named namespaces or in all. */
  public add(scope: IConstruct, value: T, namespaces?: readonly string[]): void {
    const scoped = { value, namespaces: namespaces && new Set(namespaces) };
    const list = this.values.get(scope);
    if (list) list.push(scoped);
    else this.values.set(scope, [scoped]);
  }

  /** The values that hold for a document, from the outermost scope to the innermost. */
  public holdingFor(obj: ApiObject): T[] {
    // an object without a namespace goes where kubectl's context points; without one that is `default`
    const namespace = obj.metadata.namespace ?? 'default';
    const found: T[] = [];
    for (const scope of obj.node.scopes) {
      for (const { value, namespaces } of this.values.get(scope) ?? []) {
        if (!namespaces || namespaces.has(namespace)) found.push(value);
      }
    }
    return found;
  }
}
