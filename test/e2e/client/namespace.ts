import { call } from '../harness/api';
import { until } from '../harness/until';
import { unique } from './unique';

/** What controllers put into each namespace, and what a pod waits for. */
const MADE_BY_CONTROLLERS = ['serviceaccounts/default', 'configmaps/kube-root-ca.crt'];

/** Makes a namespace of its own for a test, and waits until a pod can start in it. */
export async function newNamespace(purpose: string): Promise<string> {
  const name = unique(purpose);
  await call('POST', '/api/v1/namespaces', { metadata: { name } });
  for (const path of MADE_BY_CONTROLLERS) {
    await until({ what: `${path} of ${name}`, seconds: 20, everyMs: 30 }, async () => {
      const { status } = await call('GET', `/api/v1/namespaces/${name}/${path}`);
      return status === 200 || undefined;
    });
  }
  return name;
}

/**
 * The pull secrets that a new pod would get, by asking the API server to create one and not to keep it.
 *
 * Admission reads ServiceAccounts from a cache that lags behind by a moment: who has just bound one waits with {@link bound}.
 */
export async function admittedPullSecrets(namespace: string, podSpec: object): Promise<string[]> {
  const spec = { containers: [{ name: 'app', image: 'app' }], ...podSpec };
  const pod = { metadata: { generateName: 'dry-' }, spec };
  const { status, body } = await call('POST', `/api/v1/namespaces/${namespace}/pods?dryRun=All`, pod);
  if (status !== 201) throw new Error(`dry run of a pod: ${(body as { message: string }).message}`);
  const { imagePullSecrets = [] } = (body as { spec: { imagePullSecrets?: { name?: string }[] } }).spec;
  return imagePullSecrets.map((reference) => reference.name ?? '');
}

/** Waits until admission knows the list of a ServiceAccount. */
export async function bound(namespace: string, serviceAccountName: string, names: readonly string[]): Promise<void> {
  await until(
    { what: `admission to see ${serviceAccountName} with [${names}]`, seconds: 10, everyMs: 20 },
    async () => {
      const seen = await admittedPullSecrets(namespace, { serviceAccountName });
      return seen.join() === names.join() || undefined;
    },
  );
}
