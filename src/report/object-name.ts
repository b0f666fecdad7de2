interface Named {
  readonly namespace: string;
  readonly kind: string;
  readonly name: string;
}

/** An object as suppressions name it: `Deployment/payments/api`, `ClusterRole/reader`. */
export function objectName({ namespace, kind, name }: Named): string {
  return namespace === '' ? `${kind}/${name}` : `${kind}/${namespace}/${name}`;
}

/** A container behind its object, ` (api)`; nothing where it has no name, as in a Service of Knative. */
export function inContainer(container: string): string {
  return container === '' ? '' : ` (${container})`;
}
