import { join } from 'node:path';
import { Chart, Testing } from 'cdk8s';
import { load, loadAll } from 'js-yaml';
import { PrivateRegistryAccess } from '../../src';
import { runCli } from './run-cli';
import { temporaryFolder } from './temporary-folder';

const CONFIG = `
registries:
  ghcr: {server: ghcr.io/acme, credentials: GHCR}
access:
  shop:
    namespaces: [shop, shop-staging]
    serviceAccounts: [default, {create: app}]
`;
const env = { GHCR_USERNAME: 'bot', GHCR_PASSWORD: 'token' };
const cwd = temporaryFolder({ 'regcred.yaml': CONFIG });

/** What `helm template shop ./chart -n shop` prints: no namespaces, comments, an account of the chart, a test hook. */
const CHART = `---
# Source: shop/templates/serviceaccount.yaml
apiVersion: v1
kind: ServiceAccount
metadata:
  name: app
imagePullSecrets:
  - name: of-the-chart
---
# Source: shop/templates/configmap.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: shop   # stays as it is
data:
  "on": yes
---
# Source: shop/templates/deployment.yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
spec:
  selector: {matchLabels: {app: shop}}
  template:
    metadata: {labels: {app: shop}}
    spec:
      serviceAccountName: app
      containers:
        - {name: shop, image: "ghcr.io/acme/shop:1.2.3"}
---
# Source: shop/templates/cronjob.yaml
apiVersion: batch/v1
kind: CronJob
metadata: {name: report, namespace: shop-staging}
spec:
  schedule: "0 1 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers: [{name: report, image: "ghcr.io/acme/report:1"}]
---
apiVersion: v1
kind: Pod
metadata: {name: elsewhere, namespace: other}
spec: {containers: [{name: a, image: "registry.k8s.io/pause:3.10"}]}
`;

const inject = (stdin: string, ...args: string[]) => runCli(['inject', '-n', 'shop', ...args], { stdin, env, cwd });

test('a chart is given its pull secrets, accounts and references, and the check has nothing to say', async () => {
  const before = await runCli(['check', '-', '-n', 'shop'], { stdin: CHART, cwd });
  expect(before.code).toBe(1);
  const { code, stdout, stderr } = await inject(CHART);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatchSnapshot();
  const after = await runCli(['check', '-', '-n', 'shop', '--format', 'json'], { stdin: stdout, cwd });
  const report = JSON.parse(after.stdout);
  expect(report.images.map(({ image, verdict }: { image: string; verdict: string }) => [image, verdict])).toEqual([
    ['ghcr.io/acme/shop:1.2.3', 'credential'],
    ['ghcr.io/acme/report:1', 'credential'],
    ['registry.k8s.io/pause:3.10', 'anonymous'],
  ]);
  expect(report.findings.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual([]);
  expect(after.code).toBe(0);
});

test('what needs nothing stays letter by letter', async () => {
  const other = 'apiVersion: v1\nkind: ConfigMap # mine\nmetadata: {name: a, namespace: other}\n';
  expect((await inject(other)).stdout).toBe(other);
  expect((await inject(CHART)).stdout).toContain('  name: shop   # stays as it is\ndata:\n  "on": yes\n');
});

test('the objects are those of the constructs', async () => {
  Object.assign(process.env, env);
  const chart = new Chart(Testing.app(), 'shop');
  PrivateRegistryAccess.fromConfig(chart, 'pull', { file: join(cwd, 'regcred.yaml') });
  const pods = ['shop', 'shop-staging'].map((namespace) =>
    JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p', namespace }, spec: { containers: [] } }),
  );
  const injected = loadAll((await inject(pods.join('\n---\n'))).stdout) as { kind: string }[];
  expect(injected.filter(({ kind }) => kind !== 'Pod')).toEqual(Testing.synth(chart));
});

test('pods of the custom kinds that regcred.yaml knows list the pull secrets too', async () => {
  const folder = temporaryFolder({ 'regcred.yaml': `${CONFIG}check: {customKinds: [acme.io/App=spec.pod]}` });
  const app = 'apiVersion: acme.io/v1\nkind: App\nmetadata: {name: a}\nspec: {pod: {containers: []}}\n';
  const { stdout } = await runCli(['inject', '-n', 'shop'], { stdin: app, env, cwd: folder });
  expect(loadAll(stdout)).toContainEqual(
    expect.objectContaining({ spec: { pod: { containers: [], imagePullSecrets: [{ name: 'regcred' }] } } }),
  );
});

test('a username that is unusual is told beside the manifests', async () => {
  const folder = temporaryFolder({
    'regcred.yaml': 'registries: {hub: {server: docker.io, credentials: HUB}}\naccess: {shop: {namespaces: [shop]}}',
  });
  const hub = { HUB_USERNAME: 'jane@acme.com', HUB_PASSWORD: 'token' };
  const { code, stderr } = await runCli(['inject', '-n', 'shop'], { stdin: CHART, env: hub, cwd: folder });
  expect([code, stderr]).toEqual([
    0,
    "regcred: warning: username for Docker Hub is unusual: got 'jane@acme.com', write the Docker ID, not the e-mail address\n",
  ]);
});

test('two pull secrets with one server key are told once', async () => {
  const folder = temporaryFolder({
    'regcred.yaml':
      'registries: {ghcr: {server: ghcr.io, credentials: GHCR}}\n' +
      'pullSecrets: [{name: a}, {name: b}]\naccess: {shop: {namespaces: [shop, web]}}',
  });
  const { code, stderr } = await runCli(['inject', '-n', 'shop'], { stdin: CHART, env, cwd: folder });
  expect([code, stderr]).toEqual([
    0,
    "regcred: warning: the pull secrets 'a' and 'b' all have a login for 'ghcr.io': the kubelet tries 'a', then 'b', and takes the first that the registry accepts; limit each to its own path, or keep one\n",
  ]);
});

describe('manifests in none of the namespaces of access are said to be so', () => {
  const pod = (namespace: string) => `apiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: ${namespace}}\n`;
  const notice = async (stdin: string, ...args: string[]) =>
    (await runCli(['inject', ...args], { stdin, env, cwd })).stderr;

  test('-n that was forgotten', async () => {
    const chart = CHART.replaceAll(', namespace: shop-staging', '');
    const { code, stdout, stderr } = await runCli(['inject'], { stdin: chart, env, cwd });
    expect([code, stdout]).toEqual([0, chart]);
    expect(stderr).toMatchInlineSnapshot(`
"regcred: warning: nothing is injected: 'access' is for 'shop', 'shop-staging', and the pods are in 'default', 'other'; name the namespace of objects that name none with -n, or list theirs under 'access'
"
`);
  });

  test('a namespace that access does not list', async () => {
    expect(await notice(`${pod('web')}---\n${pod('api')}`, '-n', 'web')).toMatchInlineSnapshot(`
"regcred: warning: nothing is injected: 'access' is for 'shop', 'shop-staging', and the pods are in 'web', 'api'; name the namespace of objects that name none with -n, or list theirs under 'access'
"
`);
  });

  test('a list of a KRM function', async () => {
    const items = [load(pod('web'))];
    const list = { apiVersion: 'config.kubernetes.io/v1', kind: 'ResourceList', items };
    expect(await notice(JSON.stringify(list))).toMatchInlineSnapshot(`
"regcred: warning: nothing is injected: 'access' is for 'shop', 'shop-staging', and the pods are in 'web'; name the namespace of objects that name none with -n, or list theirs under 'access'
"
`);
  });

  test('names of many namespaces are cut', async () => {
    const pods = Array.from({ length: 12 }, (_, i) => pod(`ns-${i}`)).join('---\n');
    expect(await notice(pods)).toMatchInlineSnapshot(`
"regcred: warning: nothing is injected: 'access' is for 'shop', 'shop-staging', and the pods are in 'ns-0', 'ns-1', 'ns-2', 'ns-3', 'ns-4' and 7 more; name the namespace of objects that name none with -n, or list theirs under 'access'
"
`);
  });

  test.each([
    ['an object in a namespace of access', `${pod('web')}---\n${pod('shop')}`],
    ['the namespace itself', 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n'],
    ['no object', '# nothing\n'],
    ['objects of the cluster', 'apiVersion: v1\nkind: Namespace\nmetadata: {name: web}\n'],
  ])('not for %s', async (_, stdin) => {
    expect(await notice(stdin)).toBe('');
  });
});

test('a KRM function reads and writes a ResourceList, and its own configuration may stand for the file', async () => {
  const list = {
    apiVersion: 'config.kubernetes.io/v1',
    kind: 'ResourceList',
    functionConfig: { apiVersion: 'regcred.dev/v1', kind: 'Inject', spec: load(CONFIG) },
    items: loadAll(CHART),
  };
  const { stdout, code } = await runCli(['inject', '-n', 'shop'], {
    stdin: JSON.stringify(list),
    env,
    cwd: temporaryFolder(),
  });
  expect(code).toBe(0);
  const result = load(stdout) as typeof list;
  expect(result).toMatchObject({ apiVersion: 'config.kubernetes.io/v1', kind: 'ResourceList' });
  expect(result.functionConfig).toEqual(list.functionConfig);
  expect(result.items).toEqual(loadAll((await inject(CHART)).stdout));
});

describe('what cannot be', () => {
  test.each([
    [
      'a Secret of that name in the chart',
      'apiVersion: v1\nkind: Secret\nmetadata: {name: regcred}\n',
      [],
      "Secret 'regcred' in namespace 'shop' is in the manifests and in regcred.yaml",
    ],
    [
      'a stream that breaks off',
      'apiVersion: v1\nkind: Pod\nmetadata: {name: [',
      [],
      '-:4:1: unexpected end of the stream',
    ],
    [
      'an entry that is not there',
      CHART,
      ['--access', 'shp'],
      "'access' has shop: it has no 'shp', did you mean 'shop'?",
    ],
    [
      'a namespace that is none, as Helm hands over an argument with commas',
      CHART,
      ['-n', ',shop'],
      "namespace name must be a DNS label of at most 63 characters (lower case letters, digits and '-'): got ',shop', write 'shop'",
    ],
    [
      'a file as an argument',
      '',
      ['app.yaml'],
      'manifests come from standard input: got arguments, write regcred inject < FILE',
    ],
  ])('%s', async (_, stdin, args, message) => {
    const { code, stdout, stderr } = await inject(stdin, ...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  test('a login that is not in the environment', async () => {
    const { code, stdout, stderr } = await runCli(['inject', '-n', 'shop'], { stdin: CHART, cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('GHCR_USERNAME is not set');
  });

  test('no access in the file', async () => {
    const { stderr } = await runCli(['inject'], {
      stdin: CHART,
      cwd: temporaryFolder({ 'regcred.yaml': 'check: {}' }),
    });
    expect(stderr).toContain("nothing to inject: regcred.yaml declares no 'access'");
  });

  test('no file', async () => {
    const { code, stdout, stderr } = await runCli(['inject'], { stdin: CHART, cwd: temporaryFolder() });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(
      'nothing to inject: no regcred.yaml in the working folder or above it, name one with --config',
    );
  });
});
