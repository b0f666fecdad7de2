import type { App, IResolver } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { RegcredError } from '../error';

/**
 * Puts a resolver before those of the app that a construct stands in: cdk8s hands every value of every document to it,
 * whichever library made the document.
 *
 * @throws RegcredError `app-missing` where the construct stands in no App
 */
export function addResolver(scope: IConstruct, resolver: IResolver): void {
  const { resolvers } = scope.node.root as App;
  if (!Array.isArray(resolvers)) {
    throw new RegcredError(
      'app-missing',
      `'${scope.node.path}' stands in no cdk8s App: start the tree with new App() and make the chart in it`,
    );
  }
  resolvers.unshift(resolver);
}
