import { ApiObject, Chart, JsonPatch, Lazy, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-33';
import {
  PodDefaults,
  PrivateRegistryAccess,
  PullSecret,
  RuntimeIdentity,
  ServiceAccountBinding,
  WorkloadIdentity,
  type WorkloadIdentityProps,
} from '../../src';
import { documentOf, newChart } from './synth';

const USE = 'azure.workload.identity/use';
const runtime = RuntimeIdentity.azure({ clientId: '11111111-2222-3333-4444-555555555555' });
const containers = [{ name: 'api', image: 'ghcr.io/acme/api:1' }];

describe("Azure's label, on the pods that run as the account", () => {
  const azure = (chart: Chart, props: Partial<WorkloadIdentityProps> = {}) =>
    new WorkloadIdentity(chart, 'api', { namespaces: ['payments'], serviceAccount: 'api', runtime, ...props });
  const pod = (chart: Chart, name: string, spec: object, metadata: object = {}) =>
    new ApiObject(chart, name, { apiVersion: 'v1', kind: 'Pod', metadata: { name, ...metadata }, spec });
  const labelled = (chart: Chart) =>
    Testing.synth(chart)
      .filter(({ kind, metadata }) => kind === 'Pod' && metadata.labels?.[USE] === 'true')
      .map(({ metadata }) => metadata.name);

  test('and on no others: of another account, another namespace, another scope', () => {
    const app = Testing.app();
    const chart = new Chart(app, 'chart', { namespace: 'payments' });
    const elsewhere = new Chart(app, 'elsewhere', { namespace: 'payments' });
    azure(chart);
    pod(chart, 'named', { containers, serviceAccountName: 'api' });
    pod(chart, 'named-the-old-way', { containers, serviceAccount: 'api' });
    pod(chart, 'lazily-named', { containers, serviceAccountName: Lazy.any({ produce: () => 'api' }) });
    pod(chart, 'of-default', { containers });
    pod(chart, 'of-another', { containers, serviceAccountName: 'web' });
    pod(chart, 'of-another-namespace', { containers, serviceAccountName: 'api' }, { namespace: 'orders' });
    pod(elsewhere, 'of-another-scope', { containers, serviceAccountName: 'api' });
    expect(labelled(chart)).toEqual(['named', 'named-the-old-way', 'lazily-named']);
    expect(labelled(elsewhere)).toEqual([]);
  });

  test('also where a default names the account', () => {
    const chart = newChart('payments');
    azure(chart);
    PodDefaults.of(chart).add({ serviceAccountName: 'api' });
    pod(chart, 'silent', { containers });
    pod(chart, 'of-another', { containers, serviceAccountName: 'web' });
    expect(labelled(chart)).toEqual(['silent']);
  });

  test('also where the account is `default` and nobody names it', () => {
    const chart = newChart('payments');
    azure(chart, { serviceAccount: 'default' });
    pod(chart, 'silent', { containers });
    expect(labelled(chart)).toEqual(['silent']);
  });

  test('also where its spec comes by JSON patch', () => {
    const chart = newChart('payments');
    azure(chart);
    const patched = new ApiObject(chart, 'patched', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'patched' } });
    patched.addJsonPatch(JsonPatch.add('/spec', { containers, serviceAccountName: 'api' }));
    expect(labelled(chart)).toEqual(['patched']);
  });

  test("a pod's own value holds, and its other labels stay", () => {
    const chart = newChart('payments');
    azure(chart);
    const spec = { containers, serviceAccountName: 'api' };
    pod(chart, 'out', spec, { labels: { [USE]: 'false' } });
    pod(chart, 'in', spec, { labels: { app: 'web' } });
    const labels = (name: string) => documentOf(chart, 'Pod', name).metadata.labels;
    expect(labels('out')).toEqual({ [USE]: 'false' });
    expect(labels('in')).toEqual({ app: 'web', [USE]: 'true' });
  });

  const template = { spec: { containers, serviceAccountName: 'api' } };
  test.each([
    ['apps/v1', 'Deployment', { spec: { selector: {}, template } }, ['spec', 'template']],
    [
      'batch/v1',
      'CronJob',
      { spec: { jobTemplate: { spec: { template } } } },
      ['spec', 'jobTemplate', 'spec', 'template'],
    ],
    ['v1', 'PodTemplate', { template }, ['template']],
    [
      'jobset.x-k8s.io/v1alpha2',
      'JobSet',
      { spec: { replicatedJobs: [{ name: 'a', template: { spec: { template } } }] } },
      ['spec', 'replicatedJobs', '0', 'template', 'spec', 'template'],
    ],
  ])('%s %s: on the template, not on the object', (apiVersion, kind, fields, path) => {
    const chart = newChart('payments');
    azure(chart);
    new ApiObject(chart, 'object', { apiVersion, kind, ...fields });
    const object = documentOf(chart, kind);
    expect(path.reduce((inner, key) => inner[key], object).metadata.labels).toEqual({ [USE]: 'true' });
    expect(object.metadata).not.toHaveProperty('labels');
  });

  test('a custom kind that holds a bare spec has no metadata to label', () => {
    const chart = newChart('payments');
    azure(chart);
    PodDefaults.of(chart).registerKind({ apiGroup: 'acme.com', kind: 'Worker', podSpecPath: 'spec.pod' });
    const spec = { pod: { containers, serviceAccountName: 'api' } };
    new ApiObject(chart, 'worker', { apiVersion: 'acme.com/v1', kind: 'Worker', spec });
    expect(documentOf(chart, 'Worker').spec).toEqual(spec);
  });

  test('cdk8s-plus, whose specs are lazy, beside the pull secrets of PrivateRegistryAccess', () => {
    const chart = newChart('payments');
    azure(chart);
    new PrivateRegistryAccess(chart, 'pull', {
      namespaces: ['payments'],
      pullSecrets: [PullSecret.existing('regcred')],
      serviceAccounts: [ServiceAccountBinding.patch({ name: 'api' })],
    });
    const serviceAccount = kplus.ServiceAccount.fromServiceAccountName(chart, 'account', 'api');
    new kplus.Deployment(chart, 'web', { containers: [{ image: 'ghcr.io/acme/web:1' }], serviceAccount });
    const { metadata, spec } = documentOf(chart, 'Deployment').spec.template;
    expect(metadata.labels).toEqual({ [USE]: 'true', 'cdk8s.io/metadata.addr': expect.any(String) });
    expect(spec.imagePullSecrets).toEqual([{ name: 'regcred' }]);
  });

  test('synthesised twice, a chart comes out the same', () => {
    const chart = newChart('payments');
    azure(chart);
    pod(chart, 'web', { containers, serviceAccountName: 'api' });
    expect(Testing.synth(chart)).toEqual(Testing.synth(chart));
  });
});
