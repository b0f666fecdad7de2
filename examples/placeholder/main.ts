// One Secret in the platform's namespace, and an empty one in each other: the replicator copies the passwords in.
import { ApiObject, App, Chart } from 'cdk8s';
import { PlaceholderSource, PrivateRegistryAccess, PullSecret, SecretReader, SecretReaders } from 'regcred';

const app = new App();
const chart = new Chart(app, 'placeholder', { namespace: 'team-a' });

const access = new PrivateRegistryAccess(chart, 'pull', {
  namespaces: ['platform', 'team-a', 'team-b'], // in `platform` the source itself has this name, and nothing is written
  pullSecrets: [
    PullSecret.placeholder({
      source: PlaceholderSource.replicator({ namespace: 'platform', name: 'regcred' }),
      covers: ['ghcr.io/acme/', 'docker.io'],
    }),
  ],
});

// an image updater asks registries itself, and so it has to read the Secret; the kubelet needs no such right
new SecretReaders(chart, 'readers', {
  name: 'pull-secret-readers',
  namespaces: ['team-a'],
  secrets: access.pullSecretNames,
  readers: [SecretReader.serviceAccount('image-updater', 'tools')],
});

new ApiObject(chart, 'pod', {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'app' },
  spec: { containers: [{ name: 'app', image: 'ghcr.io/acme/app:1.0.0' }] },
});

app.synth();
