import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The first of the ports; the servers take it and the ones after it. */
const DEFAULT_PORT = 16440;

/** Folders and ports of the servers; every process that has the same environment comes to the same ones. */
export interface Settings {
  /** The repository. */
  readonly repository: string;
  /** Where the built programs stay between runs. */
  readonly bin: string;
  /** Logs, pids and data of the servers: empty at each start. */
  readonly state: string;
  readonly ports: {
    readonly etcd: number;
    readonly etcdPeer: number;
    readonly apiServer: number;
    readonly controllerManager: number;
    readonly scheduler: number;
    readonly hub: number;
    readonly tokenServer: number;
    readonly selfHosted: number;
    readonly kubelet: number;
  };
}

/** Reads `REGCRED_PEERS_HOME` (default `~/.cache/regcred-peers`) and `REGCRED_PEERS_PORT` (default 16440, the first of nine). */
export function settingsFrom(environment: NodeJS.ProcessEnv): Settings {
  const home = resolve(environment.REGCRED_PEERS_HOME ?? join(homedir(), '.cache', 'regcred-peers'));
  const port = Number(environment.REGCRED_PEERS_PORT ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 1024 || port > 65_000) {
    throw new Error(`REGCRED_PEERS_PORT must be a number from 1024 to 65000: got '${environment.REGCRED_PEERS_PORT}'`);
  }
  return {
    repository: resolve(__dirname, '..', '..', '..'),
    bin: join(home, 'e2e', 'bin'),
    state: join(home, 'e2e', 'state'),
    ports: {
      etcd: port,
      etcdPeer: port + 1,
      controllerManager: port + 2,
      apiServer: port + 3,
      scheduler: port + 4,
      hub: port + 5,
      tokenServer: port + 6,
      selfHosted: port + 7,
      kubelet: port + 8,
    },
  };
}

export const settings = settingsFrom(process.env);
