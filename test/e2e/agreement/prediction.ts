import type { CheckReport, ImageVerdict } from '../../../src/check';
import { checkManifests } from '../../../src/check';
import { readManifests } from '../../../src/manifest';
import { REGISTRIES } from './case';
import type { Observation, ObservedCase } from './kubelet';
import type { PlacedCase, PlacedImage } from './manifests';
import { manifestsOf, usernameOf } from './manifests';

/** What the check says of the manifests of some cases, as it would before anything is applied. */
export function check(cases: readonly PlacedCase[]): CheckReport {
  const objects = cases.map(manifestsOf).flatMap(({ secrets, accounts, pod }) => [...secrets, ...accounts, pod]);
  const text = objects.map((object) => JSON.stringify(object)).join('\n---\n');
  const { documents } = readManifests(text, { file: 'agreement.yaml' });
  return checkManifests(documents, { publicImages: REGISTRIES.map((registry) => `${registry}/public/*`) });
}

/** One image: what the verdict comes to, and what was seen. Both as text, equal where the two agree. */
export interface Comparison {
  readonly verdict: ImageVerdict['verdict'];
  readonly predicted: string;
  readonly observed: string;
}

/** Compares verdicts with what the kubelet did and the registry saw. */
export function compare({ images }: CheckReport, observed: readonly ObservedCase[]): Comparison[][] {
  const verdicts = new Map(images.map((it) => [`${it.namespace}/${it.container}`, it]));
  return observed.map(({ placed, observations }) =>
    observations.map((observation) => {
      const verdict = verdicts.get(`${placed.namespace}/${observation.image.container}`);
      if (!verdict) throw new Error(`the check has no verdict for ${observation.image.image}`);
      return {
        verdict: verdict.verdict,
        predicted: predict(placed, observation.image, verdict),
        observed: seen(observation),
      };
    }),
  );
}

/**
 * What a verdict says will be seen, with what the registry knows and no check can: which login is right, and that an image which
 * the node should have is not on this one.
 */
function predict(placed: PlacedCase, image: PlacedImage, { verdict, tried }: ImageVerdict): string {
  switch (verdict) {
    case 'credential':
      return predictLogins(placed, image, tried);
    case 'anonymous':
      return sentence('pulled', [undefined]);
    case 'missing':
      return sentence('refused', [undefined]);
    case 'malformed':
    case 'node':
      return sentence('refused', []);
    case 'opaque':
      throw new Error('no Secret of these cases is made in the cluster');
  }
}

/** The kubelet tries one login after the other, until the registry takes one. */
function predictLogins({ it }: PlacedCase, { group }: PlacedImage, tried: ImageVerdict['tried']): string {
  const visitors: (string | undefined)[] = [];
  for (const { secret, serverKey } of tried) {
    const entries = it.secrets.find(({ name }) => name === secret)?.entries;
    const login = entries?.find((entry) => entry.serverKey === serverKey)?.login;
    if (login === undefined)
      throw new Error(`the check tries the key '${serverKey}' of '${secret}', which is not there`);
    visitors.push(usernameOf(login, secret, serverKey) || undefined);
    const isTaken = group === 'public' ? login !== 'stranger' : login === group;
    if (isTaken) return sentence('pulled', visitors);
  }
  return sentence('refused', visitors);
}

function seen({ pull, visitors }: Observation): string {
  return sentence(pull.outcome, visitors);
}

function sentence(outcome: 'pulled' | 'refused', visitors: readonly (string | undefined)[]): string {
  const names = visitors.map((name) => (name === undefined ? 'without a login' : `as '${name}'`));
  const inARow = names.filter((name, index) => name !== names[index - 1]);
  return `${outcome}; the registry was asked ${inARow.length > 0 ? inARow.join(', then ') : 'nothing'}`;
}
