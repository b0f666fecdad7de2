// The introduction's example: a private registry of one's own, and a pod that pulls `apps/internal-app` from it.
import { ApiObject, App, Chart } from 'cdk8s';
import { Credentials, PrivateRegistryAccess, PullSecret, Registry } from 'regcred';

const app = new App();
const chart = new Chart(app, 'regcred-pod');

new PrivateRegistryAccess(chart, 'pull', {
  namespaces: ['default'],
  pullSecrets: [
    PullSecret.fromLogins({
      logins: [
        Registry.custom('private-registry.io').login(Credentials.fromEnvironment({ prefix: 'PRIVATE_REGISTRY' }), {
          email: 'registry-user@org.com',
        }),
      ],
    }),
  ],
  serviceAccounts: [],
});

new ApiObject(chart, 'pod', {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'nginx-pod' },
  spec: { containers: [{ name: 'nginx', image: 'private-registry.io/apps/internal-app' }] },
});

app.synth();
