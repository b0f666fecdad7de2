import type { PullSecret } from './pull-secret';
import { keyAsRead } from './same-key';

/**
 * What to know where several pull secrets of a namespace have a login for one server key: the kubelet tries them all, in the order of the
 * list. The two of a rotation have the same keys on purpose.
 */
export function keyWarnings(namespace: string, pullSecrets: readonly PullSecret[]): string[] {
  const holders = new Map<string, string[]>();
  for (const { name, _strategy } of pullSecrets.filter((secret) => secret._strategy.previousOf === undefined)) {
    for (const key of new Set(_strategy.covers(namespace).map(keyAsRead))) {
      holders.set(key, [...(holders.get(key) ?? []), name]);
    }
  }
  return [...holders].filter(([, names]) => names.length > 1).map(([key, names]) => warning(key, names));
}

function warning(key: string, names: readonly string[]): string {
  const order = names.map((name) => `'${name}'`).join(', then ');
  return (
    `the pull secrets ${names.map((name) => `'${name}'`).join(' and ')} all have a login for '${key}': ` +
    `the kubelet tries ${order}, and takes the first that the registry accepts; limit each to its own path, or keep one`
  );
}
