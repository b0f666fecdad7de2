import { settings } from './settings';
import type { Account, Visit } from './token-server';

/** Where the token server listens. */
export const TOKEN_SERVER = `http://127.0.0.1:${settings.ports.tokenServer}`;

/** Makes an account, or changes its password or rights. */
export async function putAccount(username: string, account: Account): Promise<void> {
  await put(`accounts/${encodeURIComponent(username)}`, account);
}

/** Says which repositories anybody may pull. */
export async function putPublicRepositories(repositories: readonly string[]): Promise<void> {
  await put('public', repositories);
}

/** Who asked for a token for a repository, in order. */
export async function visitsTo(repository: string): Promise<Visit[]> {
  const response = await fetch(`${TOKEN_SERVER}/visits/${encodeURIComponent(repository)}`);
  return (await response.json()) as Visit[];
}

async function put(path: string, body: unknown): Promise<void> {
  const response = await fetch(`${TOKEN_SERVER}/${path}`, { method: 'PUT', body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`token server: ${path}: ${response.status} ${await response.text()}`);
}
