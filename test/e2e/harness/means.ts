import { installPackages, isRoot, missingPackages } from './debian';
import { hasGo } from './programs';

/**
 * What a test needs: `oracle`, Kubernetes' own code as a program that answers questions; `server`, a control plane;
 * `node`, a kubelet with containerd and registries, for which one must be root. Each holds the ones before it.
 */
export type Level = 'oracle' | 'server' | 'node';
export const LEVELS: readonly Level[] = ['oracle', 'server', 'node'];

/** What this machine can run, and why not more. */
export interface Means {
  readonly levels: readonly Level[];
  /** What is missing and what to do about it; undefined where all can run. */
  readonly hindrance?: string;
}

/** Finds out what can run here; installs the Debian packages in CI, or where `REGCRED_E2E_INSTALL` is set. */
export function survey(environment: NodeJS.ProcessEnv): Means {
  if (process.platform !== 'linux')
    return { levels: [], hindrance: `the servers run on Linux only, not on ${process.platform}` };
  if (!hasGo()) {
    return { levels: [], hindrance: 'no Go toolchain: install Go, which builds the programs and says which are built' };
  }
  const withoutNode: readonly Level[] = ['oracle', 'server'];
  if (!isRoot()) return { levels: withoutNode, hindrance: 'not root: containerd, and so the node, wants root' };
  const missing = missingPackages();
  if (missing.length > 0 && (environment.CI === 'true' || environment.REGCRED_E2E_INSTALL)) installPackages(missing);
  const left = missingPackages();
  if (left.length === 0) return { levels: LEVELS };
  const advice = `set REGCRED_E2E_INSTALL=1, or: apt-get install --no-install-recommends ${left.join(' ')}`;
  return { levels: withoutNode, hindrance: `Debian packages are missing: ${advice}` };
}
