import { Chart, Testing } from 'cdk8s';
import {
  FanOutEngine,
  NamespaceFanOut,
  type NamespaceFanOutProps,
  NamespaceSelector,
  PodBinding,
  PolicyEngine,
  PullSecret,
  RegistryPolicy,
  ServiceAccountBinding,
} from '../../src';
import type { KubernetesObject } from '../../src/kubernetes';
import { ghcr } from '../cdk8s/synth';

/** A fan-out to the namespaces of a team. */
export function fanOut(props: Partial<NamespaceFanOutProps>): Chart {
  const chart = new Chart(Testing.app(), 'test');
  new NamespaceFanOut(chart, 'fan-out', {
    selector: NamespaceSelector.labels({ 'acme.com/team': 'shop' }),
    pullSecrets: [ghcr()],
    engine: FanOutEngine.none(),
    ...props,
  });
  return chart;
}

/** Documents of every kind that a fan-out or a policy makes, for the engines' own schemas. */
export function fanOutDocuments(): KubernetesObject[] {
  const pullSecrets = [ghcr(), PullSecret.existing('second')];
  const serviceAccounts = [ServiceAccountBinding.patchDefault()];
  const policy = new Chart(Testing.app(), 'policy');
  new RegistryPolicy(policy, 'p', { allowedImages: ['ghcr.io'], refuseLatest: true, engine: PolicyEngine.KYVERNO });
  const charts = [
    policy,
    fanOut({ pullSecrets, engine: FanOutEngine.externalSecrets(), labels: { a: 'b' }, annotations: { c: 'd' } }),
    fanOut({ pullSecrets, engine: FanOutEngine.kyverno(), serviceAccounts }),
    fanOut({ engine: FanOutEngine.reflector(), podBinding: PodBinding.KYVERNO }),
  ];
  return charts.flatMap((chart) => Testing.synth(chart));
}
