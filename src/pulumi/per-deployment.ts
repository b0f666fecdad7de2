import { runtime } from '@pulumi/pulumi';

/**
 * One value for each deployment, made when it is first asked for. A deployment is known by its resource monitor: inline programs
 * of the Automation API, and tests with mocks, run several in one process.
 */
export function perDeployment<T>(make: () => T): () => T {
  const values = new WeakMap<object, T>();
  return () => {
    const monitor = runtime.getMonitor();
    const known = monitor && values.get(monitor);
    if (known !== undefined) return known;
    const made = make();
    if (monitor) values.set(monitor, made);
    return made;
  };
}

/** Whether the engine, or what stands in for it, offers a call: mocks and old SDKs lack some. */
export function monitorOffers(call: 'registerStackTransform' | 'registerErrorHook'): boolean {
  return typeof Reflect.get(runtime.getMonitor() ?? {}, call) === 'function';
}
