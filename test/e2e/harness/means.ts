import { installPackages, isRoot, missingPackages } from './debian';
import { hasGo } from './programs';

/**
 * What a test needs: `oracle`, Kubernetes' own code as a program that answers questions; `server`, a control plane;
 * `node`, a kubelet with containerd and registries, for which one must be root. Each holds the ones before it.
 */
export type Level = 'oracle' | 'server' | 'node';

const ALL: readonly Level[] = ['oracle', 'server', 'node'];
const WITHOUT_NODE: readonly Level[] = ['oracle', 'server'];

/** What this machine can run, and why not more. */
export interface Means {
  readonly levels: readonly Level[];
  /** What is missing and what to do about it; undefined where all can run. */
  readonly hindrance?: string;
}

/** What is asked of a machine. */
export interface Machine {
  readonly platform: string;
  hasGo(): boolean;
  isRoot(): boolean;
  missingPackages(): readonly string[];
  installPackages(names: readonly string[]): void;
}

const THIS_MACHINE: Machine = { platform: process.platform, hasGo, isRoot, missingPackages, installPackages };

/** Finds out what can run here; installs the Debian packages in CI, or where `REGCRED_E2E_INSTALL` is set. */
export function survey(environment: NodeJS.ProcessEnv, machine = THIS_MACHINE): Means {
  const { platform } = machine;
  if (platform !== 'linux') return { levels: [], hindrance: `the servers run on Linux only, not on ${platform}` };
  if (!machine.hasGo()) return { levels: [], hindrance: 'there is no Go toolchain, with which the servers are built' };
  if (!machine.isRoot()) return { levels: WITHOUT_NODE, hindrance: 'this is not root, and the node wants root' };
  const missing = machine.missingPackages();
  if (missing.length > 0 && (environment.CI === 'true' || environment.REGCRED_E2E_INSTALL)) {
    machine.installPackages(missing);
  }
  const left = machine.missingPackages();
  if (left.length === 0) return { levels: ALL };
  const advice = `set REGCRED_E2E_INSTALL=1, or: apt-get install --no-install-recommends ${left.join(' ')}`;
  return { levels: WITHOUT_NODE, hindrance: `the node wants Debian packages; ${advice}` };
}
