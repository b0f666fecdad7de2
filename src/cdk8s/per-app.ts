import type { IConstruct } from 'constructs';

/** One value for each app, made when it is first asked for; it is gone when the app is. */
export function perApp<T>(make: (scope: IConstruct) => T): (scope: IConstruct) => T {
  const values = new WeakMap<IConstruct, T>();
  return (scope) => {
    const { root } = scope.node;
    const known = values.get(root);
    if (known !== undefined) return known;
    const made = make(scope);
    values.set(root, made);
    return made;
  };
}
