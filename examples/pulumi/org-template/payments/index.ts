// The payments team: three components, one image each.
import { Deployment } from '@pulumi/kubernetes/apps/v1';
import { AcmeTeam } from '../acme-registries';

const team = new AcmeTeam('payments', { team: 'payments', components: ['api', 'ledger', 'fraud'] });

for (const [component, namespace] of Object.entries(team.namespaces)) {
  const labels = { app: component };
  new Deployment(
    component,
    {
      metadata: { name: component, namespace: namespace.metadata.name },
      spec: {
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: { containers: [{ name: component, image: `ghcr.io/acme/payments-${component}:3.1.0` }] },
        },
      },
    },
    { parent: team },
  );
}
