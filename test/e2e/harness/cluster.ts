import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ADMIN_TOKEN, call, SERVER_CERTIFICATE } from './api';
import type { Daemon } from './daemon';
import { start, stop } from './daemon';
import { programPath } from './programs';
import { settings } from './settings';
import { settle } from './settle';

const FOLDER = join(settings.state, 'cluster');

/** What the controller manager does here: `default` accounts, namespaces that go away, Deployments that become pods. */
const CONTROLLERS = [
  'serviceaccount-controller',
  'root-ca-certificate-publisher-controller',
  'namespace-controller',
  'deployment-controller',
  'replicaset-controller',
];

/** The control plane: etcd, API server with RBAC, controller manager and scheduler; all on 127.0.0.1, no containers. */
export const cluster = {
  folder: FOLDER,
  kubeconfig: join(FOLDER, 'admin.kubeconfig'),

  async start(): Promise<void> {
    mkdirSync(join(FOLDER, 'certs'), { recursive: true });
    writeSigningKeys();
    writeFileSync(join(FOLDER, 'tokens.csv'), `${ADMIN_TOKEN},admin,admin-uid,system:masters\n`);
    writeFileSync(this.kubeconfig, kubeconfig());
    await start(FOLDER, etcd());
    await start(FOLDER, apiServer());
    await settle([start(FOLDER, controllerManager()), start(FOLDER, scheduler())]);
  },

  async stop(): Promise<void> {
    for (const name of ['kube-scheduler', 'kube-controller-manager', 'kube-apiserver', 'etcd'])
      await stop(FOLDER, name);
  },
};

function etcd(): Daemon {
  const url = `http://127.0.0.1:${settings.ports.etcd}`;
  const peerUrl = `http://127.0.0.1:${settings.ports.etcdPeer}`;
  return {
    name: 'etcd',
    program: programPath('etcd'),
    args: [
      `--data-dir=${join(FOLDER, 'etcd')}`,
      `--listen-client-urls=${url}`,
      `--advertise-client-urls=${url}`,
      `--listen-peer-urls=${peerUrl}`,
      `--initial-advertise-peer-urls=${peerUrl}`,
      `--initial-cluster=default=${peerUrl}`,
      '--unsafe-no-fsync', // nothing here has to survive
      '--log-level=warn',
    ],
    ports: [settings.ports.etcd, settings.ports.etcdPeer],
    ready: async () =>
      fetch(`${url}/health`)
        .then((response) => response.ok)
        .catch(() => false),
    seconds: 30,
  };
}

function apiServer(): Daemon {
  return {
    name: 'kube-apiserver',
    program: programPath('kube-apiserver'),
    args: [
      `--etcd-servers=http://127.0.0.1:${settings.ports.etcd}`,
      `--secure-port=${settings.ports.apiServer}`,
      '--bind-address=127.0.0.1',
      '--advertise-address=127.0.0.1',
      '--endpoint-reconciler-type=none', // it refuses to publish a loopback address otherwise
      '--disable-admission-plugins=TaintNodesByCondition', // the taint is lifted by a controller that does not run here
      '--authorization-mode=RBAC',
      '--allow-privileged=true',
      '--service-cluster-ip-range=10.0.0.0/24',
      '--service-account-issuer=https://kubernetes.default.svc',
      `--service-account-key-file=${join(FOLDER, 'sa.pub')}`,
      `--service-account-signing-key-file=${join(FOLDER, 'sa.key')}`,
      `--token-auth-file=${join(FOLDER, 'tokens.csv')}`,
      `--cert-dir=${join(FOLDER, 'certs')}`,
    ],
    ports: [settings.ports.apiServer],
    ready: () => isThere('/readyz'),
    seconds: 90,
  };
}

function controllerManager(): Daemon {
  return {
    name: 'kube-controller-manager',
    program: programPath('kube-controller-manager'),
    args: [
      `--kubeconfig=${join(FOLDER, 'admin.kubeconfig')}`,
      `--controllers=${CONTROLLERS.join(',')}`,
      `--root-ca-file=${SERVER_CERTIFICATE}`,
      `--cert-dir=${join(FOLDER, 'certs-controller-manager')}`,
      `--secure-port=${settings.ports.controllerManager}`,
      '--bind-address=127.0.0.1',
      '--leader-elect=false',
      '--kube-api-qps=500', // hundreds of namespaces at once
      '--kube-api-burst=1000',
    ],
    ports: [settings.ports.controllerManager],
    ready: () => isThere('/api/v1/namespaces/default/serviceaccounts/default'),
    seconds: 60,
  };
}

function scheduler(): Daemon {
  return {
    name: 'kube-scheduler',
    program: programPath('kube-scheduler'),
    args: [
      `--kubeconfig=${join(FOLDER, 'admin.kubeconfig')}`,
      `--authentication-kubeconfig=${join(FOLDER, 'admin.kubeconfig')}`,
      `--authorization-kubeconfig=${join(FOLDER, 'admin.kubeconfig')}`,
      `--cert-dir=${join(FOLDER, 'certs-scheduler')}`,
      `--secure-port=${settings.ports.scheduler}`,
      '--bind-address=127.0.0.1',
      '--leader-elect=false',
    ],
    ports: [settings.ports.scheduler],
    ready: async () => true, // a pod that comes before it waits for it
    seconds: 10,
  };
}

/** The keys that the API server signs ServiceAccount tokens with. */
function writeSigningKeys(): void {
  const [key, publicKey] = [join(FOLDER, 'sa.key'), join(FOLDER, 'sa.pub')];
  execFileSync('openssl', ['genrsa', '-out', key, '2048'], { stdio: 'ignore' });
  execFileSync('openssl', ['rsa', '-in', key, '-pubout', '-out', publicKey], { stdio: 'ignore' });
}

function kubeconfig(): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name: 'regcred',
        cluster: {
          server: `https://127.0.0.1:${settings.ports.apiServer}`,
          'certificate-authority': SERVER_CERTIFICATE,
        },
      },
    ],
    users: [{ name: 'admin', user: { token: ADMIN_TOKEN } }],
    contexts: [{ name: 'admin', context: { cluster: 'regcred', user: 'admin' } }],
    'current-context': 'admin',
  });
}

/** Whether the API server answers a path with 200. */
async function isThere(path: string): Promise<boolean> {
  return call('GET', path)
    .then((response) => response.status === 200)
    .catch(() => false);
}
