import { firstVisitorsOf, publish } from '../client/hub';
import { bound, newNamespace } from '../client/namespace';
import type { Pod, Pull } from '../client/pull';
import { pullIn } from '../client/pull';
import { call } from '../harness/api';
import { each } from '../harness/each';
import { putAccount } from '../harness/token-client';
import { until } from '../harness/until';
import type { AgreementCase } from './case';
import type { PlacedCase, PlacedImage } from './manifests';
import { manifestsOf, PASSWORD, place, usernameOf } from './manifests';

/** What became of one image. */
export interface Observation {
  readonly image: PlacedImage;
  readonly pull: Pull;
  /** Who asked the registry's token server in the first attempt, in order; undefined is one without a login. */
  readonly visitors: readonly (string | undefined)[];
}

/** A case, and what became of the images that the kubelet tried. */
export interface ObservedCase {
  readonly placed: PlacedCase;
  readonly observations: readonly Observation[];
}

/** Makes every case's namespace on the server, lets the kubelet try the images, and looks what came of it. */
export async function observe(cases: readonly AgreementCase[]): Promise<ObservedCase[]> {
  const placed = await each(cases, async (it) => place(it, await newNamespace('agree')));
  await publish(...placed.flatMap(({ images }) => images.map(({ repository }) => repository)));
  await each(placed, create);
  const tried = await until({ what: 'the kubelet to try every image', seconds: 120, everyMs: 500 }, async () => {
    const pods = await podsByNamespace();
    const found = placed.map((one) => ({ placed: one, pulls: pullsOf(one, pods) }));
    return found.every(({ pulls }) => pulls.every(({ pull }) => pull !== undefined)) ? found : undefined;
  });
  const observed = await each(tried, async ({ placed, pulls }) => ({
    placed,
    observations: await each(pulls, async ({ image, pull }) => {
      return { image, pull: pull as Pull, visitors: await firstVisitorsOf(image.repository) };
    }),
  }));
  await each(placed, ({ namespace }) => call('DELETE', `${podsIn(namespace)}/app?gracePeriodSeconds=0`));
  return observed;
}

/** Applies a case: Secrets, then accounts, and the pod when admission has seen them. */
async function create(placed: PlacedCase): Promise<void> {
  const { it, namespace } = placed;
  for (const { name, entries } of it.secrets) {
    for (const { login, serverKey } of entries) {
      const account = { password: PASSWORD, repositories: [`${login}/`] };
      if (login === 'acme' || login === 'acme-evil') await putAccount(usernameOf(login, name, serverKey), account);
    }
  }
  const { secrets, accounts, pod } = manifestsOf(placed);
  for (const secret of secrets) await expectCreated(call('POST', `/api/v1/namespaces/${namespace}/secrets`, secret));
  for (const account of accounts) {
    const path = `/api/v1/namespaces/${namespace}/serviceaccounts`;
    const { name } = account.metadata;
    await expectCreated(name === 'default' ? call('PUT', `${path}/default`, account) : call('POST', path, account));
    const names = account.imagePullSecrets.map((reference) => reference.name);
    await bound(namespace, name, names);
  }
  await expectCreated(call('POST', podsIn(namespace), pod));
}

/** The images that the kubelet tries, and how each went as far as it is known. */
function pullsOf({ it, namespace, images }: PlacedCase, pods: ReadonlyMap<string, Pod>) {
  const pod = pods.get(namespace);
  const tried = it.pod.startsWithInit ? images.slice(0, 1) : images;
  return tried.map((image) => ({ image, pull: pod && pullIn(pod, image.container) }));
}

async function podsByNamespace(): Promise<Map<string, Pod>> {
  const { body } = await call('GET', '/api/v1/pods?labelSelector=suite%3Dagreement');
  const { items } = body as { items: (Pod & { metadata: { namespace: string } })[] };
  return new Map(items.map((pod) => [pod.metadata.namespace, pod]));
}

async function expectCreated(answer: ReturnType<typeof call>): Promise<void> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`API server: ${status} ${(body as { message?: string }).message}`);
}

const podsIn = (namespace: string) => `/api/v1/namespaces/${namespace}/pods`;
