interface Named {
  readonly namespace: string;
  readonly kind: string;
  readonly name: string;
}

/** An object as suppressions name it: `Deployment/payments/api`, `ClusterRole/reader`. */
export function objectName({ namespace, kind, name }: Named): string {
  return namespace === '' ? `${kind}/${name}` : `${kind}/${namespace}/${name}`;
}
