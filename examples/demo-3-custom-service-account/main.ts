// Demo 3 of the lecture: an account of the app's own. It inherits nothing from `default`, and so it is bound by name.
import { ApiObject, App, Chart } from 'cdk8s';
import { Credentials, PrivateRegistryAccess, PullSecret, Registry, ServiceAccountBinding } from 'regcred';

const app = new App();
const chart = new Chart(app, 'demo-3-custom-service-account', { namespace: 'app1-ns' });

new PrivateRegistryAccess(chart, 'pull', {
  namespaces: ['app1-ns'],
  createNamespaces: true,
  pullSecrets: [
    PullSecret.fromLogins({
      name: 'dockerhub-secret',
      logins: [
        Registry.dockerHub().login(Credentials.fromEnvironment({ prefix: 'DOCKERHUB' }), {
          email: 'cloudwithvarjosh@gmail.com',
        }),
      ],
    }),
  ],
  serviceAccounts: [ServiceAccountBinding.create({ name: 'app1-sa' })],
  podDefaults: false, // the account alone, as in the lecture; without this line the pod lists the Secret too
});

new ApiObject(chart, 'pod', {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'app1-pod' },
  spec: {
    serviceAccountName: 'app1-sa',
    containers: [{ name: 'python-cont', image: 'docker.io/cloudwithvarjosh/app1:1.0.0' }],
  },
});

app.synth();
