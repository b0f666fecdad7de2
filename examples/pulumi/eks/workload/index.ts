// What the billing team deploys: the roles come from the other stack, and are known when Pulumi runs.
import { Deployment } from '@pulumi/kubernetes/apps/v1';
import { Namespace } from '@pulumi/kubernetes/core/v1';
import { Config, StackReference } from '@pulumi/pulumi';
import { PullIdentity, RuntimeIdentity, WorkloadIdentity } from 'regcred/pulumi';

const iam = new StackReference(new Config().require('iamStack')); // ORGANIZATION/eks-iam/STACK
const namespace = new Namespace('billing', { metadata: { name: 'billing' } });

const identity = new WorkloadIdentity('api', {
  namespaces: [namespace],
  serviceAccount: 'api',
  runtime: iam.requireOutput('runtimeRoleArn').apply((roleArn) => RuntimeIdentity.eksIrsa({ roleArn })),
  pull: iam.requireOutput('pullRoleArn').apply((roleArn) => PullIdentity.ecr({ roleArn })),
});

new Deployment('api', {
  metadata: { name: 'api', namespace: namespace.metadata.name },
  spec: {
    selector: { matchLabels: { app: 'api' } },
    template: {
      metadata: { labels: { app: 'api' } },
      spec: {
        serviceAccountName: identity.serviceAccountName,
        containers: [{ name: 'api', image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/billing/api:3.1.0' }],
      },
    },
  },
});
