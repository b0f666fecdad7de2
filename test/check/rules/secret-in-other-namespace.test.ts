import { account, type check, findings, PUBLIC, pod, secret } from '../objects';

const found = (...objects: Parameters<typeof check>[0]) => findings('secret-in-other-namespace', objects);
const elsewhere = (...namespaces: string[]) => namespaces.map((namespace) => secret(['ghcr.io'], { namespace }));

test('hit: where it is instead', () => {
  expect(found(...elsewhere('default'), pod({ secrets: ['regcred'] }))).toEqual([
    "error Pod/api spec.imagePullSecrets[0].name: Secret 'regcred' is not in namespace 'app', only in 'default'",
  ]);
  expect(found(...elsewhere('d', 'c', 'b', 'a', 'e'), account('default', ['regcred']), pod({ image: PUBLIC }))).toEqual(
    [
      "warning ServiceAccount/default imagePullSecrets[0].name: Secret 'regcred' is not in namespace 'app', only in 'a', 'b', 'c' and 2 more",
    ],
  );
});

test('miss: it is here too, or nowhere', () => {
  expect(found(...elsewhere('default', 'app'), pod({ secrets: ['regcred'] }))).toEqual([]);
  expect(found(pod({ secrets: ['regcred'] }))).toEqual([]);
});
