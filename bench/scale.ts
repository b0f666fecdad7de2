// A whole organisation in one app: 13 documents a namespace, in one chart, and in a chart for each namespace.
import { ApiObject, type App, Chart, Testing } from 'cdk8s';
import { Credentials, PrivateRegistryAccess, PullSecret, Registry, ServiceAccountBinding } from 'regcred';
import { fewestCpu } from './cpu';
import { atMost, type BenchTable } from './table';

const SIZES = [1_250, 2_500, 5_000];
const CHARTS = [100, 200, 400];
const DEPLOYMENTS = 10;
const KIB_A_MIB = 1024;
/** cdk8s' own work grows a little faster than the documents; a list that is searched for each of them would show as 2. */
const MAX_EXPONENT = 1.1;
const MAX_MEMORY = 1_024;
/** Four times the charts: what is added to each must not grow with them. */
const MAX_ADDED = 1.25;

const pullSecrets = () => [
  PullSecret.fromLogins({
    logins: [Registry.ghcr().login(Credentials.unsafePlainText({ username: 'bot', password: 'token' }))],
  }),
];

function access(chart: Chart, namespaces: string[]): void {
  new PrivateRegistryAccess(chart, 'pull', {
    namespaces,
    createNamespaces: true,
    pullSecrets: pullSecrets(),
    serviceAccounts: [ServiceAccountBinding.create({ name: 'app' })],
  });
}

function deployments(chart: Chart, namespace: string): void {
  for (let i = 0; i < DEPLOYMENTS; i++) {
    const labels = { app: `api-${i}` };
    new ApiObject(chart, `${namespace}-api-${i}`, {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: `api-${i}`, namespace },
      spec: {
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: { containers: [{ name: 'api', image: 'ghcr.io/acme/api:3.1.0' }] } },
      },
    });
  }
}

const namespacesOf = (size: number) => Array.from({ length: size }, (_, i) => `team-${i}`);

function oneChart(size: number): App {
  const app = Testing.app();
  const chart = new Chart(app, 'org');
  access(chart, namespacesOf(size));
  for (const namespace of namespacesOf(size)) deployments(chart, namespace);
  return app;
}

/** What cdk8s takes for as many charts and documents without this library. */
function chartEach(size: number, ours: boolean): App {
  const app = Testing.app();
  for (const namespace of namespacesOf(size)) {
    const chart = new Chart(app, namespace);
    if (ours) access(chart, [namespace]);
    else
      for (const kind of ['Namespace', 'Secret', 'ServiceAccount'])
        new ApiObject(chart, kind, { apiVersion: 'v1', kind });
    deployments(chart, namespace);
  }
  return app;
}

export function scaleBench(): BenchTable {
  oneChart(50).synthYaml(); // warm up
  const cpus = fewestCpu(Object.fromEntries(SIZES.map((size) => [size, () => oneChart(size).synthYaml()])), 2);
  const whole = SIZES.map((size) => ({ size, cpu: cpus[size] ?? Number.NaN }));
  const memory = process.resourceUsage().maxRSS / KIB_A_MIB;
  const charts = CHARTS.map((size) => {
    const synth = (ours: boolean) => () => chartEach(size, ours).synthYaml();
    return { size, ...fewestCpu({ ours: synth(true), bare: synth(false) }, 2) };
  });
  const [first, last] = [whole[0], whole[whole.length - 1]];
  const [few, many] = [charts[0], charts[charts.length - 1]];
  const growth = (a: number, b: number, times: number) => Math.log(b / a) / Math.log(times);
  const exponent = first && last ? growth(first.cpu, last.cpu, last.size / first.size) : Number.NaN;
  const added = few && many ? many.ours / many.bare / (few.ours / few.bare) : Number.NaN;
  return {
    title: 'Scale: 13 documents a namespace, in one chart, and in a chart for each namespace',
    columns: ['namespaces', 'charts', 'documents', 'CPU (s)', 'without regcred (s)'],
    rows: [
      ...whole.map(({ size, cpu }) => [
        String(size),
        '1',
        String(size * (DEPLOYMENTS + 3)),
        (cpu / 1000).toFixed(1),
        '',
      ]),
      ...charts.map(({ size, ours, bare }) => [
        String(size),
        String(size),
        String(size * (DEPLOYMENTS + 3)),
        (ours / 1000).toFixed(1),
        (bare / 1000).toFixed(1),
      ]),
    ],
    gate: [
      atMost(MAX_EXPONENT, 'exponent of the CPU in the number of namespaces, one chart', exponent),
      atMost(MAX_MEMORY, 'most memory of all sizes (MiB)', memory),
      atMost(MAX_ADDED, 'what regcred adds at 400 charts, against what it adds at 100', added),
    ],
  };
}
