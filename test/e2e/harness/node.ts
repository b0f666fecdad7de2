import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { call } from './api';
import { cluster } from './cluster';
import type { Daemon } from './daemon';
import { start, stop } from './daemon';
import { programPath } from './programs';
import { hub, selfHosted } from './registries';
import { settings } from './settings';

const FOLDER = join(settings.state, 'node');
const SOCKET = join(FOLDER, 'containerd.sock');
const HOSTS = join(FOLDER, 'hosts');

/** A proxy that is not there: should the hosts files ever fail, an error and no pull from the world. */
const NO_WAY_OUT = { HTTP_PROXY: 'http://127.0.0.1:1', HTTPS_PROXY: 'http://127.0.0.1:1', NO_PROXY: '127.0.0.1' };

/** The node: containerd, and a kubelet whose secrets, keyring, image manager and pulls are real and whose containers are not. */
export const node = {
  name: 'node1',

  async start(): Promise<void> {
    mkdirSync(join(FOLDER, 'cni'), { recursive: true });
    mkdirSync(join(FOLDER, 'kubelet'), { recursive: true });
    writeHosts();
    writeFileSync(join(FOLDER, 'containerd.toml'), containerdConfig());
    await start(FOLDER, containerd());
    await start(FOLDER, kubelet());
  },

  async stop(): Promise<void> {
    for (const name of ['kubelet', 'containerd']) await stop(FOLDER, name);
  },
};

/**
 * Which server answers for which registry, in containerd's own hosts files: the self-hosted one for itself, the hub for
 * every other name. So a test pulls `docker.io/…` or `ghcr.io/…` as they stand in a manifest, and nothing leaves the machine.
 */
function writeHosts(): void {
  for (const [registry, server] of [
    [selfHosted.host, selfHosted.host],
    ['_default', hub.host],
  ] as const) {
    mkdirSync(join(HOSTS, registry), { recursive: true });
    writeFileSync(join(HOSTS, registry, 'hosts.toml'), `server = "http://${server}"\n[host]\n`); // no [host], no server: containerd 1.6
  }
}

function containerdConfig(): string {
  return `
version = 2
root = "${FOLDER}/containerd"
state = "${FOLDER}/containerd-state"
oom_score = 0
[grpc]
  address = "${SOCKET}"
[plugins."io.containerd.grpc.v1.cri"]
  restrict_oom_score_adj = true
  disable_tcp_service = true
  [plugins."io.containerd.grpc.v1.cri".registry]
    config_path = "${HOSTS}"
  [plugins."io.containerd.grpc.v1.cri".cni]
    conf_dir = "${FOLDER}/cni"
[plugins."io.containerd.internal.v1.opt"]
  path = "${FOLDER}/opt"
`;
}

function containerd(): Daemon {
  return {
    name: 'containerd',
    program: 'containerd',
    args: ['--config', join(FOLDER, 'containerd.toml')],
    environment: NO_WAY_OUT,
    ports: [],
    ready: async () => {
      try {
        execFileSync('ctr', ['--address', SOCKET, 'version'], { stdio: 'ignore' });
        return true;
      } catch {
        return false;
      }
    },
    seconds: 30,
  };
}

function kubelet(): Daemon {
  return {
    name: 'kubelet',
    program: programPath('hollow-kubelet'),
    args: [
      `--kubeconfig=${cluster.kubeconfig}`,
      `--cri=unix://${SOCKET}`,
      `--name=${node.name}`,
      `--root=${join(FOLDER, 'kubelet')}`,
      `--port=${settings.ports.kubelet}`,
    ],
    ports: [],
    ready: isNodeReady,
    seconds: 60,
  };
}

async function isNodeReady(): Promise<boolean> {
  const { status, body } = await call('GET', `/api/v1/nodes/${node.name}`);
  if (status !== 200) return false;
  const { conditions = [] } = (body as { status: { conditions?: { type: string; status: string }[] } }).status;
  return conditions.some((condition) => condition.type === 'Ready' && condition.status === 'True');
}
