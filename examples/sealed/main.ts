// What stands in Git is encrypted with the certificate of the Sealed Secrets controller, and only the controller can read it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, App, Chart } from 'cdk8s';
import { Credentials, PrivateRegistryAccess, PullSecret, Registry } from 'regcred';

const app = new App();
const chart = new Chart(app, 'sealed', { namespace: 'reports' });

new PrivateRegistryAccess(chart, 'pull', {
  namespaces: ['reports'],
  createNamespaces: true,
  pullSecrets: [
    PullSecret.sealed({
      certificate: readFileSync(join(__dirname, 'controller.crt'), 'utf8'), // kubeseal --fetch-cert > controller.crt
      logins: [Registry.ghcr({ owner: 'acme' }).login(Credentials.fromEnvironment({ prefix: 'GHCR' }))],
    }),
  ],
});

new ApiObject(chart, 'pod', {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'render' },
  spec: { containers: [{ name: 'render', image: 'ghcr.io/acme/render:1.8.0' }] },
});

app.synth();
