/** Collects an option that may be given again, or several values with commas: for values that hold none. */
export function collectList(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, ...value.split(',').filter((item) => item !== '')];
}
