// Several registries in one Secret, and a second Secret that another team makes: a pod may use them all.
import { ApiObject, App, Chart } from 'cdk8s';
import { Credentials, PrivateRegistryAccess, PullSecret, Registry, ServiceAccountBinding } from 'regcred';

const app = new App();
const chart = new Chart(app, 'multi-registry', { namespace: 'shop' });

new PrivateRegistryAccess(chart, 'pull', {
  namespaces: ['shop', 'shop-staging'],
  createNamespaces: true,
  pullSecrets: [
    PullSecret.fromLogins({
      logins: [
        Registry.dockerHub().login(Credentials.fromEnvironment({ prefix: 'DOCKERHUB' })),
        Registry.ghcr({ owner: 'acme' }).login(Credentials.fromEnvironment({ prefix: 'GHCR' })),
        Registry.harbor({ host: 'harbor.acme.com', project: 'shop' }).login(
          Credentials.fromEnvironment({ prefix: 'HARBOR' }),
        ),
      ],
    }),
    PullSecret.existing('partner-registry', { covers: ['quay.io/partner/'] }),
  ],
  serviceAccounts: [ServiceAccountBinding.patchDefault(), ServiceAccountBinding.create({ name: 'shop-api' })],
  labels: { 'app.kubernetes.io/part-of': 'shop' },
});

new ApiObject(chart, 'api', {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'api' },
  spec: {
    selector: { matchLabels: { app: 'api' } },
    template: {
      metadata: { labels: { app: 'api' } },
      spec: {
        serviceAccountName: 'shop-api',
        initContainers: [{ name: 'migrate', image: 'ghcr.io/acme/shop-migrate:2.4.1' }],
        containers: [
          { name: 'api', image: 'harbor.acme.com/shop/backend/api:2.4.1' },
          { name: 'cache', image: 'docker.io/acme/cache:7.2.0' },
        ],
      },
    },
  },
});

app.synth();
