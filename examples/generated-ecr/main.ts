// Tokens of ECR live 12 hours: a generator asks for a new one every 6, as the role of a service account. No password is stored anywhere.
import { ApiObject, App, Chart } from 'cdk8s';
import {
  AwsAuth,
  GeneratedCredentials,
  PrivateRegistryAccess,
  PullSecret,
  Registry,
  ServiceAccountBinding,
} from 'regcred';

const app = new App();
const chart = new Chart(app, 'generated-ecr', { namespace: 'payments' });

const account = '111122223333';
const region = 'eu-central-1';
const token = GeneratedCredentials.ecr({ auth: AwsAuth.serviceAccount('ecr-puller') });

new PrivateRegistryAccess(chart, 'pull', {
  namespaces: ['payments'],
  createNamespaces: true,
  pullSecrets: [
    PullSecret.generated({
      logins: [
        Registry.ecr({ account, region }).login(token),
        // the same registry under its dual-stack name, which is another host to the kubelet
        Registry.ecr({ account, region, dualStack: true }).login(token),
      ],
    }),
  ],
  serviceAccounts: [
    ServiceAccountBinding.patchDefault(),
    ServiceAccountBinding.create({
      name: 'ecr-puller',
      annotations: { 'eks.amazonaws.com/role-arn': `arn:aws:iam::${account}:role/ecr-puller` },
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
