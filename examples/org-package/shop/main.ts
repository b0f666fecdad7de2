// A team's program: it says what runs, and the platform's package says how it pulls.
import { AcmeTeamChart } from '@acme/platform';
import { ApiObject, App } from 'cdk8s';

const app = new App();
const shop = new AcmeTeamChart(app, 'shop');

for (const namespace of ['shop-dev', 'shop-prod']) {
  new ApiObject(shop, namespace, {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'shop', namespace },
    spec: {
      selector: { matchLabels: { app: 'shop' } },
      template: {
        metadata: { labels: { app: 'shop' } },
        spec: { serviceAccountName: 'app', containers: [{ name: 'shop', image: 'ghcr.io/acme/shop:4.2.0' }] },
      },
    },
  });
}

app.synth();
