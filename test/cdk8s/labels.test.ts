import type { Chart } from 'cdk8s';
import {
  FanOutEngine,
  NamespaceFanOut,
  NamespaceSelector,
  PrivateRegistryAccess,
  RegistryPolicy,
  SecretReader,
  SecretReaders,
  ServiceAccountBinding,
  WorkloadIdentity,
} from '../../src';
import { ghcr, newChart } from './synth';

const workload = { namespaces: ['shop'], serviceAccount: 'api' };

// what the API server would refuse, when the manifests are applied
describe('labels and annotations that are none', () => {
  const labels = { 'a b': 'x y' };
  const annotations = { 'a b': 'x y' };
  const props = { namespaces: ['shop'], pullSecrets: [ghcr()] };
  const fanOut = { selector: NamespaceSelector.all(), engine: FanOutEngine.none(), pullSecrets: [ghcr()] };
  const policy = { refuseLatest: true };
  const readers = { namespaces: ['shop'], secrets: ['regcred'], readers: [SecretReader.serviceAccount('scanner')] };

  test.each<[string, string, (chart: Chart) => unknown]>([
    ['PrivateRegistryAccess', 'label', (chart) => new PrivateRegistryAccess(chart, 'a', { ...props, labels })],
    [
      'PrivateRegistryAccess',
      'annotation',
      (chart) => new PrivateRegistryAccess(chart, 'a', { ...props, annotations }),
    ],
    ['ServiceAccountBinding', 'label', () => ServiceAccountBinding.create({ name: 'app', labels })],
    ['ServiceAccountBinding', 'annotation', () => ServiceAccountBinding.create({ name: 'app', annotations })],
    ['NamespaceFanOut', 'label', (chart) => new NamespaceFanOut(chart, 'a', { ...fanOut, labels })],
    ['NamespaceFanOut', 'annotation', (chart) => new NamespaceFanOut(chart, 'a', { ...fanOut, annotations })],
    ['WorkloadIdentity', 'label', (chart) => new WorkloadIdentity(chart, 'a', { ...workload, labels })],
    ['RegistryPolicy', 'label', (chart) => new RegistryPolicy(chart, 'a', { ...policy, labels })],
    ['RegistryPolicy', 'annotation', (chart) => new RegistryPolicy(chart, 'a', { ...policy, annotations })],
    ['SecretReaders', 'label', (chart) => new SecretReaders(chart, 'a', { ...readers, labels })],
  ])('%s: %s', (_, code, make) => {
    expect(() => make(newChart())).toThrow(expect.objectContaining({ code }));
  });
});
