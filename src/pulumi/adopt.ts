import type { ComponentResource, ComponentResourceOptions, CustomResourceOptions, Resource } from '@pulumi/pulumi';

/** Lets `dependsOn: component` wait for a resource that is not its child. */
export function adopt(component: ComponentResource, resource: Resource): void {
  const children: Set<Resource> = Reflect.get(component, '__childResources') ?? new Set();
  Reflect.set(component, '__childResources', children.add(resource));
}

/** What a resource would have of a component if it were its child. */
export function adoptedOptions(
  component: ComponentResource,
  { retainOnDelete, deletedWith, dependsOn }: ComponentResourceOptions,
): CustomResourceOptions {
  return { protect: Reflect.get(component, '__protect'), retainOnDelete, deletedWith, dependsOn };
}
