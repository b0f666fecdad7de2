import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCli } from '../run-cli';
import { temporaryFolder } from '../temporary-folder';

const CHARTS = join(__dirname, '..', '..', 'fixtures', 'charts');

interface Report {
  readonly images: readonly { readonly name: string; readonly image: string; readonly verdict: string }[];
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly kind: string;
    readonly name: string;
  }[];
}

/** What a rendered chart gets through standard input. */
async function checkChart(chart: string, ...argv: string[]): Promise<Report & { readonly code: number }> {
  const stdin = readFileSync(join(CHARTS, `${chart}.yaml`), 'utf8');
  const { code, stdout } = await runCli(['check', '-', '--format', 'json', ...argv], { stdin, cwd: temporaryFolder() });
  return { code, ...JSON.parse(stdout) };
}

/** Images by verdict, without the host and tag where they say nothing. */
function byVerdict({ images }: Report): Record<string, string[]> {
  const verdicts: Record<string, string[]> = {};
  for (const { image, verdict } of images)
    verdicts[verdict] = [...(verdicts[verdict] ?? []), image.replace(/(?<=\/.*):.*/, '')];
  return verdicts;
}

const faultsOf = ({ findings }: Report) =>
  findings.filter(({ severity }) => severity === 'error').map(({ rule, kind, name }) => `${rule} ${kind}/${name}`);

describe('a database with global.imagePullSecrets', () => {
  const EVERY_IMAGE = [
    'registry.acme.example/mirror/os-shell',
    'registry.acme.example/mirror/postgresql',
    'registry.acme.example/mirror/postgres-exporter',
    'registry.acme.example/extensions/pgvector',
  ];

  test('alone: nobody makes the Secret that the values name, and the backup names none', async () => {
    const report = await checkChart('database');
    expect(report.code).toBe(1);
    expect(byVerdict(report)).toEqual({
      missing: [...EVERY_IMAGE, 'registry.acme.example/mirror/postgresql', 'registry.acme.example/mirror/os-shell'],
    });
    expect(faultsOf(report)).toEqual([
      'missing-secret StatefulSet/ledger-db-primary',
      'missing-secret Pod/ledger-db-test-connection',
      'service-account-without-secrets ServiceAccount/ledger-db',
    ]);
  });

  test('with the Secret declared: init container, sidecar and image volume have it, the backup still has not', async () => {
    const cwd = temporaryFolder({
      'regcred.yaml': 'check: { existingSecrets: [{ name: acme-registry, covers: [registry.acme.example] }] }',
    });
    const report = await checkChart('database', '--config', join(cwd, 'regcred.yaml'));
    expect(byVerdict(report)).toEqual({
      opaque: [...EVERY_IMAGE, 'registry.acme.example/mirror/os-shell'],
      missing: ['registry.acme.example/mirror/postgresql'],
    });
    expect(faultsOf(report)).toEqual(['service-account-without-secrets ServiceAccount/ledger-db']);
  });
});

describe('an operator with its definitions', () => {
  test('a Secret that an ExternalSecret will make, a hook under an account without it', async () => {
    const report = await checkChart('operator');
    expect(report.code).toBe(1);
    expect(byVerdict(report)).toEqual({
      opaque: ['ghcr.io/brook-example/operator'],
      anonymous: ['registry.k8s.io/kubebuilder/kube-rbac-proxy', 'registry.k8s.io/ingress-nginx/kube-webhook-certgen'],
      missing: ['ghcr.io/brook-example/certificates'],
    });
    expect(faultsOf(report)).toEqual(['service-account-without-secrets ServiceAccount/brook-operator-certificate']);
    expect(report.findings).toContainEqual(
      expect.objectContaining({ rule: 'broad-secret-access', kind: 'ClusterRole' }),
    );
  });

  test('its own kind has a pod spec, once somebody says so', async () => {
    const cwd = temporaryFolder({
      'regcred.yaml': 'check: { customKinds: [streams.brook.example/Brook=spec.template.spec] }',
    });
    const { images } = await checkChart('operator', '--config', join(cwd, 'regcred.yaml'));
    expect(images.find(({ name }) => name === 'main')).toMatchObject({
      image: 'ghcr.io/brook-example/brook:2.4.0',
      verdict: 'opaque',
    });
  });
});

test('an umbrella of forty images', async () => {
  const PUBLIC = [
    'quay.io/prometheus/*',
    'quay.io/prometheus-operator/*',
    'quay.io/jetstack/*',
    'docker.io/oliver006/redis_exporter',
    'gcr.io/cadvisor/cadvisor',
  ];
  const NODE = ['*.dkr.ecr.*.amazonaws.com', 'europe-docker.pkg.dev/acme-maps'];
  const report = await checkChart('umbrella', '--public', PUBLIC.join(','), '--node', NODE.join(','));
  expect(report.images).toHaveLength(40);
  expect(byVerdict(report)).toMatchInlineSnapshot(`
{
  "anonymous": [
    "docker.elastic.co/elasticsearch/elasticsearch",
    "registry.k8s.io/ingress-nginx/controller",
    "registry.k8s.io/defaultbackend-amd64",
    "registry.k8s.io/external-dns/external-dns",
    "registry.k8s.io/kube-state-metrics/kube-state-metrics",
    "registry.k8s.io/metrics-server/metrics-server",
    "quay.io/prometheus/node-exporter",
    "quay.io/prometheus/prometheus",
    "quay.io/prometheus-operator/prometheus-config-reloader",
    "redis:7.4.0",
    "oliver006/redis_exporter",
    "docker.io/library/rabbitmq",
    "nginx:1.27.1",
    "public.ecr.aws/aws-observability/aws-otel-collector",
    "mcr.microsoft.com/mssql-tools",
    "gcr.io/cadvisor/cadvisor",
    "quay.io/jetstack/cert-manager-controller",
    "quay.io/jetstack/cert-manager-cainjector",
    "quay.io/jetstack/cert-manager-webhook",
  ],
  "credential": [
    "ghcr.io/acme/storefront-migrate",
    "ghcr.io/acme/storefront",
    "ghcr.io/acme/assets",
    "ghcr.io/acme/worker",
    "ghcr.io/acme/sitemap",
    "ghcr.io/acme/checkout",
    "ghcr.io/acme/tax",
    "ghcr.io/acme/checkout-migrate",
    "ghcr.io/acme/search",
    "ghcr.io/acme/search-indexer",
    "ghcr.io/acme/mail",
    "ghcr.io/acme/gift-cards",
    "ghcr.io/acme/gift-cards-ledger",
  ],
  "missing": [
    "ghcr.io/acme/reviews",
    "ghcr.io/acme/moderation",
    "ghcr.io/acme/reports",
    "ghcr.io/acme/reports-weekly",
    "ghcr.io/acme-partners/loyalty",
  ],
  "node": [
    "123456789012.dkr.ecr.eu-west-1.amazonaws.com/fraud/weights",
    "123456789012.dkr.ecr.eu-west-1.amazonaws.com/fraud/model",
    "europe-docker.pkg.dev/acme-maps/prod/tiles",
  ],
}
`);
  expect(faultsOf(report)).toEqual([
    'missing-credential Deployment/loyalty',
    'missing-secret Deployment/reviews',
    'service-account-without-secrets ServiceAccount/reports',
  ]);
});
