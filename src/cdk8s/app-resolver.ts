import type { App, IResolver, ResolutionContext } from 'cdk8s';
import { RegcredError } from '../error';
import { patchedPods } from './patched-pods';
import { perApp } from './per-app';
import { PodSpecPaths } from './pod-spec-paths';

/** Something that looks at each document as a whole. */
export interface DocumentGuard {
  /** Refuses the document by an error; `value` is all of it, or its metadata alone, which cdk8s resolves by itself too. */
  check(context: ResolutionContext): void;
}

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
 * Looks at documents and fills pods in while cdk8s resolves them: there every framework's pod spec is a plain object, also one that was
 * a `Lazy`.
 *
 * One for all of this library, since cdk8s asks each resolver for every value of every document.
 */
export class AppResolver implements IResolver {
  /**
   * The resolver of the app that a construct stands in, before those of the app: it sees what any library made.
   *
   * @throws RegcredError `app-missing` where the construct stands in no App
   */
  public static readonly of = perApp((scope) => {
    const { resolvers } = scope.node.root as App;
    if (!Array.isArray(resolvers)) {
      throw new RegcredError(
        'app-missing',
        `'${scope.node.path}' stands in no cdk8s App: start the tree with new App() and make the chart in it`,
      );
    }
    const resolver = new AppResolver(PodSpecPaths.of(scope));
    resolvers.unshift(resolver);
    return resolver;
  });

  private readonly guards: DocumentGuard[] = [];
  private readonly fillers: PodFiller[] = [];
  private readonly fillPatched = patchedPods();

  private constructor(private readonly paths: PodSpecPaths) {}

  /** Adds what looks at documents. */
  public addGuard<Guard extends DocumentGuard>(guard: Guard): Guard {
    this.guards.push(guard);
    return guard;
  }

  /** Adds what fills in, before what is there already. */
  public addFiller<Filler extends PodFiller>(filler: Filler): Filler {
    this.fillers.unshift(filler);
    return filler;
  }

  /** cdk8s' extension point: called for every value of every document. */
  public resolve(context: ResolutionContext): void {
    const isDocument = context.key.length === 0;
    if (isDocument) for (const guard of this.guards) guard.check(context);
    const podSpec = this.paths.pathOf(context.obj);
    if (podSpec === undefined || context.key.length > podSpec.length) return;
    if (isDocument) this.fillPatched(context, podSpec);
    for (const filler of this.fillers) {
      filler.fill(context, podSpec);
      if (context.replaced) return;
    }
  }
}
