import { execFileSync } from 'node:child_process';

import type { Level } from './means';
import { kubernetesVersion, moduleVersion } from './programs';

/** The programs that a run had, and their versions. */
export function versions(levels: readonly Level[]): Record<string, string> {
  const fromModules = {
    'Kubernetes (API server, controller manager, scheduler, kubelet, kubectl, keyring)': kubernetesVersion(),
    'distribution/reference': moduleVersion('github.com/distribution/reference'),
    etcd: moduleVersion('go.etcd.io/etcd/server/v3'),
  };
  if (!levels.includes('node')) return fromModules;
  return {
    ...fromModules,
    containerd: wordOf('containerd', 2),
    'docker-registry': wordOf('docker-registry', 2),
    skopeo: wordOf('skopeo', 2),
  };
}

/** The n-th word of what a program says about its version. */
function wordOf(program: string, index: number): string {
  return execFileSync(program, ['--version'], { encoding: 'utf8' }).trim().split(' ')[index] ?? '';
}
