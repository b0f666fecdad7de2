import type { ResolutionContext } from 'cdk8s';
import { resolve } from 'cdk8s';
import type { PodSpecDefaults } from '../plan';
import { applyPodDefaults, defaultedFields, mergePodDefaults } from '../plan';
import { AppResolver, type PodFiller } from './app-resolver';
import { perApp } from './per-app';
import { isAt } from './pod-spec-paths';
import { ScopedValues } from './scoped-values';

/** Fills the defaults in, into every pod spec. */
export class PodDefaultsFiller implements PodFiller {
  /** The filler of the app that a construct stands in. */
  public static readonly of = perApp((scope) => AppResolver.of(scope).addFiller(new PodDefaultsFiller()));

  public readonly defaults = new ScopedValues<PodSpecDefaults>();
  /** Pod specs that have their defaults: cdk8s hands a value in again when it was replaced. */
  private readonly passing = new WeakSet<object>();

  private constructor() {}

  public fill(context: ResolutionContext, podSpec: readonly string[]): void {
    const { obj, key, value } = context;
    if (!isAt(key, podSpec)) return;
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
