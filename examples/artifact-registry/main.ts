// GKE: an access token of Artifact Registry lives an hour, and a generator asks for a new one every half, as a Google service account that
// may read the images and nothing else. For clusters whose node account may not, or images of another organisation.
import { ApiObject, App, Chart } from 'cdk8s';
import {
  GeneratedCredentials,
  GoogleAuth,
  PrivateRegistryAccess,
  PullSecret,
  Registry,
  RuntimeIdentity,
  WorkloadIdentity,
} from 'regcred';

const app = new App();
const chart = new Chart(app, 'artifact-registry', { namespace: 'payments' });

const namespaces = ['payments'];
const cluster = { clusterName: 'prod', clusterLocation: 'europe-west1', clusterProjectId: 'acme-prod' };

// the grant: regcred identity gcp-grants --project-id acme-prod --google-service-account image-puller@acme-images.iam.gserviceaccount.com …
const puller = new WorkloadIdentity(chart, 'puller', {
  namespaces,
  serviceAccount: 'image-puller',
  runtime: RuntimeIdentity.gke({
    serviceAccountEmail: 'image-puller@acme-images.iam.gserviceaccount.com',
    clusterProjectId: cluster.clusterProjectId,
  }),
});
const token = GeneratedCredentials.google({
  projectId: 'acme-images',
  auth: GoogleAuth.workloadIdentity({ ...cluster, serviceAccount: puller.serviceAccountName }),
});

new PrivateRegistryAccess(chart, 'pull', {
  namespaces,
  pullSecrets: [
    PullSecret.generated({ logins: [Registry.artifactRegistry({ location: 'europe-west1' }).login(token)] }),
  ],
});

new ApiObject(chart, 'pod', {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'ledger' },
  spec: { containers: [{ name: 'ledger', image: 'europe-west1-docker.pkg.dev/acme-images/shop/ledger:3.1.0' }] },
});

app.synth();
