import { all, type Resource } from '@pulumi/pulumi';

/** A value that depends on resources, as if it were one of their outputs. */
export function depending(value: unknown, resources: readonly Resource[]): unknown {
  if (resources.length === 0) return value;
  return all(resources.map(({ urn }) => urn)).apply(() => value);
}
