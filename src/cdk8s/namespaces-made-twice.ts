import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';

/**
 * What is said about Namespaces that another document of the app makes too: applied one after the other, the later takes away the labels
 * that the first has put on.
 *
 * @param made ours, by name
 */
export function namespacesMadeTwice(root: IConstruct, made: ReadonlyMap<string, ApiObject>): readonly string[] {
  if (made.size === 0) return [];
  return root.node.findAll().flatMap((node) => {
    if (!ApiObject.isApiObject(node) || node.kind !== 'Namespace' || node.apiVersion !== 'v1') return [];
    const ours = made.get(node.name);
    return ours === undefined || ours === node ? [] : [fault(node, ours)];
  });
}

function fault({ name, node }: ApiObject, ours: ApiObject): string {
  return (
    `Namespace '${name}' is made at '${node.path}' and by '${ours.node.path}', and the one that is applied later takes the labels of the ` +
    'other away: leave out createNamespaces (or createSourceNamespace), or the other document'
  );
}
