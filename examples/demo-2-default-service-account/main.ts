// Demo 2 of the lecture: a namespace whose default service account lists the Secret, and a pod that says nothing of it.
import { ApiObject, App, Chart } from 'cdk8s';
import { Credentials, PrivateRegistryAccess, PullSecret, Registry, ServiceAccountBinding } from 'regcred';

const app = new App();
const chart = new Chart(app, 'demo-2-default-service-account', { namespace: 'app1-ns' });

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
  serviceAccounts: [ServiceAccountBinding.patchDefault()],
  podDefaults: false, // the account alone, as in the lecture; without this line the pod lists the Secret too
});

new ApiObject(chart, 'pod', {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'mypod' },
  spec: { containers: [{ name: 'python-cont', image: 'docker.io/cloudwithvarjosh/app1:1.0.0' }] },
});

app.synth();
