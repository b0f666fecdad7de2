// EKS: tokens of ECR live 12 hours, and a generator asks for a new one every 6, as the role of an account that is for nothing else (IRSA).
// IRSA is who the operator asks as; the kubelet pulls with the Secret. No password is stored anywhere.
import { ApiObject, App, Chart } from 'cdk8s';
import {
  AwsAuth,
  GeneratedCredentials,
  PrivateRegistryAccess,
  PullSecret,
  Registry,
  RuntimeIdentity,
  WorkloadIdentity,
} from 'regcred';

const app = new App();
const chart = new Chart(app, 'ecr-refresh', { namespace: 'payments' });

const namespaces = ['payments'];
const account = '111122223333';
const region = 'eu-central-1';

// its trust policy: regcred identity irsa-trust; its permissions: regcred identity ecr-policy -f dist/
const puller = new WorkloadIdentity(chart, 'puller', {
  namespaces,
  serviceAccount: 'ecr-puller',
  runtime: RuntimeIdentity.eksIrsa({ roleArn: `arn:aws:iam::${account}:role/ecr-puller` }),
});
const token = GeneratedCredentials.ecr({ auth: AwsAuth.serviceAccount(puller.serviceAccountName) });

new PrivateRegistryAccess(chart, 'pull', {
  namespaces,
  pullSecrets: [
    PullSecret.generated({
      logins: [
        Registry.ecr({ account, region }).login(token),
        // the same registry under its dual-stack name, which is another host to the kubelet
        Registry.ecr({ account, region, dualStack: true }).login(token),
      ],
    }),
  ],
});

new ApiObject(chart, 'pod', {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'ledger' },
  spec: {
    containers: [
      { name: 'ledger', image: `${account}.dkr.ecr.${region}.amazonaws.com/ledger:3.1.0` },
      { name: 'proxy', image: `${account}.dkr-ecr.${region}.on.aws/proxy:1.30.0` },
    ],
  },
});

app.synth();
