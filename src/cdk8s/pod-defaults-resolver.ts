import type { ApiObject, IResolver, ResolutionContext } from 'cdk8s';
import { resolve } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { CustomKind } from '../manifest';
import { podSpecPathOf } from '../manifest';
import type { PodSpecDefaults } from '../plan';
import { applyPodDefaults, defaultedFields, mergePodDefaults } from '../plan';
import type { CustomKindProps } from './custom-kind';
import { perApp } from './per-app';
import { addResolver } from './resolvers';

/** Defaults that hold below one construct, in some namespaces or in all. */
interface ScopedDefaults {
  readonly defaults: PodSpecDefaults;
  readonly namespaces?: ReadonlySet<string>;
}

/**
 * Fills the defaults in while cdk8s resolves a document: there every framework's pod spec is a plain object, also one that
 * was a `Lazy`.
 */
export class PodDefaultsResolver implements IResolver {
  /** The resolver of the app that a construct stands in. */
  public static readonly of = perApp((scope) => {
    const resolver = new PodDefaultsResolver();
    addResolver(scope, resolver);
    return resolver;
  });

  private readonly scopes = new WeakMap<IConstruct, ScopedDefaults[]>();
  private readonly customKinds: CustomKind[] = [];
  /** Pod specs that have their defaults: cdk8s hands a value in again when it was replaced. */
  private readonly passing = new WeakSet<object>();
  /** cdk8s asks for every value of a document, and so this is looked up once a document. */
  private current?: { readonly obj: ApiObject; readonly path?: readonly string[] };

  private constructor() {}

  /** Adds defaults for what is below a construct, in the named namespaces or in all. */
  public add(scope: IConstruct, defaults: PodSpecDefaults, namespaces?: readonly string[]): void {
    const scoped = { defaults, namespaces: namespaces && new Set(namespaces) };
    const list = this.scopes.get(scope);
    if (list) list.push(scoped);
    else this.scopes.set(scope, [scoped]);
  }

  /** The custom resources that are known to keep a pod spec. */
  public get kinds(): readonly CustomKind[] {
    return this.customKinds;
  }

  /** Tells where a custom resource keeps its pod spec. */
  public registerKind({ apiGroup, kind, podSpecPath = 'spec.template.spec' }: CustomKindProps): void {
    this.customKinds.push({ group: apiGroup, kind, podSpecPath: podSpecPath.split('.') });
  }

  /** cdk8s' extension point: called for every value of every document. */
  public resolve(context: ResolutionContext): void {
    const { obj, key, value } = context;
    if (this.current?.obj !== obj) {
      this.current = { obj, path: podSpecPathOf(obj.apiVersion, obj.kind, this.customKinds) };
    }
    const { path } = this.current;
    if (path === undefined || key.length !== path.length || !path.every((part, i) => part === '*' || part === key[i])) {
      return;
    }
    // anything but a plain object is a token: it comes again when another resolver has resolved it
    if (value.constructor !== Object || this.passing.has(value)) return;
    const defaults = this.defaultsFor(obj);
    if (defaults === undefined) return;
    const replaced = applyPodDefaults(withoutTokens(context, defaultedFields(defaults)), defaults);
    this.passing.add(replaced);
    context.replaceValue(replaced);
  }

  private defaultsFor(obj: ApiObject): PodSpecDefaults | undefined {
    // an object without a namespace goes where kubectl's context points; without one that is `default`
    const namespace = obj.metadata.namespace ?? 'default';
    let merged: PodSpecDefaults | undefined;
    for (const scope of obj.node.scopes) {
      for (const { defaults, namespaces } of this.scopes.get(scope) ?? []) {
        if (namespaces && !namespaces.has(namespace)) continue;
        merged = merged === undefined ? defaults : mergePodDefaults(merged, defaults);
      }
    }
    return merged;
  }
}

/** A pod spec whose own fields may still be lazy: those that defaults look at are resolved, the others cdk8s resolves later. */
function withoutTokens({ obj, key, value }: ResolutionContext, fields: readonly string[]): Record<string, unknown> {
  const spec: Record<string, unknown> = { ...value };
  for (const field of fields) {
    if (spec[field] !== undefined) spec[field] = resolve([...key, field], spec[field], obj);
  }
  return spec;
}
