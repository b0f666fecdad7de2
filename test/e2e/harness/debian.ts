import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The commands that the node needs, and the Debian package that each comes from. */
const PACKAGES: Readonly<Record<string, string>> = {
  'docker-registry': 'docker-registry',
  containerd: 'containerd',
  runc: 'runc',
  htpasswd: 'apache2-utils',
  skopeo: 'skopeo',
  umoci: 'umoci',
  busybox: 'busybox-static',
};

/** The Debian packages whose commands are not on this machine. */
export function missingPackages(): string[] {
  return Object.entries(PACKAGES).flatMap(([command, name]) => (findCommand(command) ? [] : [name]));
}

/** What Debian asks before it starts a service: 101 says no. docker-registry and containerd would listen by themselves. */
const SERVICE_POLICY = '/usr/sbin/policy-rc.d';

/** Installs Debian packages; wants root. */
export function installPackages(names: readonly string[]): void {
  process.stdout.write(`apt-get install ${names.join(' ')}\n`);
  const ours = !existsSync(SERVICE_POLICY);
  if (ours) writeFileSync(SERVICE_POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    aptGet('update');
    aptGet('install', '-y', '--no-install-recommends', ...names);
  } finally {
    if (ours) rmSync(SERVICE_POLICY);
  }
}

function aptGet(...args: string[]): void {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stdout, stderr } = spawnSync('apt-get', ['-q', ...args], { encoding: 'utf8', env: environment });
  if (status !== 0) throw new Error(`apt-get ${args.join(' ')}:\n${stdout}${stderr}`);
}

/** Whether this process is root. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Where a command is on PATH, or in the places of system commands. */
export function findCommand(command: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return folders.map((folder) => join(folder, command)).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
