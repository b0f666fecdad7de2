/** Stands in a copy of a resource's properties for what a preview cannot know. */
export const UNTIL_UP = '(unknown until up)';

/**
 * A copy of what a policy is shown. Pulumi's own objects throw where something is unknown; the copy says so with a text.
 */
export function plainProps(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.keys(value).map((key) => [key, plainProps(read(value, key))] as const);
  return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}

/** Whether something in a copy is not known. */
export function isOpen(copy: unknown): boolean {
  if (typeof copy !== 'object' || copy === null) return copy === UNTIL_UP;
  return Object.values(copy).some(isOpen);
}

function read(object: object, key: string): unknown {
  try {
    return Reflect.get(object, key);
  } catch (error) {
    // the class of the error is not exported
    if (error instanceof Error && 'unknownTypeSentinel' in error) return UNTIL_UP;
    throw error;
  }
}
