import type { IResolver, ResolutionContext } from 'cdk8s';
import { patchedPods } from './patched-pods';
import { perApp } from './per-app';
import { PodSpecPaths } from './pod-spec-paths';
import { addResolver } from './resolvers';

/** Something that fills in pods. */
export interface PodFiller {
  /**
   * Replaces the value where it is one that the filler looks for.
   *
   * @param podSpec the path of the document's pod specs
   */
  fill(context: ResolutionContext, podSpec: readonly string[]): void;
}

/**
 * Fills pods in while cdk8s resolves a document: there every framework's pod spec is a plain object, also one that was a `Lazy`.
 *
 * One for all that fills in, since cdk8s asks each resolver for every value of every document.
 */
export class PodsResolver implements IResolver {
  /** The resolver of the app that a construct stands in. */
  public static readonly of = perApp((scope) => {
    const resolver = new PodsResolver(PodSpecPaths.of(scope));
    addResolver(scope, resolver);
    return resolver;
  });

  private readonly fillers: PodFiller[] = [];
  private readonly fillPatched = patchedPods();

  private constructor(private readonly paths: PodSpecPaths) {}

  /** Adds what fills in, before what is there already. */
  public add<Filler extends PodFiller>(filler: Filler): Filler {
    this.fillers.unshift(filler);
    return filler;
  }

  /** cdk8s' extension point: called for every value of every document. */
  public resolve(context: ResolutionContext): void {
    const podSpec = this.paths.pathOf(context.obj);
    if (podSpec === undefined || context.key.length > podSpec.length) return;
    if (context.key.length === 0) this.fillPatched(context, podSpec);
    for (const filler of this.fillers) {
      filler.fill(context, podSpec);
      if (context.replaced) return;
    }
  }
}
