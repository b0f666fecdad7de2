// AKS: the containers are one identity of Entra, and a generator gets the tokens of the registry as another. The pods of the first have the
// label without which Azure's webhook does nothing; the operator needs none, since it asks for the token itself.
import { ApiObject, App, Chart } from 'cdk8s';
import {
  AzureAuth,
  GeneratedCredentials,
  PrivateRegistryAccess,
  PullSecret,
  Registry,
  RuntimeIdentity,
  ServiceAccountBinding,
  WorkloadIdentity,
} from 'regcred';

const app = new App();
const chart = new Chart(app, 'acr', { namespace: 'payments' });

const namespaces = ['payments'];
const tenantId = '66666666-7777-8888-9999-000000000000';

// the federated credential of each: regcred identity azure-credentials; the role AcrPull: regcred identity acr-grants
const ledger = new WorkloadIdentity(chart, 'ledger', {
  namespaces,
  serviceAccount: 'ledger',
  runtime: RuntimeIdentity.azure({ clientId: '11111111-2222-3333-4444-555555555555', tenantId }),
});
const puller = new WorkloadIdentity(chart, 'puller', {
  namespaces,
  serviceAccount: 'acr-puller',
  runtime: RuntimeIdentity.azure({ clientId: 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee', tenantId }),
});
const token = GeneratedCredentials.acr({ auth: AzureAuth.workloadIdentity(puller.serviceAccountName), tenantId });

new PrivateRegistryAccess(chart, 'pull', {
  namespaces,
  pullSecrets: [PullSecret.generated({ logins: [Registry.acr({ name: 'acmeprod' }).login(token)] })],
  // one document for the account: the identity above makes it, and this puts the list into it
  serviceAccounts: [ServiceAccountBinding.patchDefault(), ServiceAccountBinding.patch({ name: 'ledger' })],
});

new ApiObject(chart, 'ledger-deployment', {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'ledger' },
  spec: {
    selector: { matchLabels: { app: 'ledger' } },
    template: {
      metadata: { labels: { app: 'ledger' } },
      spec: {
        serviceAccountName: ledger.serviceAccountName,
        containers: [{ name: 'ledger', image: 'acmeprod.azurecr.io/shop/ledger:3.1.0' }],
      },
    },
  },
});

app.synth();
