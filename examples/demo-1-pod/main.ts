// Demo 1 of the lecture: a Secret for Docker Hub, and a pod that refers to it.
import { ApiObject, App, Chart } from 'cdk8s';
import { Credentials, PrivateRegistryAccess, PullSecret, Registry } from 'regcred';

const app = new App();
const chart = new Chart(app, 'demo-1-pod');

new PrivateRegistryAccess(chart, 'pull', {
  namespaces: ['default'],
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
  serviceAccounts: [], // this demo binds the pod and no account
});

new ApiObject(chart, 'pod', {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'mypod' },
  spec: { containers: [{ name: 'python-cont', image: 'docker.io/cloudwithvarjosh/app1:1.0.0' }] },
});

app.synth();
