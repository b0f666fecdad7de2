import type { IResolver, ResolutionContext } from 'cdk8s';
import { resolve } from 'cdk8s';
import type { PodSpecDefaults } from '../plan';
import { applyPodDefaults, defaultedFields, mergePodDefaults } from '../plan';
import { perApp } from './per-app';
import { isAt, PodSpecPaths } from './pod-spec-paths';
import { addResolver } from './resolvers';
import { ScopedValues } from './scoped-values';

/**
 * Fills the defaults in while cdk8s resolves a document: there every framework's pod spec is a plain object, also one that
 * was a `Lazy`.
 */
export class PodDefaultsResolver implements IResolver {
  /** The resolver of the app that a construct stands in. */
  public static readonly of = perApp((scope) => {
    const resolver = new PodDefaultsResolver(PodSpecPaths.of(scope));
    addResolver(scope, resolver);
    return resolver;
  });

  public readonly defaults = new ScopedValues<PodSpecDefaults>();
  /** Pod specs that have their defaults: cdk8s hands a value in again when it was replaced. */
  private readonly passing = new WeakSet<object>();

  private constructor(private readonly paths: PodSpecPaths) {}

  /** cdk8s' extension point: called for every value of every document. */
  public resolve(context: ResolutionContext): void {
    const { obj, key, value } = context;
    const path = this.paths.pathOf(obj);
    if (path === undefined || !isAt(key, path)) return;
    // anything but a plain object is a token: it comes again when another resolver has resolved it
    if (value.constructor !== Object || this.passing.has(value)) return;
    const holding = this.defaults.holdingFor(obj);
    if (holding.length === 0) return;
    const defaults = holding.reduce(mergePodDefaults);
    const replaced = applyPodDefaults(withoutTokens(context, defaultedFields(defaults)), defaults);
    this.passing.add(replaced);
    context.replaceValue(replaced);
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
