import type { PullExplanation } from '../../src/check';
import { formatExplanations } from '../../src/report';

const EXPLANATION: PullExplanation = {
  pods: [{ namespace: 'payments', kind: 'Deployment', name: 'api', container: 'main' }],
  image: 'ghcr.io/acme/api:1',
  name: 'ghcr.io/acme/api',
  namespace: 'payments',
  serviceAccount: 'api',
  hasServiceAccount: true,
  pullSecretsFrom: 'service-account',
  secrets: [
    {
      name: 'regcred',
      keys: [
        { serverKey: 'ghcr.io/acme/', username: 'octocat', order: 1, why: 'matches' },
        { serverKey: 'ghcr.io:443', username: '', why: 'has another port', suggestion: 'ghcr.io' },
      ],
    },
    { name: 'old', note: "not in namespace 'payments': the kubelet passes over it", keys: [] },
  ],
  verdict: 'credential',
  why: "the kubelet logs in with the key 'ghcr.io/acme/' of Secret 'regcred'",
};

test('the way from pods to keys', () => {
  expect(formatExplanations([EXPLANATION])).toMatchInlineSnapshot(`
"ghcr.io/acme/api:1
  looked up as    ghcr.io/acme/api
  pods            Deployment/payments/api (main)
  ServiceAccount  api in namespace payments
  pull secrets    copied from the ServiceAccount when the pod is created

  Secret regcred
    1.  ghcr.io/acme/  as octocat          tried: it matches
    -   ghcr.io:443    without a username  not tried: it has another port; write 'ghcr.io'

  Secret old: not in namespace 'payments': the kubelet passes over it

  credential: the kubelet logs in with the key 'ghcr.io/acme/' of Secret 'regcred'
"
`);
});

test('a pod that would be, under an account that is not there', () => {
  const wouldBe = {
    pods: [],
    hasServiceAccount: false,
    pullSecretsFrom: 'none',
    secrets: [],
    verdict: 'missing',
  } as const;
  expect(
    formatExplanations([{ ...EXPLANATION, ...wouldBe, why: 'the pod has no pull secret' }]),
  ).toMatchInlineSnapshot(`
"ghcr.io/acme/api:1
  looked up as    ghcr.io/acme/api
  pods            none of the manifests has it: this is for a pod that would
  ServiceAccount  api in namespace payments, which no manifest has
  pull secrets    none: neither the pod nor its ServiceAccount names one

  missing: the pod has no pull secret
"
`);
});

test('colours only when told so', () => {
  expect(formatExplanations([EXPLANATION], { color: true })).toContain('\u001b[32m');
  expect(formatExplanations([EXPLANATION])).not.toContain('\u001b');
});

test('what stands in a manifest cannot steer the terminal', () => {
  expect(formatExplanations([{ ...EXPLANATION, image: '\u001b[2J' }])).toContain('\\u{1b}[2J');
});
