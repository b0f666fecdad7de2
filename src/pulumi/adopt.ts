import type { ComponentResource, Resource } from '@pulumi/pulumi';

/** Lets `dependsOn: component` wait for a resource that is not its child. */
export function adopt(component: ComponentResource, resource: Resource): void {
  const children: Set<Resource> = Reflect.get(component, '__childResources') ?? new Set();
  Reflect.set(component, '__childResources', children.add(resource));
}
