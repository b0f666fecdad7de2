import { checkManifests } from '../../../src/check';
import { documentOf } from '../../../src/manifest';
import { findings, pod } from '../objects';

const annotations = { 'kubernetes.io/config.source': 'file' };
const rule = 'static-pod-with-secrets';

test('hit: what the kubelet does with it depends on its version', () => {
  const objects = [pod({ annotations, secrets: ['regcred'] })];
  const message = "error Pod/api spec.imagePullSecrets: static pod 'api' names pull secrets";
  expect(findings(rule, objects)).toEqual([`${message}: the kubelet refuses it`]);
  expect(findings(rule, objects, { kubernetesVersion: 'v1.33.6' })).toEqual([
    `${message}: the kubelet does not use them`,
  ]);
});

test("hit: a file in the kubelet's folder", () => {
  const document = documentOf(pod({ secrets: ['regcred'] }), 'node/etc/kubernetes/manifests/proxy.yaml');
  expect(checkManifests([document]).findings.map((finding) => finding.rule)).toEqual([rule]);
});

test('miss: a static pod without, and a pod that is none', () => {
  expect(findings(rule, [pod({ annotations }), pod({ secrets: ['regcred'] })])).toEqual([]);
});
