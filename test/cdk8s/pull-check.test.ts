import { ApiObject, type App, Chart, Testing } from 'cdk8s';
import { CheckSeverity, PodDefaults, PrivateRegistryAccess, PullCheck, PullSecret } from '../../src';
import * as check from '../../src/check';
import { ghcr } from './synth';

function appWith(image: string, spec: object = {}): { app: App; chart: Chart } {
  const app = Testing.app();
  const chart = new Chart(app, 'team', { namespace: 'payments' });
  new ApiObject(chart, 'api', {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'api' },
    spec: { template: { spec: { containers: [{ name: 'api', image }], ...spec } } },
  });
  return { app, chart };
}

test('an image without a credential fails the synth, with the path of the construct and the way out', () => {
  const { app } = appWith('ghcr.io/acme/api:3.1.0');
  PullCheck.of(app).enforce();
  expect(() => app.synth()).toThrowErrorMatchingInlineSnapshot(`
"Validation failed with the following errors:
  [] missing-credential: team/api (spec.template.spec.containers[0].image): 'ghcr.io/acme/api:3.1.0' has no credential: the pod has no pull secret; make a Secret with a login for 'ghcr.io' in namespace 'payments', and name it in imagePullSecrets of ServiceAccount 'default' or of the pod; if the image is public, declare 'ghcr.io/acme/api' public"
`);
});

test('an image that will be pulled passes', () => {
  const { app, chart } = appWith('ghcr.io/acme/api:3.1.0');
  new PrivateRegistryAccess(chart, 'pull', { namespaces: ['payments'], pullSecrets: [ghcr()] });
  PullCheck.of(app).enforce();
  expect(() => app.synth()).not.toThrow();
});

test.each([
  ['whatever is asked for', PullSecret.existing('partner'), []],
  ['what is declared', PullSecret.existing('partner', { covers: ['ghcr.io/acme'] }), []],
  [
    'no more than that',
    PullSecret.existing('partner', { covers: ['quay.io/partner/'] }),
    [expect.stringMatching(/^missing-credential: team\/api /)],
  ],
])('a Secret that somebody else makes is taken to hold %s', (_title, pullSecret, findings) => {
  const { app, chart } = appWith('ghcr.io/acme/api:3.1.0');
  new PrivateRegistryAccess(chart, 'pull', { namespaces: ['payments'], pullSecrets: [pullSecret] });
  expect(PullCheck.of(app).findings()).toEqual(findings);
});

test.each([
  ['a public image', { publicImages: ['ghcr.io/acme/*'] }],
  ['an image that the nodes log in for', { nodeImages: ['ghcr.io'] }],
  ['a finding that is accepted', { suppressions: [{ rule: 'missing-credential', reason: 'the node has the image' }] }],
])('%s is no finding', (_title, props) => {
  const { app } = appWith('ghcr.io/acme/api:3.1.0');
  expect(PullCheck.of(app).findings(props)).toEqual([]);
});

test('warnings and advice fail the synth where that is asked for', () => {
  const { app } = appWith('registry.k8s.io/pause:latest');
  expect(PullCheck.of(app).findings()).toEqual([]);
  expect(PullCheck.of(app).findings({ failOn: CheckSeverity.INFO })).not.toEqual([]);
});

test('a severity that is none does not let everything pass', () => {
  const { app } = appWith('ghcr.io/acme/api:3.1.0');
  const props = { failOn: 'warn' as CheckSeverity };
  const refusal = "a severity is one of error, warning, info: got 'warn' for failOn";
  expect(() => PullCheck.of(app).findings(props)).toThrow(refusal);
  expect(() => PullCheck.of(app).enforce(props)).toThrow(refusal);
});

test('a custom kind that PodDefaults knows is checked too', () => {
  const { app, chart } = appWith('registry.k8s.io/pause:3.10');
  new ApiObject(chart, 'worker', {
    apiVersion: 'acme.com/v1',
    kind: 'Worker',
    spec: { pod: { containers: [{ name: 'w', image: 'ghcr.io/acme/w:1' }] } },
  });
  expect(PullCheck.of(app).findings()).toEqual([]);
  PodDefaults.of(app).registerKind({ apiGroup: 'acme.com', kind: 'Worker', podSpecPath: 'spec.pod' });
  expect(PullCheck.of(app).findings()).toEqual([expect.stringContaining('team/worker (spec.pod.containers[0].image)')]);
});

describe('cdk8s validates the app once for each of its charts and once more', () => {
  function appOfCharts(count: number): App {
    const app = Testing.app();
    for (let i = 0; i < count; i++) new Chart(app, `chart-${i}`);
    return app;
  }

  test('the check runs once for all of them', () => {
    const app = appOfCharts(20);
    PullCheck.of(app).enforce();
    const runs = jest.spyOn(check, 'checkManifests');
    app.synth();
    expect(runs).toHaveBeenCalledTimes(1);
    app.synth();
    expect(runs).toHaveBeenCalledTimes(2);
  });

  test('an answer is never given for a tree that has changed', () => {
    const { app, chart } = appWith('registry.k8s.io/pause:3.10');
    PullCheck.of(app).enforce();
    expect(() => app.synth()).not.toThrow();
    new ApiObject(chart, 'pod', {
      apiVersion: 'v1',
      kind: 'Pod',
      spec: { containers: [{ name: 'p', image: 'ghcr.io/acme/p:1' }] },
    });
    expect(() => Testing.synth(chart)).toThrow('missing-credential');
    chart.node.tryRemoveChild('pod');
    expect(() => Testing.synth(chart)).not.toThrow();
  });
});
