import type { Login } from '../harness/image';
import { mountInto } from '../harness/mount';
import { BASE_IMAGE, hub } from '../harness/registries';
import { putAccount, visitsTo } from '../harness/token-client';
import type { Visit } from '../harness/token-server';
import { unique } from './unique';

/** Makes an account of the hub that opens some repositories; its name is its own, so that the hub's log tells who came. */
export async function newAccount(...repositories: string[]): Promise<Login> {
  const login = { username: unique('user'), password: unique('pw') };
  await putAccount(login.username, { password: login.password, repositories });
  return login;
}

/** A login that no registry knows. */
export function unknownLogin(): Login {
  return { username: unique('nobody'), password: unique('pw') };
}

/** Gives an account another password: the old one is worth nothing from now on. */
export async function rotatePassword(login: Login, ...repositories: string[]): Promise<Login> {
  const password = unique('pw');
  await putAccount(login.username, { password, repositories });
  return { ...login, password };
}

/** Puts an image with the tag `1` into repositories of the hub. */
export async function publish(...repositories: string[]): Promise<void> {
  await mountInto(BASE_IMAGE.repository, BASE_IMAGE.tag, repositories);
}

/** Who asked to pull a repository, in order, each name once in a row; `undefined` is one without a login. */
export async function visitorsOf(repository: string): Promise<(string | undefined)[]> {
  return namesOf(await pullsOf(repository));
}

/** The same, for the kubelet's first attempt: the next one is not before ten seconds. */
export async function firstVisitorsOf(repository: string): Promise<(string | undefined)[]> {
  const visits = await pullsOf(repository);
  const start = visits[0]?.at ?? 0;
  return namesOf(visits.filter(({ at }) => at - start < RETRY_MS));
}

/** The kubelet's first back-off after a pull that failed. */
const RETRY_MS = 10_000;

async function pullsOf(repository: string): Promise<Visit[]> {
  return (await visitsTo(repository)).filter(({ username }) => username !== hub.publisher.username);
}

function namesOf(visits: readonly Visit[]): (string | undefined)[] {
  const names = visits.map(({ username }) => username);
  return names.filter((name, index) => index === 0 || name !== names[index - 1]);
}
