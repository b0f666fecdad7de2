// One org, four ways: each namespace has a Namespace, a pull secret, a service account and ten Deployments.
import { ApiObject, type ApiObjectProps, type App, Chart, Testing, Yaml } from 'cdk8s';
import * as kplus from 'cdk8s-plus-33';
import { Credentials, PrivateRegistryAccess, PullSecret, Registry, ServiceAccountBinding } from 'regcred';
import { fewestCpu } from './cpu';
import { atMost, type BenchTable } from './table';

const SIZES = [100, 500, 1_000, 5_000];
const DEPLOYMENTS = 10;
const IMAGE = 'ghcr.io/acme/api:3.1.0';
const credentials = { username: 'bot', password: 'token' };

const namespacesOf = (size: number) => Array.from({ length: size }, (_, i) => `team-${i}`);

function deployment(name: string, namespace: string, pullSecrets: object) {
  const labels = { app: name };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace },
    spec: {
      replicas: 2,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: { containers: [{ name: 'api', image: IMAGE, ports: [{ containerPort: 8080 }] }], ...pullSecrets },
      },
    },
  };
}

function deployments(chart: Chart, size: number, pullSecrets: object): void {
  for (const namespace of namespacesOf(size)) {
    for (let i = 0; i < DEPLOYMENTS; i++)
      new ApiObject(chart, `${namespace}-api-${i}`, deployment(`api-${i}`, namespace, pullSecrets));
  }
}

/** This library: one PrivateRegistryAccess, and Deployments that it gives the pull secret. */
function regcred(size: number): App {
  const app = Testing.app();
  const chart = new Chart(app, 'org');
  new PrivateRegistryAccess(chart, 'pull', {
    namespaces: namespacesOf(size),
    createNamespaces: true,
    pullSecrets: [PullSecret.fromLogins({ logins: [Registry.ghcr().login(Credentials.unsafePlainText(credentials))] })],
    serviceAccounts: [ServiceAccountBinding.create({ name: 'app' })],
  });
  deployments(chart, size, {});
  return app;
}

const documentsOf = (app: App): ApiObjectProps[] => app.charts.flatMap((chart) => chart.toJson());

/** The documents that this library makes: all but the Deployments. */
function accessOf(documents: readonly ApiObjectProps[]): ApiObjectProps[] {
  return documents.filter(({ kind }) => kind !== 'Deployment');
}

/** The same documents as raw ApiObjects, each Deployment with its pull secret written by hand: what cdk8s itself costs. */
function rawApiObjects(size: number, access: readonly ApiObjectProps[]): App {
  const app = Testing.app();
  const chart = new Chart(app, 'org');
  access.forEach((document, i) => {
    new ApiObject(chart, `object-${i}`, document);
  });
  deployments(chart, size, { imagePullSecrets: [{ name: 'regcred' }] });
  return app;
}

/** The same with cdk8s-plus, written by hand namespace by namespace. */
function cdk8sPlus(size: number): App {
  const app = Testing.app();
  const chart = new Chart(app, 'org');
  for (const namespace of namespacesOf(size)) {
    new kplus.Namespace(chart, namespace, { metadata: { name: namespace } });
    const metadata = (name: string) => ({ name, namespace });
    const data = { auths: { 'ghcr.io': credentials } };
    const secret = new kplus.DockerConfigSecret(chart, `${namespace}-secret`, { data, metadata: metadata('regcred') });
    new kplus.ServiceAccount(chart, `${namespace}-sa`, { metadata: metadata('app') });
    for (let i = 0; i < DEPLOYMENTS; i++) {
      new kplus.Deployment(chart, `${namespace}-api-${i}`, {
        metadata: metadata(`api-${i}`),
        containers: [{ image: IMAGE, portNumber: 8080 }],
        dockerRegistryAuth: secret,
      });
    }
  }
  return app;
}

export function synthBench(): BenchTable {
  cdk8sPlus(20).synthYaml(); // warm up
  const raw20 = rawApiObjects(20, accessOf(documentsOf(regcred(20))));
  if (raw20.synthYaml() !== regcred(20).synthYaml())
    throw new Error('regcred and raw ApiObjects do not write the same');
  const measured = SIZES.map((size) => {
    const documents = documentsOf(regcred(size));
    const access = accessOf(documents);
    const raw = () => rawApiObjects(size, access).synthYaml();
    // alone with one another: either pays for the garbage of the other, which is of the same size
    const pair = fewestCpu({ regcred: () => regcred(size).synthYaml(), raw }, size <= 1_000 ? 9 : 3);
    const others = fewestCpu(
      { stringify: () => Yaml.stringify(...documents), plus: () => cdk8sPlus(size).synthYaml() },
      size <= 1_000 ? 2 : 1,
    );
    return { size, ...pair, ...others };
  });
  const ratio = (a: number, b: number) => (a / b).toFixed(2);
  const at = (size: number) => measured.find((row) => row.size === size) ?? measured[0];
  const [half, full, most] = [at(500), at(1_000), at(5_000)];
  return {
    title: `Synth: namespaces with a Namespace, a Secret, a ServiceAccount and ${DEPLOYMENTS} Deployments each (CPU)`,
    columns: ['namespaces', 'stringify (ms)', 'regcred', 'raw ApiObject', 'cdk8s-plus', 'regcred / cdk8s-plus'],
    rows: measured.map(({ size, stringify, regcred: ours, raw, plus }) => [
      String(size),
      stringify.toFixed(0),
      `${ratio(ours, stringify)} ×`,
      `${ratio(raw, stringify)} ×`,
      `${ratio(plus, stringify)} ×`,
      ratio(ours, plus),
    ]),
    gate:
      half && full && most
        ? [
            // cdk8s itself needs more than the 1.3 × stringify of the design: what is ours is what comes on top of it
            atMost(1.15, 'synth / raw ApiObject at 1,000 namespaces', full.regcred / full.raw),
            atMost(0.75, 'synth / cdk8s-plus at 1,000 namespaces', full.regcred / full.plus),
            atMost(2.4, '1,000 namespaces / 500 namespaces', full.regcred / half.regcred),
            // cdk8s alone grows by up to 6 here, most of it garbage collection
            atMost(
              1.2,
              '5,000 namespaces / 1,000 namespaces, over the same of raw ApiObject',
              most.regcred / full.regcred / (most.raw / full.raw),
            ),
          ]
        : [],
  };
}
