import type { AgreementCase, SecretCase } from './case';

/** The cases that have one thing less than this one. */
export function reductions(it: AgreementCase): AgreementCase[] {
  const { secrets, accounts, pod } = it;
  const without = <Item>(list: readonly Item[]) => list.map((_, index) => list.filter((_, other) => other !== index));
  return [
    ...without(secrets).map((fewer) => ({ ...it, secrets: fewer })),
    ...secrets.flatMap((secret, index) =>
      reducedSecrets(secret).map((smaller) => ({
        ...it,
        secrets: secrets.map((other, at) => (at === index ? smaller : other)),
      })),
    ),
    ...without(accounts.default).map((names) => ({ ...it, accounts: { ...accounts, default: names } })),
    ...without(accounts.app).map((names) => ({ ...it, accounts: { ...accounts, app: names } })),
    ...(pod.images.length > 1 ? without(pod.images).map((images) => ({ ...it, pod: { ...pod, images } })) : []),
    ...(pod.pullSecrets ? [{ ...it, pod: { ...pod, pullSecrets: undefined } }] : []),
    ...without(pod.pullSecrets ?? []).map((pullSecrets) => ({ ...it, pod: { ...pod, pullSecrets } })),
    ...(pod.serviceAccount ? [{ ...it, pod: { ...pod, serviceAccount: undefined } }] : []),
    ...(pod.startsWithInit ? [{ ...it, pod: { ...pod, startsWithInit: false } }] : []),
  ];
}

function reducedSecrets(secret: SecretCase): SecretCase[] {
  const fewer = secret.entries.map((entry) => ({
    ...secret,
    entries: secret.entries.filter((other) => other !== entry),
  }));
  return secret.kind === 'config' ? fewer : [...fewer, { ...secret, kind: 'config' }];
}

/** Takes things away from a case as long as it still fails, and returns what cannot be made smaller. */
export async function smallest(
  it: AgreementCase,
  fail: (cases: readonly AgreementCase[]) => Promise<readonly boolean[]>,
): Promise<AgreementCase> {
  const candidates = reductions(it);
  const failed = await fail(candidates);
  const next = candidates.find((_, index) => failed[index]);
  return next === undefined ? it : smallest(next, fail);
}
