import type { Resource } from '@pulumi/pulumi';

/** The name that the program gave to a resource: a public property of newer SDKs, and in all of them an internal one. */
export function logicalNameOf(resource: Resource): string {
  return String(Reflect.get(resource, 'pulumiResourceName') ?? Reflect.get(resource, '__name') ?? '');
}
