import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Daemon } from './daemon';
import { start, stop } from './daemon';
import { findCommand } from './debian';
import { buildAndPush } from './image';
import { settings } from './settings';
import { settle } from './settle';
import { putAccount, putPublicRepositories, TOKEN_SERVER } from './token-client';

const FOLDER = join(settings.state, 'registries');
const SERVICE = 'hub.test';
const KEY = join(FOLDER, 'token.key');
const CERTIFICATE = join(FOLDER, 'token.crt');

/**
 * A registry with a token server in front, as Docker Hub, GHCR and Quay are: rights are per account and repository, and some
 * repositories are public. The node takes it for every registry of the world (`docker.io`, `ghcr.io`, …): see node.ts.
 */
export const hub = {
  host: `127.0.0.1:${settings.ports.hub}`,
  /** Repositories that anybody may pull. */
  publicRepositories: ['library/', 'public/'],
  /** The account that pushes everywhere. */
  publisher: { username: 'publisher', password: 'pub-s3cr3t' },
};

/** A registry that asks for a login and knows no rights, as many self-hosted ones do. */
export const selfHosted = {
  host: `127.0.0.1:${settings.ports.selfHosted}`,
  account: { username: 'puller', password: 's3cr3t-pull' },
};

/** The image that everything in the tests is a copy of. */
export const BASE_IMAGE = { repository: 'library/base', tag: '1' };

/** Starts both registries, with one image. */
export async function startRegistries(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const subject = ['-subj', '/CN=hub.test', '-days', '2', '-nodes'];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', ...subject, '-keyout', KEY, '-out', CERTIFICATE], {
    stdio: 'ignore',
  });
  const passwords = join(FOLDER, 'htpasswd');
  const { username, password } = selfHosted.account;
  const hashed = execFileSync(findCommand('htpasswd') ?? 'htpasswd', ['-inB', username], { input: password });
  writeFileSync(passwords, hashed);
  const token = { realm: `${TOKEN_SERVER}/token`, service: SERVICE, issuer: SERVICE, rootcertbundle: CERTIFICATE };
  await settle([
    start(FOLDER, tokenServer()),
    start(FOLDER, registry('hub', settings.ports.hub, { token })),
    start(FOLDER, registry('self-hosted', settings.ports.selfHosted, { htpasswd: { realm: 'test', path: passwords } })),
  ]);
  await putPublicRepositories(hub.publicRepositories);
  await putAccount(hub.publisher.username, { password: hub.publisher.password, repositories: ['*'], push: true });
  const content = { files: {}, command: ['/bin/busybox', 'true'] };
  buildAndPush(`${hub.host}/${BASE_IMAGE.repository}:${BASE_IMAGE.tag}`, content, hub.publisher);
}

/** Stops them. */
export async function stopRegistries(): Promise<void> {
  for (const name of ['hub', 'self-hosted', 'token-server']) await stop(FOLDER, name);
}

function registry(name: string, port: number, auth: object): Daemon {
  const config = join(FOLDER, `${name}.json`); // YAML is a superset of JSON
  writeFileSync(
    config,
    JSON.stringify({
      version: '0.1',
      log: { level: 'warn' },
      storage: { filesystem: { rootdirectory: join(FOLDER, name) } },
      http: { addr: `127.0.0.1:${port}`, secret: 'x' },
      auth,
    }),
  );
  return {
    name,
    program: findCommand('docker-registry') ?? 'docker-registry',
    args: ['serve', config],
    ports: [port],
    ready: () => answers401(`http://127.0.0.1:${port}/v2/`),
    seconds: 20,
  };
}

function tokenServer(): Daemon {
  const script = join(settings.repository, 'test', 'e2e', 'harness', 'token-server.ts');
  return {
    name: 'token-server',
    program: process.execPath,
    args: [
      ...['-r', join(settings.repository, 'scripts', 'typescript.js'), script],
      ...[String(settings.ports.tokenServer), SERVICE, SERVICE, KEY, CERTIFICATE],
    ],
    ports: [settings.ports.tokenServer],
    ready: async () =>
      fetch(`${TOKEN_SERVER}/token`)
        .then((response) => response.ok)
        .catch(() => false),
    seconds: 20,
  };
}

async function answers401(url: string): Promise<boolean> {
  return fetch(url)
    .then((response) => response.status === 401)
    .catch(() => false);
}
