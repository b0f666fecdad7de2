import type { ResolutionContext } from 'cdk8s';
import { resolve } from 'cdk8s';
import { podTemplatePathOf } from '../manifest';
import type { AccountPodLabels } from '../plan';
import { applyPodLabels } from '../plan';
import { AppResolver, type PodFiller } from './app-resolver';
import { perApp } from './per-app';
import { isAt } from './pod-spec-paths';
import { ScopedValues } from './scoped-values';

/** Labels the pods that run as an account: a pod itself, or the template that holds its spec. */
export class PodLabelsFiller implements PodFiller {
  /** The filler of the app that a construct stands in. */
  public static readonly of = perApp((scope) => AppResolver.of(scope).addFiller(new PodLabelsFiller()));

  public readonly labels = new ScopedValues<AccountPodLabels>();
  /** Templates that have their labels: cdk8s hands a value in again when it was replaced. */
  private readonly passing = new WeakSet<object>();

  private constructor() {}

  public fill(context: ResolutionContext, podSpec: readonly string[]): void {
    const { obj, key, value } = context;
    if (podSpec.length !== key.length + 1) return; // most values of a document
    const template = podTemplatePathOf(podSpec);
    if (template === undefined || !isAt(key, template)) return;
    // a token comes again when another resolver has resolved it; cdk8s hands in an object's metadata alone under the same key
    if (value.constructor !== Object || value.spec === undefined || this.passing.has(value)) return;
    const rules = this.labels.holdingFor(obj);
    if (rules.length === 0) return;
    const resolved = (field: string) => resolve([...key, field], value[field], obj);
    const own = resolved('metadata');
    const metadata = applyPodLabels(own, resolved('spec') ?? {}, rules);
    if (metadata === own) return;
    const replaced = { ...value, metadata };
    this.passing.add(replaced);
    context.replaceValue(replaced);
  }
}
