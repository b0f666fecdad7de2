// The passwords stay in a secret manager: the External Secrets Operator fetches them, and the manifests hold only their names.
import { ApiObject, App, Chart } from 'cdk8s';
import { PrivateRegistryAccess, PullSecret, Registry, RemoteCredentials, SecretStore } from 'regcred';

const app = new App();
const chart = new Chart(app, 'external-secrets', { namespace: 'shop' });

new PrivateRegistryAccess(chart, 'pull', {
  namespaces: ['shop'],
  createNamespaces: true,
  pullSecrets: [
    PullSecret.external({
      store: SecretStore.cluster('aws-secrets-manager'),
      logins: [
        // one secret with the properties `username` and `password`
        Registry.ghcr({ owner: 'acme' }).login(RemoteCredentials.fromStore({ key: 'registries/ghcr' })),
        // one secret that is the key file of a Google service account, newlines and all
        Registry.artifactRegistry({ location: 'europe-west1', project: 'acme-prod' }).login(
          RemoteCredentials.passwordFromStore({ username: '_json_key', key: 'registries/google' }),
        ),
      ],
    }),
  ],
});

new ApiObject(chart, 'pod', {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'api' },
  spec: {
    containers: [
      { name: 'api', image: 'ghcr.io/acme/shop-api:2.4.1' },
      { name: 'cache', image: 'europe-west1-docker.pkg.dev/acme-prod/images/cache:7.2.0' },
    ],
  },
});

app.synth();
