// Two Secrets attached at once: a password is rotated by changing variables of the pipeline, and no pod is without one in between.
import { ApiObject, App, Chart } from 'cdk8s';
import { Credentials, PrivateRegistryAccess, PullSecret, Registry } from 'regcred';

const app = new App();
const chart = new Chart(app, 'rotation', { namespace: 'search' });

const ghcr = (name: string, prefix: string) =>
  PullSecret.fromLogins({
    name,
    logins: [Registry.ghcr({ owner: 'acme' }).login(Credentials.fromEnvironment({ prefix }))],
  });

new PrivateRegistryAccess(chart, 'pull', {
  namespaces: ['search'],
  createNamespaces: true,
  pullSecrets: PullSecret.rotating({
    current: ghcr('regcred', 'GHCR'),
    previous: ghcr('regcred-previous', 'GHCR_PREVIOUS'), // outside of a rotation the same as the current one
  }),
});

new ApiObject(chart, 'pod', {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'indexer' },
  spec: { containers: [{ name: 'indexer', image: 'ghcr.io/acme/indexer:0.9.2' }] },
});

app.synth();
