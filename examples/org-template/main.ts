// Two teams use the template of the platform team: 12 namespaces from two calls.
import { ApiObject, App, Chart } from 'cdk8s';
import { AcmeTeam } from './acme-team';

const app = new App();

const payments = new Chart(app, 'payments');
const { namespaces } = new AcmeTeam(payments, 'team', { team: 'payments', components: ['api', 'ledger', 'fraud'] });
for (const namespace of namespaces) {
  deployment(payments, namespace, 'service', `ghcr.io/acme/${namespace.replace(/-[a-z]+$/, '')}:3.1.0`);
}

const search = new Chart(app, 'search');
const team = new AcmeTeam(search, 'team', { team: 'search' });
for (const namespace of team.namespaces) {
  deployment(search, namespace, 'indexer', 'harbor.acme.com/search/indexer:0.9.2');
}

app.synth();

function deployment(chart: Chart, namespace: string, name: string, image: string): void {
  new ApiObject(chart, `${namespace}-${name}`, {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace },
    spec: {
      selector: { matchLabels: { app: name } },
      template: { metadata: { labels: { app: name } }, spec: { containers: [{ name, image }] } },
    },
  });
}
