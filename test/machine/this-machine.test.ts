import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Credentials, resolveCredentials } from '../../src/credential';
import { thisMachine } from '../../src/machine';

const folder = mkdtempSync(join(tmpdir(), 'regcred-machine-'));
const environment = { ...process.env };
afterEach(() => {
  process.env = { ...environment };
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A helper that speaks docker's protocol: the server comes in by its standard input. */
function installHelper(name: string, script: string): void {
  const program = join(folder, `docker-credential-${name}`);
  writeFileSync(program, `#!/bin/sh\n${script}\n`);
  chmodSync(program, 0o755);
  process.env.PATH = `${folder}:${environment.PATH}`;
}

function dockerConfig(config: object): string {
  const docker = join(folder, 'docker');
  mkdirSync(docker, { recursive: true });
  writeFileSync(join(docker, 'config.json'), JSON.stringify(config));
  process.env.DOCKER_CONFIG = docker;
  return docker;
}

function resolve(credentials: Credentials): string | undefined {
  const [login] = resolveCredentials([credentials], thisMachine());
  return login && `${login.username}:${login.password.reveal()}`;
}

test('a login of a docker config comes out of its credential helper', () => {
  installHelper(
    'fake',
    `[ "$1" = get ] && server=$(cat) && printf '{"ServerURL":"%s","Username":"bot","Secret":"for-%s"}' "$server" "$server"`,
  );
  dockerConfig({ credsStore: 'fake' });
  expect(resolve(Credentials.fromDockerConfig({ server: 'ghcr.io', resolveHelpers: true }))).toBe('bot:for-ghcr.io');
});

test('a helper that fails, and one that is not there', () => {
  installHelper('lost', 'echo credentials not found in native keychain; exit 1');
  dockerConfig({ credHelpers: { 'ghcr.io': 'lost', 'quay.io': 'nowhere' } });
  const login = (server: string) => resolve(Credentials.fromDockerConfig({ server, resolveHelpers: true }));
  expect(() => login('ghcr.io')).toThrow('docker-credential-lost has no login');
  expect(() => login('quay.io')).toThrow('docker-credential-nowhere, which is not in the search path');
});

test('a login comes out of files', () => {
  const file = join(folder, 'password');
  writeFileSync(file, 'hunter2\n');
  expect(resolve(Credentials.fromFile({ username: 'bot', passwordFile: file, trimNewline: true }))).toBe('bot:hunter2');
  const missing = Credentials.fromFile({ username: 'bot', passwordFile: join(file, 'below') });
  expect(() => resolve(missing)).toThrow('is not there');
});

test('what cannot be read is no missing file', () => {
  const refusal = {
    code: 'credential-file',
    message: `cannot read '${folder}': it is a folder; write the path of a file that this program may read`,
  };
  const folders = [
    Credentials.fromFile({ username: 'bot', passwordFile: folder }),
    Credentials.fromDockerConfig({ server: 'ghcr.io', file: folder }),
  ];
  for (const credentials of folders) expect(() => resolve(credentials)).toThrow(expect.objectContaining(refusal));
});
