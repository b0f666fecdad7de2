import { Secret } from '@pulumi/kubernetes/core/v1';
import * as pulumi from '@pulumi/pulumi';
import { PrivateRegistryAccess, PullSecret, podDefaults } from '../../src/pulumi';
import { deploy } from './mock-stack';

const POD = { containers: [{ name: 'app', image: 'ghcr.io/acme/app:1' }] };
const template = (spec: object) => ({ spec: { template: { spec } } });

/** What a transform makes of a resource: resolved, as the engine would get it. */
async function transformed(
  make: () => pulumi.ResourceTransform,
  props: pulumi.Inputs,
  type = 'kubernetes:apps/v1:Deployment',
  preview = false,
): Promise<{ props?: unknown; dependsOn?: readonly string[] }> {
  let result: { props?: unknown; dependsOn?: readonly string[] } = {};
  await deploy(
    async () => {
      const made = await make()({ custom: true, type, name: 'it', props, opts: {} });
      if (made === undefined) return;
      const dependsOn = (made.opts.dependsOn ?? []) as Secret[];
      const urns = await Promise.all(dependsOn.map((each) => resolved(each.urn)));
      result = {
        props: await pulumi.runtime.serializeProperties('props', made.props),
        dependsOn: urns.map((urn) => String(urn).split('::').pop() ?? ''),
      };
    },
    { preview },
  );
  return result;
}

const resolved = (output: pulumi.Output<unknown>) => new Promise((resolve) => output.apply(resolve));

test.each([
  ['core/v1:Pod', { spec: POD }, 'spec'],
  ['apps/v1:Deployment', template(POD), 'spec.template.spec'],
  ['core/v1:PodTemplate', { template: { spec: POD } }, 'template.spec'],
  ['core/v1:ReplicationController', template(POD), 'spec.template.spec'],
  ['apps/v1:DaemonSet', template(POD), 'spec.template.spec'],
  ['apps/v1:ReplicaSet', template(POD), 'spec.template.spec'],
  ['apps/v1:StatefulSet', template(POD), 'spec.template.spec'],
  ['batch/v1:Job', template(POD), 'spec.template.spec'],
  ['batch/v1:CronJob', { spec: { jobTemplate: template(POD) } }, 'spec.jobTemplate.spec.template.spec'],
  ['argoproj.io/v1alpha1:Rollout', template(POD), 'spec.template.spec'],
])('%s gets the pull secret', async (type, props, path) => {
  const { props: filled } = await transformed(() => podDefaults('regcred'), props, `kubernetes:${type}`);
  expect(filled).toHaveProperty(path, { ...POD, imagePullSecrets: [{ name: 'regcred' }] });
});

test.each(['core/v1:Secret', 'core/v1:Service', 'helm.sh/v3:Release', 'apps/v1:DeploymentPatch'])(
  '%s is left alone',
  async (type) => {
    expect(await transformed(() => podDefaults('regcred'), { spec: POD }, `kubernetes:${type}`)).toEqual({});
  },
);

test('a kind of somebody else is reached where it is told where its pods are, also several of them', async () => {
  const customKinds = [{ group: 'acme.com', kind: 'Fleet', podSpecPath: ['spec', 'ships', '*', 'pod'] }];
  const { props } = await transformed(
    () => podDefaults('regcred', { customKinds }),
    { spec: { ships: [{ pod: POD }, { pod: { containers: [] } }] } },
    'kubernetes:acme.com/v1:Fleet',
  );
  const imagePullSecrets = [{ name: 'regcred' }];
  expect(props).toEqual({
    spec: { ships: [{ pod: { ...POD, imagePullSecrets } }, { pod: { containers: [], imagePullSecrets } }] },
  });
});

test('own pull secrets are kept, and what the pod says holds', async () => {
  const { props } = await transformed(
    () =>
      podDefaults('regcred', {
        serviceAccountName: 'app',
        automountServiceAccountToken: false,
        imagePullPolicy: 'Always',
      }),
    template({ ...POD, serviceAccountName: 'own', imagePullSecrets: [{ name: 'own' }] }),
  );
  expect(props).toEqual(
    template({
      containers: [{ ...POD.containers[0], imagePullPolicy: 'Always' }],
      serviceAccountName: 'own',
      automountServiceAccountToken: false,
      imagePullSecrets: [{ name: 'own' }, { name: 'regcred' }],
    }),
  );
});

test('a Secret of the program reaches its own namespace only, and pods depend on it', async () => {
  const make = () => podDefaults(new Secret('pull', { metadata: { name: 'pull', namespace: 'payments' } }));
  const there = await transformed(make, { metadata: { namespace: 'payments' }, ...template(POD) });
  expect(there.dependsOn).toEqual(['pull']);
  expect(there.props).toMatchObject(template({ imagePullSecrets: [{ name: 'pull' }] }));
  expect(await transformed(make, { metadata: { namespace: 'search' }, ...template(POD) })).toEqual({});
});

test.each([
  ['no namespace', undefined],
  ['an empty one', ''],
])('a pod with %s is where the provider puts it', async (_, namespace) => {
  const { props } = await transformed(() => podDefaults('regcred', { namespaces: ['default'] }), {
    metadata: { namespace },
    ...template(POD),
  });
  expect(props).toMatchObject(template({ imagePullSecrets: [{ name: 'regcred' }] }));
});

test('a PrivateRegistryAccess reaches its namespaces with all of its pull secrets', async () => {
  const make = () =>
    podDefaults(
      new PrivateRegistryAccess('pull', {
        namespaces: ['payments', pulumi.output('search')],
        pullSecrets: [PullSecret.existing('one'), PullSecret.existing('two')],
      }),
    );
  for (const namespace of ['payments', pulumi.output('search')]) {
    const { props } = await transformed(make, { metadata: { namespace }, ...template(POD) });
    expect(props).toMatchObject(template({ imagePullSecrets: [{ name: 'one' }, { name: 'two' }] }));
  }
  expect(await transformed(make, template(POD))).toEqual({}); // that is in `default`
});

test('a namespace that the component makes is waited for, also where it makes no Secret', async () => {
  const access = { namespaces: ['payments'], createNamespaces: true, pullSecrets: [PullSecret.existing('regcred')] };
  const make = () => podDefaults(new PrivateRegistryAccess('pull', access));
  const { dependsOn } = await transformed(make, { metadata: { namespace: 'payments' }, ...template(POD) });
  expect(dependsOn).toEqual(['pull/payments']);
});

test.each([
  ['the whole spec', { spec: pulumi.output(template(POD).spec) }],
  ['the pod spec', { spec: { template: { spec: pulumi.output(POD) } } }],
  ['the list', template({ ...POD, imagePullSecrets: pulumi.output([]) })],
  ['the name in the list', template({ ...POD, imagePullSecrets: [{ name: pulumi.output('regcred') }] })],
  ['an image', template({ containers: [{ name: 'app', image: pulumi.output('ghcr.io/acme/app:1') }] })],
])('what is known later may be %s', async (_, props) => {
  const filled = await transformed(() => podDefaults('regcred'), props);
  expect(filled.props).toEqual(template({ ...POD, imagePullSecrets: [{ name: 'regcred' }] }));
});

test('a secret in the pod stays one, as the engine sends it and as the program has it', async () => {
  const signed = { '4dabf18193072939515e22adb298388d': '1b47061264138c4ac30d75fd1eb44270', value: template(POD).spec };
  const { props } = await transformed(() => podDefaults('regcred'), { spec: signed });
  expect(props).toEqual({
    spec: { ...signed, value: template({ ...POD, imagePullSecrets: [{ name: 'regcred' }] }).spec },
  });
});

test('what a preview cannot know stays unknown, and the rest is filled in', async () => {
  const later = pulumi.unknown;
  const { props } = await transformed(
    () => podDefaults('regcred', { serviceAccountName: 'app' }),
    { metadata: later, ...template({ ...POD, imagePullSecrets: later }) },
    'kubernetes:apps/v1:Deployment',
    true,
  );
  expect(props).toHaveProperty('spec.template.spec.imagePullSecrets', pulumi.runtime.unknownValue);
  expect(props).toHaveProperty('spec.template.spec.serviceAccountName', 'app');
});

test('a reference without a name is refused', async () => {
  const bad = template({ ...POD, imagePullSecrets: [{}] });
  await expect(transformed(() => podDefaults('regcred'), bad)).rejects.toThrow(
    "a pull secret is referred to by name: got {} in imagePullSecrets, write { name: 'regcred' } or leave it out",
  );
});
