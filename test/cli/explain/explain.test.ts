import { join } from 'node:path';
import { runCli } from '../run-cli';

const CHARTS = join(__dirname, '..', '..', 'fixtures', 'charts');
const explain = (image: string, ...argv: string[]) => runCli(['explain', image, ...argv], { cwd: CHARTS });

test('which key, of which Secret, from where', async () => {
  const { code, stdout, stderr } = await explain('ghcr.io/acme/storefront', '-f', 'umbrella.yaml');
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatchInlineSnapshot(`
"ghcr.io/acme/storefront:5.1.0
  looked up as    ghcr.io/acme/storefront
  pods            Deployment/shop/storefront (web)
  ServiceAccount  storefront in namespace shop
  pull secrets    copied from the ServiceAccount when the pod is created

  Secret shop-pull
    1.  ghcr.io/acme/  as acme-pull  tried: it matches

  credential: the kubelet logs in with the key 'ghcr.io/acme/' of Secret 'shop-pull'
"
`);
});

test.each([
  [0, ['registry.k8s.io/kubebuilder/kube-rbac-proxy', '-f', 'operator.yaml']],
  [1, ['ghcr.io/acme-partners/loyalty:0.3.0', '-f', 'umbrella.yaml']],
  [1, ['ghcr.io/acme/new:1', '-f', 'umbrella.yaml', '-n', 'shop', '--service-account', 'reports']],
  [0, ['ghcr.io/acme/new:1', '-f', 'umbrella.yaml', '-n', 'shop', '--service-account', 'checkout']],
])('exit code %i: %j', async (code, [image = '', ...argv]) => {
  expect(await explain(image, ...argv)).toMatchObject({ code, stderr: '' });
});

test('several paths, as JSON', async () => {
  const { stdout } = await explain(
    'ghcr.io/acme/mail',
    '-f',
    'database.yaml',
    '-f',
    'umbrella.yaml',
    '--format',
    'json',
  );
  expect(JSON.parse(stdout)).toMatchObject([{ pods: [{ name: 'mail' }], verdict: 'credential' }]);
});

test.each([
  [['Nginx', '-f', 'umbrella.yaml'], 'nginx'],
  [['nginx', '-f', 'no.yaml'], "no such file or folder, and no match: 'no.yaml'"],
])('%j is an error', async ([image = '', ...argv], message) => {
  const { code, stdout, stderr } = await explain(image, ...argv);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(message);
});

test('a document that cannot be read is said, and the exit code is 2', async () => {
  const { code, stderr } = await runCli(['explain', 'nginx', '-f', '-'], { stdin: 'kind: Pod\n---\na: [b\n' });
  expect(code).toBe(2);
  expect(stderr).toMatch(/^regcred: -:\d+: /);
});
