import type { AgreementCase } from '../e2e/agreement/case';
import { smallest } from '../e2e/agreement/smallest';

const image = { registry: 'ghcr.io', group: 'acme', pullPolicy: 'Always' } as const;
const it: AgreementCase = {
  secrets: [
    { name: 'regcred', kind: 'legacy', entries: [{ serverKey: 'ghcr.io', login: 'acme' }] },
    {
      name: 'ghcr',
      kind: 'config',
      entries: [
        { serverKey: 'ghcr.io', login: 'stranger' },
        { serverKey: 'docker.io', login: 'acme' },
      ],
    },
  ],
  accounts: { default: ['regcred', 'absent'], app: ['ghcr'] },
  pod: { images: [image, image], startsWithInit: true, serviceAccount: 'app', pullSecrets: ['ghcr', 'regcred'] },
};

test('a case is reduced to what makes it fail', async () => {
  const hasStranger = ({ secrets }: AgreementCase) =>
    secrets.some(({ entries }) => entries.some(({ login }) => login === 'stranger'));
  expect(await smallest(it, async (cases) => cases.map(hasStranger))).toEqual({
    secrets: [{ name: 'ghcr', kind: 'config', entries: [{ serverKey: 'ghcr.io', login: 'stranger' }] }],
    accounts: { default: [], app: [] },
    pod: { images: [image], startsWithInit: false, serviceAccount: undefined, pullSecrets: undefined },
  });
});

test('a case that nothing can be taken from stays as it is', async () => {
  expect(await smallest(it, async (cases) => cases.map(() => false))).toBe(it);
});
