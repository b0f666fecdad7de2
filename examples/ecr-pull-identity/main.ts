// EKS, Kubernetes 1.35: the containers are one role (IRSA), and the kubelet pulls their images as another. No pull secret anywhere.
// What AWS and the nodes need besides is printed by cloud.ts; none of it is a manifest.
import { ApiObject, App, Chart } from 'cdk8s';
import { PullIdentity, RuntimeIdentity, WorkloadIdentity } from 'regcred';
import { ACCOUNTS, IMAGE, PULL_ROLE, RUNTIME_ROLE } from './names';

const app = new App();
const chart = new Chart(app, 'ecr-pull-identity');

// before the workloads: the webhook of EKS looks at the account when a pod is made
const identity = new WorkloadIdentity(chart, 'api', {
  ...ACCOUNTS,
  runtime: RuntimeIdentity.eksIrsa({ roleArn: RUNTIME_ROLE, stsRegionalEndpoints: true }),
  pull: PullIdentity.ecr({ roleArn: PULL_ROLE }),
  kubernetesVersion: '1.35',
});

for (const namespace of ACCOUNTS.namespaces) {
  new ApiObject(chart, `api-${namespace}`, {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'api', namespace },
    spec: {
      selector: { matchLabels: { app: 'api' } },
      template: {
        metadata: { labels: { app: 'api' } },
        spec: { serviceAccountName: identity.serviceAccountName, containers: [{ name: 'api', image: IMAGE }] },
      },
    },
  });
}

app.synth();
