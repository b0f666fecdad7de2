// cdk8s-plus workloads: their specs are made late, and get the pull secret all the same.
import { App, Chart, Cron } from 'cdk8s';
import * as kplus from 'cdk8s-plus-33';
import { Credentials, PodDefaults, PrivateRegistryAccess, PullSecret, Registry } from 'regcred';

const app = new App();
const chart = new Chart(app, 'cdk8s-plus', { namespace: 'reports' });

new PrivateRegistryAccess(chart, 'pull', {
  namespaces: ['reports'],
  createNamespaces: true,
  pullSecrets: [
    PullSecret.fromLogins({
      logins: [Registry.ghcr({ owner: 'acme' }).login(Credentials.fromEnvironment({ prefix: 'GHCR' }))],
    }),
  ],
});
PodDefaults.of(chart).add({ automountServiceAccountToken: false });

new kplus.Deployment(chart, 'web', {
  containers: [{ name: 'web', image: 'ghcr.io/acme/reports-web:1.8.0', portNumber: 8080 }],
});

new kplus.CronJob(chart, 'nightly', {
  schedule: Cron.daily(),
  containers: [{ name: 'render', image: 'ghcr.io/acme/reports-render:1.8.0' }],
});

app.synth();
