import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, type App, Chart, Cron, Helm, Include, JsonPatch, Lazy, Testing } from 'cdk8s';
import * as kplus28 from 'cdk8s-plus-28';
import * as kplus33 from 'cdk8s-plus-33';
import { KubeDeployment } from 'cdk8s-plus-33/lib/imports/k8s';
import { Construct } from 'constructs';
import { type CustomKindProps, ImagePullPolicy, PodDefaults } from '../../src';
import { newChart } from './synth';

const containers = [{ name: 'app', image: 'ghcr.io/acme/app:1' }];
const podSpec = { containers };
const template = { spec: podSpec };
const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);

test.each([
  ['v1', 'Pod', { spec: podSpec }, 'spec'],
  ['apps/v1', 'Deployment', { spec: { template } }, 'spec.template.spec'],
  ['apps/v1', 'StatefulSet', { spec: { template } }, 'spec.template.spec'],
  ['apps/v1', 'DaemonSet', { spec: { template } }, 'spec.template.spec'],
  ['apps/v1', 'ReplicaSet', { spec: { template } }, 'spec.template.spec'],
  ['v1', 'ReplicationController', { spec: { template } }, 'spec.template.spec'],
  ['batch/v1', 'Job', { spec: { template } }, 'spec.template.spec'],
  ['batch/v1', 'CronJob', { spec: { jobTemplate: { spec: { template } } } }, 'spec.jobTemplate.spec.template.spec'],
  ['v1', 'PodTemplate', { template }, 'template.spec'],
  ['argoproj.io/v1alpha1', 'Rollout', { spec: { template } }, 'spec.template.spec'],
  ['serving.knative.dev/v1', 'Service', { spec: { template } }, 'spec.template.spec'],
])('%s %s', (apiVersion, kind, fields, path) => {
  const chart = newChart();
  PodDefaults.of(chart).add({ imagePullSecrets: ['regcred'] });
  new ApiObject(chart, 'object', { apiVersion, kind, ...fields });
  expect(at(Testing.synth(chart)[0], path)).toEqual({ containers, imagePullSecrets: [{ name: 'regcred' }] });
});

test('a kind that holds no pod spec is left alone, and so is a `spec` that only looks like one', () => {
  const chart = newChart();
  PodDefaults.of(chart).add({ imagePullSecrets: ['regcred'] });
  new ApiObject(chart, 'service', { apiVersion: 'v1', kind: 'Service', spec: { containers } });
  expect(Testing.synth(chart)[0].spec).toEqual({ containers });
});

test('a custom kind is registered with the path of its pod spec', () => {
  const chart = newChart();
  PodDefaults.of(chart)
    .registerKind({ apiGroup: 'acme.com', kind: 'Worker', podSpecPath: 'spec.pod' })
    .add({ imagePullSecrets: ['regcred'] });
  new ApiObject(chart, 'worker', { apiVersion: 'acme.com/v2', kind: 'Worker', spec: { pod: podSpec } });
  expect(Testing.synth(chart)[0].spec.pod.imagePullSecrets).toEqual([{ name: 'regcred' }]);
});

test('a custom kind by its apiVersion is the same kind', () => {
  const chart = newChart();
  PodDefaults.of(chart)
    .registerKind({ apiGroup: 'acme.com/v1', kind: 'Worker', podSpecPath: 'spec.pod' })
    .add({ imagePullSecrets: ['regcred'] });
  new ApiObject(chart, 'worker', { apiVersion: 'acme.com/v2', kind: 'Worker', spec: { pod: podSpec } });
  expect(Testing.synth(chart)[0].spec.pod.imagePullSecrets).toEqual([{ name: 'regcred' }]);
});

test.each([
  [{ apiGroup: 'acme.com', kind: 'Worker', podSpecPath: 'spec..pod' }, "got 'acme.com/Worker=spec..pod'"],
  [{ apiGroup: 'acme.com', kind: '' }, "got 'acme.com/=spec.template.spec'"],
  [{ kind: 'Worker' } as CustomKindProps, 'apiGroup of a custom kind must be a string: got undefined'],
])('no custom kind: %j', (kind, message) => {
  expect(() => PodDefaults.of(newChart()).registerKind(kind)).toThrow(
    expect.objectContaining({ code: 'manifest-custom-kind', message: expect.stringContaining(message) }),
  );
});

describe.each([
  ['cdk8s-plus-28', kplus28 as unknown as typeof kplus33],
  ['cdk8s-plus-33', kplus33],
])('%s, whose specs are lazy', (_name, kplus) => {
  test('a Deployment with a registry of its own, and a CronJob', () => {
    const chart = newChart('a');
    PodDefaults.of(chart).add({ imagePullSecrets: ['regcred'] });
    const dockerRegistryAuth = kplus.Secret.fromSecretName(chart, 'own', 'own');
    new kplus.Deployment(chart, 'deployment', { containers: [{ image: 'ghcr.io/acme/app:1' }], dockerRegistryAuth });
    new kplus.CronJob(chart, 'job', { containers: [{ image: 'ghcr.io/acme/app:1' }], schedule: Cron.daily() });
    const [deployment, job] = Testing.synth(chart);
    expect(deployment.spec.template.spec.imagePullSecrets).toEqual([{ name: 'own' }, { name: 'regcred' }]);
    expect(job.spec.jobTemplate.spec.template.spec.imagePullSecrets).toEqual([{ name: 'regcred' }]);
  });
});

test('a spec of which parts are lazy', () => {
  const chart = newChart();
  PodDefaults.of(chart).add({ imagePullSecrets: ['regcred'], imagePullPolicy: ImagePullPolicy.ALWAYS });
  new ApiObject(chart, 'pod', {
    apiVersion: 'v1',
    kind: 'Pod',
    spec: {
      containers: Lazy.any({ produce: () => containers }),
      imagePullSecrets: Lazy.any({ produce: () => [{ name: 'own' }] }),
    },
  });
  expect(Testing.synth(chart)[0].spec).toEqual({
    containers: [{ ...containers[0], imagePullPolicy: 'Always' }],
    imagePullSecrets: [{ name: 'own' }, { name: 'regcred' }],
  });
});

test('an object from `cdk8s import`, which maps its fields after they are resolved', () => {
  const chart = newChart();
  PodDefaults.of(chart).add({ imagePullSecrets: ['regcred'], automountServiceAccountToken: false });
  const labels = { app: 'web' };
  new KubeDeployment(chart, 'web', {
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: podSpec } },
  });
  expect(Testing.synth(chart)[0].spec.template.spec).toEqual({
    automountServiceAccountToken: false,
    containers,
    imagePullSecrets: [{ name: 'regcred' }],
  });
});

describe('JSON patches', () => {
  const patched = (fields: object, ...patches: readonly JsonPatch[]) => {
    const chart = newChart();
    PodDefaults.of(chart).add({ imagePullSecrets: ['regcred'] });
    const pod = new ApiObject(chart, 'pod', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, ...fields });
    pod.addJsonPatch(...patches);
    expect(Testing.synth(chart)).toEqual(Testing.synth(chart));
    return Testing.synth(chart)[0];
  };
  const imagePullSecrets = [{ name: 'regcred' }];

  test('a pod spec that comes by patch, as in a program in Python', () => {
    const { spec } = patched({}, JsonPatch.add('/spec', { containers }));
    expect(spec).toEqual({ containers, imagePullSecrets });
  });

  test('one that comes in pieces', () => {
    const pieces = [JsonPatch.add('/spec', {}), JsonPatch.add('/spec/containers', containers)];
    expect(patched({}, ...pieces).spec).toEqual({ containers, imagePullSecrets });
  });

  test('where there is a pod spec, patches have the last word', () => {
    expect(patched({ spec: podSpec }, JsonPatch.remove('/spec/imagePullSecrets')).spec).toEqual({ containers });
    expect(patched({ spec: podSpec }, JsonPatch.add('/spec/imagePullSecrets/-', { name: 'own' })).spec).toEqual({
      containers,
      imagePullSecrets: [...imagePullSecrets, { name: 'own' }],
    });
  });

  test('an object without a pod spec stays as it is', () => {
    expect(patched({}, JsonPatch.add('/metadata/labels', { app: 'web' }))).toEqual({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'web', labels: { app: 'web' } },
    });
  });
});

describe('content that another program rendered', () => {
  const folder = mkdtempSync(join(tmpdir(), 'regcred-'));
  const pod = JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec: podSpec });

  test('objects that `Include` reads', () => {
    const url = join(folder, 'pod.yaml');
    writeFileSync(url, `---\n${pod}\n`);
    const chart = newChart();
    PodDefaults.of(chart).add({ imagePullSecrets: ['regcred'] });
    new Include(chart, 'include', { url });
    expect(Testing.synth(chart)[0].spec.imagePullSecrets).toEqual([{ name: 'regcred' }]);
  });

  test('objects that `Helm` renders', () => {
    const helmExecutable = join(folder, 'helm');
    writeFileSync(helmExecutable, `#!/bin/sh\ncat <<'EOF'\n---\n${pod}\nEOF\n`);
    chmodSync(helmExecutable, 0o755);
    const chart = newChart();
    PodDefaults.of(chart).add({ imagePullSecrets: ['regcred'] });
    new Helm(chart, 'helm', { chart: './chart', helmExecutable });
    expect(Testing.synth(chart)[0].spec.imagePullSecrets).toEqual([{ name: 'regcred' }]);
  });
});

test('the nearer scope holds for single values, and lists are joined from the outside in', () => {
  const app = Testing.app();
  const chart = new Chart(app, 'chart');
  const team = new Construct(chart, 'team');
  PodDefaults.of(app).add({
    imagePullSecrets: ['org'],
    serviceAccountName: 'org',
    automountServiceAccountToken: false,
  });
  PodDefaults.of(team).add({ imagePullSecrets: ['team'], serviceAccountName: 'team' });
  new ApiObject(team, 'inside', { apiVersion: 'v1', kind: 'Pod', spec: podSpec });
  new ApiObject(chart, 'outside', { apiVersion: 'v1', kind: 'Pod', spec: podSpec });
  const [inside, outside] = Testing.synth(chart).map((doc) => ({ ...doc.spec, containers: undefined }));
  expect(inside).toEqual({
    automountServiceAccountToken: false,
    imagePullSecrets: [{ name: 'org' }, { name: 'team' }],
    serviceAccountName: 'team',
  });
  expect(outside).toEqual({
    automountServiceAccountToken: false,
    imagePullSecrets: [{ name: 'org' }],
    serviceAccountName: 'org',
  });
});

test('synthesised twice, a chart comes out the same', () => {
  const chart = newChart();
  PodDefaults.of(chart).add({ imagePullSecrets: ['regcred'] });
  new ApiObject(chart, 'pod', { apiVersion: 'v1', kind: 'Pod', spec: podSpec });
  expect(Testing.synth(chart)).toEqual(Testing.synth(chart));
  expect(podSpec).toEqual({ containers });
});

test('a construct that stands in no App cannot have defaults', () => {
  const chart = new Chart(undefined as unknown as App, 'alone');
  expect(() => PodDefaults.of(chart).add({})).toThrow(
    "'alone' stands in no cdk8s App: start the tree with new App() and make the chart in it",
  );
});

test.each([
  [{ imagePullSecrets: ['Docker Hub'] }, "got 'Docker Hub', write 'docker-hub'"],
  [{ serviceAccountName: 'My_SA' }, "got 'My_SA', write 'my-sa'"],
])('%j is refused', (defaults, message) => {
  expect(() => PodDefaults.of(newChart()).add(defaults)).toThrow(message);
});
