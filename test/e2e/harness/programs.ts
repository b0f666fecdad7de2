import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { settings } from './settings';

/** The programs, and the Go package that each is; those with a dot are ours, the others are built as Kubernetes and etcd ship them. */
const PACKAGES = {
  oracle: './cmd/oracle',
  kubectl: 'k8s.io/kubernetes/cmd/kubectl',
  etcd: 'go.etcd.io/etcd/server/v3',
  'kube-apiserver': 'k8s.io/kubernetes/cmd/kube-apiserver',
  'kube-controller-manager': 'k8s.io/kubernetes/cmd/kube-controller-manager',
  'kube-scheduler': 'k8s.io/kubernetes/cmd/kube-scheduler',
  'hollow-kubelet': './cmd/hollow-kubelet',
} as const;

export type ProgramName = keyof typeof PACKAGES;
export const PROGRAMS = Object.keys(PACKAGES) as ProgramName[];

const SOURCES = join(settings.repository, 'test', 'e2e', 'peers');

/** Where a program is, once built. */
export function programPath(name: ProgramName): string {
  return join(settings.bin, name);
}

/** Whether a program is there, built from the sources as they are now. */
export function isBuilt(name: ProgramName): boolean {
  const stamp = `${programPath(name)}.stamp`;
  return existsSync(programPath(name)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(name);
}

/** Builds the programs that are not there, with one line for each; Go's own cache makes a second build a matter of seconds. */
export function buildPrograms(names: readonly ProgramName[]): void {
  mkdirSync(settings.bin, { recursive: true });
  for (const name of names.filter((name) => !isBuilt(name))) {
    const started = performance.now();
    process.stdout.write(`build ${name} … `);
    // written beside and renamed: a program that runs cannot be overwritten
    const fresh = `${programPath(name)}.new`;
    const flags = `-s -w -X k8s.io/component-base/version.gitVersion=${kubernetesVersion()}`;
    const { status, stderr, error } = spawnSync(
      'go',
      ['build', '-trimpath', '-ldflags', flags, '-o', fresh, PACKAGES[name]],
      {
        cwd: SOURCES,
        encoding: 'utf8',
        env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-p=2 -modcacherw -mod=readonly' },
      },
    );
    if (status !== 0) throw new Error(`build ${name}: ${error?.message ?? stderr}`);
    renameSync(fresh, programPath(name));
    writeFileSync(`${programPath(name)}.stamp`, fingerprint(name));
    const megabytes = Math.round(statSync(programPath(name)).size / 1e6);
    process.stdout.write(`${((performance.now() - started) / 1000).toFixed(1)} s, ${megabytes} MB\n`);
  }
}

/** The Kubernetes version of all programs, as `v1.37.2`. */
export function kubernetesVersion(): string {
  return moduleVersion('k8s.io/kubernetes');
}

/** The version of a Go module that the programs are built with. */
export function moduleVersion(module: string): string {
  const line = readFileSync(join(SOURCES, 'go.mod'), 'utf8')
    .split('\n')
    .map((text) => text.trim().split(' '))
    .find(([path, version]) => path === module && version && version !== 'v0.0.0');
  if (!line?.[1]) throw new Error(`go.mod requires no ${module}`);
  return line[1];
}

/** Whether a Go toolchain is there. */
export function hasGo(): boolean {
  return spawnSync('go', ['version'], { stdio: 'ignore' }).status === 0;
}

/** Changes with whatever can change a program: compiler, module versions, and the sources of one that is ours. */
function fingerprint(name: ProgramName): string {
  const hash = createHash('sha256').update(execFileSync('go', ['version'], { cwd: SOURCES }));
  const folder = PACKAGES[name].startsWith('./') ? readdirSync(join(SOURCES, PACKAGES[name])).sort() : [];
  const files = ['go.mod', 'go.sum', ...folder.map((file) => join(PACKAGES[name], file))];
  for (const file of files) hash.update(file).update(readFileSync(join(SOURCES, file)));
  return hash.digest('hex');
}
