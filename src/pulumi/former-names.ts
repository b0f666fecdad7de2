import { type Input, type Output, output, type Resource } from '@pulumi/pulumi';
import { logicalNameOf } from './logical-name';

/**
 * The names that a resource had, as its aliases say, or those of a parent that it is called after. Children get the aliases of
 * their parents from Pulumi; what hangs on the stack does not.
 */
export function formerNames(resource: Resource): readonly Output<string>[] {
  const aliases: readonly Input<string>[] = Reflect.get(resource, '__aliases') ?? [];
  const own = aliases.map((urn) => output(urn).apply((text) => text.slice(text.lastIndexOf('::') + '::'.length)));
  const parent: Resource | undefined = Reflect.get(resource, '__parentResource');
  if (parent === undefined) return own;
  const [name, start] = [logicalNameOf(resource), logicalNameOf(parent)];
  if (!name.startsWith(start)) return own;
  return [...own, ...formerNames(parent).map((former) => former.apply((text) => `${text}${name.slice(start.length)}`))];
}
