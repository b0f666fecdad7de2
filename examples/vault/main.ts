// Vault without the External Secrets Operator: the Vault Secrets Operator reads one secret and writes the docker config.
import { ApiObject, App, Chart } from 'cdk8s';
import { PrivateRegistryAccess, PullSecret, Registry, RemoteCredentials } from 'regcred';

const app = new App();
const chart = new Chart(app, 'vault', { namespace: 'ml' });

// the secret kv/registries has the properties robot, robot-token and ngc-key
const registries = 'registries';

new PrivateRegistryAccess(chart, 'pull', {
  namespaces: ['ml', 'ml-staging'],
  createNamespaces: true,
  pullSecrets: [
    PullSecret.vault({
      mount: 'kv',
      authRef: 'vault/pull',
      logins: [
        Registry.harbor({ host: 'harbor.acme.com', project: 'ml' }).login(
          RemoteCredentials.fromStore({
            key: registries,
            usernameProperty: 'robot',
            passwordProperty: 'robot-token',
          }),
        ),
        Registry.nvidia({ org: 'nvidia' }).login(
          RemoteCredentials.passwordFromStore({ username: '$oauthtoken', key: registries, property: 'ngc-key' }),
        ),
      ],
    }),
  ],
});

new ApiObject(chart, 'pod', {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'train' },
  spec: {
    initContainers: [{ name: 'data', image: 'harbor.acme.com/ml/fetch:0.4.0' }],
    containers: [{ name: 'train', image: 'nvcr.io/nvidia/pytorch:24.05-py3' }],
  },
});

app.synth();
