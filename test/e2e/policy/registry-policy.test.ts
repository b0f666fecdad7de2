import { Chart, Testing } from 'cdk8s';
import {
  NamespaceSelector,
  PolicyMode,
  PullSecret,
  RegistryPolicy,
  type RegistryPolicyProps,
  ServiceAccountBinding,
} from '../../../src';
import { ImagePattern, judgeImage } from '../../../src/policy';
import { readVectors } from '../../oracle/read-vectors';
import { apply, kubectl, tryApply, tryKubectl } from '../client/kubectl';
import { newNamespace } from '../client/namespace';
import { describeOn } from '../client/suite';
import { call } from '../harness/api';
import { until } from '../harness/until';

const DIGEST = `@sha256:${'0123456789abcdef'.repeat(4)}`;

/** A namespace that one policy is bound to, and that it holds in by now: `canary` is an image that it refuses. */
async function guarded(props: RegistryPolicyProps, canary = 'quay.io/canary/canary'): Promise<string> {
  const namespace = await newNamespace('policy');
  const chart = new Chart(Testing.app(), 'policy');
  const namespaces = NamespaceSelector.names(namespace);
  new RegistryPolicy(chart, 'policy', { name: namespace, parametersNamespace: namespace, namespaces, ...props });
  await apply(Testing.synth(chart));
  await until({ what: `the policy of ${namespace} to hold`, seconds: 20 }, async () => {
    const answer = await create(namespace, canary);
    return (answer.status === 422 && !answer.message.includes('not yet synced')) || answer.warned || undefined;
  });
  return namespace;
}

interface Answer {
  readonly status: number;
  readonly message: string;
  readonly warned: boolean;
}

/** What the API server says to a pod, which it does not keep. */
async function create(namespace: string, image: string, spec: object = {}): Promise<Answer> {
  const pod = { metadata: { generateName: 'p-' }, spec: { containers: [{ name: 'app', image }], ...spec } };
  const { status, body } = await call('POST', `/api/v1/namespaces/${namespace}/pods?dryRun=All`, pod);
  return { status, message: (body as { message?: string }).message ?? '', warned: false };
}

const ALLOWED = ['ghcr.io/acme', 'docker.io/library', 'registry.k8s.io', '*.reg.example.com', 'localhost:5000'];

describeOn('server', 'RegistryPolicy: allowed registries, on the API server', () => {
  let namespace: string;
  beforeAll(async () => {
    namespace = await guarded({ allowedImages: ALLOWED, refuseLatest: true });
  });

  test.each([
    'nginx:1.27',
    'library/nginx:1.27',
    'docker.io/nginx:1.27',
    'docker.io/library/nginx:1.27',
    'index.docker.io/nginx:1.27',
    'index.docker.io/library/nginx:1.27',
    `nginx${DIGEST}`,
    `nginx:latest${DIGEST}`,
    'ghcr.io/acme/app:1',
    'ghcr.io/acme/team/app:v1.2.3-rc.1',
    'ghcr.io/acme:1',
    'registry.k8s.io/coredns/coredns:v1.12.1',
    'eu.reg.example.com/app:1',
    'localhost:5000/app:1',
  ])('%s is admitted', async (image) => {
    expect(await create(namespace, image)).toMatchObject({ status: 201 });
  });

  test.each([
    ['acme/app:1', 'from no allowed registry: docker.io/acme/app:1; allowed are ghcr.io/acme, docker.io/library'],
    ['docker.io/acme/library/app:1', 'from no allowed registry'],
    ['ghcr.io/acme-evil/app:1', 'from no allowed registry'],
    ['ghcr.io/acmeevil:1', 'from no allowed registry'],
    ['ghcr.io:443/acme/app:1', 'from no allowed registry'],
    ['GHCR.io/acme/app:1', 'from no allowed registry'],
    ['evil.example/ghcr.io/acme/app:1', 'from no allowed registry'],
    ['ghcr.io.evil.example/acme/app:1', 'from no allowed registry'],
    ['reg.example.com/app:1', 'from no allowed registry'],
    ['a.b.reg.example.com/app:1', 'from no allowed registry'],
    ['localhost:50001/app:1', 'from no allowed registry'],
    ['localhost/app:1', 'from no allowed registry'],
    ['nginx', "tag 'latest', or none: write a version: docker.io/library/nginx:latest"],
    ['nginx:latest', "tag 'latest', or none"],
    ['localhost:5000/app', "tag 'latest', or none"],
    ['x_y.io/app:1', 'not an image that the kubelet takes'],
    ['ghcr.io/acme/App:1', 'not an image that the kubelet takes'],
    [`nginx${DIGEST}0`, 'not an image that the kubelet takes'],
    ['a'.repeat(64), 'not an image that the kubelet takes'],
    [`ghcr.io/acme/${'a'.repeat(251)}:1`, 'not an image that the kubelet takes'],
  ])('%s is refused', async (image, message) => {
    const answer = await create(namespace, image);
    expect(answer).toMatchObject({ status: 422, message: expect.stringContaining(message) });
  });

  const bad = 'quay.io/evil/app:1';
  test.each([
    ['an init container', { initContainers: [{ name: 'init', image: bad }] }],
    [
      'a second container',
      {
        containers: [
          { name: 'a', image: 'nginx:1' },
          { name: 'b', image: bad },
        ],
      },
    ],
    ['an image volume', { volumes: [{ name: 'v', image: { reference: bad, pullPolicy: 'Always' } }] }],
  ])('%s is judged too', async (_, spec) => {
    expect(await create(namespace, 'nginx:1', spec)).toMatchObject({
      status: 422,
      message: expect.stringContaining(bad),
    });
  });

  test('an ephemeral container is judged when it is added, and what runs beside it is not judged again', async () => {
    await kubectl('run', 'debugged', '-n', namespace, '--image=nginx:1');
    const debug = (image: string) => tryKubectl('debug', 'debugged', '-n', namespace, `--image=${image}`, '--', 'true');
    expect((await debug(bad)).stderr).toContain('from no allowed registry: quay.io/evil/app:1');
    expect(await debug('registry.k8s.io/e2e:1')).toMatchObject({ status: 0 });
  });

  test("another image for a pod that runs is judged, and a pod's labels are nobody's business", async () => {
    await kubectl('run', 'updated', '-n', namespace, '--image=nginx:1');
    const update = await tryKubectl('set', 'image', 'pod/updated', `updated=${bad}`, '-n', namespace);
    expect(update.stderr).toContain('from no allowed registry');
    await kubectl('set', 'image', 'pod/updated', 'updated=nginx:2', '-n', namespace);
  });

  test('a pod that was there before the policy can still be changed and go away', async () => {
    const namespace = await newNamespace('before');
    const pod = { metadata: { name: 'old', namespace, finalizers: ['acme.com/wait'] } };
    await apply({ apiVersion: 'v1', kind: 'Pod', ...pod, spec: { containers: [{ name: 'old', image: bad }] } });
    const chart = new Chart(Testing.app(), 'policy');
    const namespaces = NamespaceSelector.names(namespace);
    new RegistryPolicy(chart, 'p', {
      name: namespace,
      parametersNamespace: namespace,
      namespaces,
      allowedImages: ALLOWED,
    });
    await apply(Testing.synth(chart));
    await until({ what: 'the policy to hold', seconds: 20 }, async () =>
      (await create(namespace, bad)).status === 422 ? true : undefined,
    );
    await kubectl('label', 'pod', 'old', '-n', namespace, 'seen=yes');
    await kubectl('patch', 'pod', 'old', '-n', namespace, '--type=merge', '-p', '{"metadata":{"finalizers":null}}');
    await kubectl('delete', 'pod', 'old', '-n', namespace, '--force', '--grace-period=0');
  });

  test("a kubelet's mirror of a static pod is let through", async () => {
    const mirror = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'static', namespace, annotations: { 'kubernetes.io/config.mirror': 'x' } },
      spec: { nodeName: 'n1', containers: [{ name: 'a', image: bad }] },
    };
    const asNode = ['--as=system:node:n1', '--as-group=system:nodes', '--as-group=system:masters', '--dry-run=server'];
    expect(await tryApply(mirror, ...asNode)).toMatchObject({ status: 0 });
    expect((await tryApply(mirror, '--dry-run=server')).stderr).toContain('from no allowed registry');
  });

  test('the lists are parameters: changing the ConfigMap changes what is allowed', async () => {
    const own = await guarded({ allowedImages: ['ghcr.io'] });
    expect(await create(own, 'registry.k8s.io/pause:3')).toMatchObject({ status: 422 });
    await kubectl('patch', 'configmap', own, '-n', own, '-p', '{"data":{"allowed":"ghcr.io\\nregistry.k8s.io"}}');
    await until({ what: 'the new list', seconds: 20 }, async () =>
      (await create(own, 'registry.k8s.io/pause:3')).status === 201 ? true : undefined,
    );
    await kubectl('delete', 'configmap', own, '-n', own);
    await until({ what: 'the missing list to refuse', seconds: 20 }, async () =>
      (await create(own, 'ghcr.io/acme/app:1')).status === 201 ? undefined : true,
    );
  });

  test.each([
    ['200 patterns', 200, ''],
    ["20 patterns with '*'", 20, '-*'],
  ])('%s and 50 containers stay inside the budget of an expression', async (_, count, star) => {
    const host = (i: number, end: string) => `a-registry-with-a-long-name-${i}${end}.eu-west-1.example.com`;
    const allowedImages = Array.from({ length: count }, (_, i) => `${host(i, star)}/team/project`);
    const own = await guarded({ allowedImages });
    const containers = Array.from({ length: 50 }, (_, i) => ({
      name: `c${i}`,
      image: `${host(count - 1, star && '-1')}/team/project/service-${i}:v1.2.3${DIGEST}`,
    }));
    expect(await create(own, 'x', { containers })).toMatchObject({ status: 201 });
  });
});

describeOn('server', 'RegistryPolicy: the other rules, on the API server', () => {
  test('a digest is required', async () => {
    const namespace = await guarded({ requireDigest: true });
    expect(await create(namespace, `ghcr.io/acme/app:1${DIGEST}`)).toMatchObject({ status: 201 });
    expect(await create(namespace, 'ghcr.io/acme/app:1')).toMatchObject({
      status: 422,
      message: expect.stringContaining('no digest: write @sha256:… behind the name: ghcr.io/acme/app:1'),
    });
  });

  test("a pull secret is required, of the pod or of its account: admission has filled in the account's list", async () => {
    const pullSecrets = [PullSecret.existing('regcred'), PullSecret.existing('other')];
    const namespace = await guarded({ pullSecrets, requirePullSecret: true });
    const lists = (...names: string[]) => ({ imagePullSecrets: names.map((name) => ({ name })) });
    expect(await create(namespace, 'app:1')).toMatchObject({
      status: 422,
      message: expect.stringContaining('list one of regcred, other'),
    });
    expect(await create(namespace, 'app:1', lists('mine'))).toMatchObject({ status: 422 });
    expect(await create(namespace, 'app:1', lists('mine', 'other'))).toMatchObject({ status: 201 });
    await kubectl('patch', 'sa', 'default', '-n', namespace, '-p', '{"imagePullSecrets":[{"name":"regcred"}]}');
    await until({ what: "the account's list", seconds: 10 }, async () =>
      (await create(namespace, 'app:1')).status === 201 ? true : undefined,
    );
    // an empty name is no pull secret, and keeps the account's list away
    expect(await create(namespace, 'app:1', { imagePullSecrets: [{ name: '' }] })).toMatchObject({ status: 422 });
  });

  test('pods run as the accounts of the declaration', async () => {
    const serviceAccounts = [ServiceAccountBinding.create({ name: 'app' })];
    const namespace = await guarded({ serviceAccounts });
    await kubectl('create', 'sa', 'app', '-n', namespace);
    await until({ what: 'the account', seconds: 10 }, async () =>
      (await create(namespace, 'app:1', { serviceAccountName: 'app' })).status === 201 ? true : undefined,
    );
    expect(await create(namespace, 'app:1')).toMatchObject({
      status: 422,
      message: expect.stringContaining('service account default is not one for pods here: name one of app'),
    });
  });

  test.each([
    [PolicyMode.WARN, 'Warning: Validation failed for ValidatingAdmissionPolicy'],
    [PolicyMode.DRY_RUN, ''],
  ])('%s admits, and says %j', async (mode, warning) => {
    const namespace = await newNamespace('mode');
    const chart = new Chart(Testing.app(), 'policy');
    const namespaces = NamespaceSelector.names(namespace);
    new RegistryPolicy(chart, 'p', {
      name: namespace,
      parametersNamespace: namespace,
      namespaces,
      mode,
      refuseLatest: true,
    });
    await apply(Testing.synth(chart));
    const run = () => tryKubectl('run', 'p', '-n', namespace, '--image=nginx', '--dry-run=server');
    const last = await until({ what: 'the policy to warn', seconds: 15 }, async () => {
      const { status, stderr } = await run();
      expect(status).toBe(0);
      return stderr.includes(warning) ? stderr : undefined;
    });
    expect(last).toContain(warning);
  });
});

describeOn('server', 'RegistryPolicy: the expressions and the parser agree', () => {
  test('on every image of the vectors', async () => {
    const allowed = ['docker.io', 'ghcr.io', 'quay.io', 'localhost:5000', '*.amazonaws.com'];
    const namespace = await guarded({ allowedImages: allowed, refuseLatest: true }, 'evil.example/canary:1');
    const rules = { allowed: allowed.map(ImagePattern.parse), refuseLatest: true, requireDigest: false };
    // what the API server itself refuses is not the policy's to judge
    const inputs = readVectors<{ input: string }>('references.jsonl')
      .map(({ input }) => input)
      .filter((input) => input !== '' && input === input.trim() && input.length < 5_000);
    const disagreements: string[] = [];
    for (const input of inputs) {
      const { status, message } = await create(namespace, input);
      const said = status === 201 ? [] : rulesIn(message);
      const judged = judgeImage(input, rules).slice(0, 1);
      if (said.join() !== judged.join()) disagreements.push(`${JSON.stringify(input)}: ${said} ${judged} ${message}`);
    }
    expect(disagreements).toEqual([]);
    expect(inputs.length).toBeGreaterThan(500);
  });
});

/** The rules that a message names. */
function rulesIn(message: string): string[] {
  const texts = { malformed: 'not an image', foreign: 'from no allowed', latest: "tag 'latest'" };
  return Object.entries(texts).flatMap(([rule, text]) => (message.includes(text) ? [rule] : []));
}
