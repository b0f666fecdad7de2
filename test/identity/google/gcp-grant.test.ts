import { GcpGrant } from '../../../src/identity';

const accounts = { namespaces: ['payments', 'orders'], serviceAccount: 'api' };
const project = { projectId: 'acme-prod', projectNumber: '123456789012' };
const commands = (grants: GcpGrant[]) => grants.map(({ command }) => command).join('\n');

test('each account may act as the Google service account', () => {
  const serviceAccountEmail = 'api-server@acme-prod.iam.gserviceaccount.com';
  const grants = GcpGrant.workloadIdentityUser({ serviceAccountEmail, clusterProjectId: 'acme-prod', ...accounts });
  expect(commands(grants)).toMatchInlineSnapshot(`
"gcloud iam service-accounts add-iam-policy-binding api-server@acme-prod.iam.gserviceaccount.com --role=roles/iam.workloadIdentityUser '--member=serviceAccount:acme-prod.svc.id.goog[payments/api]'
gcloud iam service-accounts add-iam-policy-binding api-server@acme-prod.iam.gserviceaccount.com --role=roles/iam.workloadIdentityUser '--member=serviceAccount:acme-prod.svc.id.goog[orders/api]'"
`);
});

test('a role for each account itself', () => {
  const grants = GcpGrant.direct({ role: 'roles/storage.objectViewer', ...project, ...accounts });
  expect(commands(grants)).toMatchInlineSnapshot(`
"gcloud projects add-iam-policy-binding acme-prod --condition=None --role=roles/storage.objectViewer --member=principal://iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/acme-prod.svc.id.goog/subject/ns/payments/sa/api
gcloud projects add-iam-policy-binding acme-prod --condition=None --role=roles/storage.objectViewer --member=principal://iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/acme-prod.svc.id.goog/subject/ns/orders/sa/api"
`);
});

test('a role of another project, and a custom one', () => {
  const role = 'projects/acme-data/roles/reader.v2';
  const [grant] = GcpGrant.direct({ role, targetProjectId: 'acme-data', ...project, ...accounts });
  expect(grant).toMatchObject({ role });
  expect(grant?.command).toContain(' acme-data --condition=None --role=projects/acme-data/roles/reader.v2 ');
});

test.each(['', 'storage.objectViewer', 'roles/', 'roles/a b', `roles/${'a'.repeat(200)}`])('%j is no role', (role) => {
  expect(() => GcpGrant.direct({ role, ...project, ...accounts })).toThrow(
    expect.objectContaining({ code: 'identity-gcp-role' }),
  );
});

test('the repositories of the images, each once', () => {
  const images = [
    'europe-west1-docker.pkg.dev/acme-prod/images/api:1',
    'europe-west1-docker.pkg.dev/acme-prod/images/worker:1',
    'nginx',
  ];
  const grants = GcpGrant.artifactRegistryReader({
    images,
    ...project,
    namespaces: ['payments'],
    serviceAccount: 'api',
  });
  expect(commands(grants)).toMatchInlineSnapshot(
    `"gcloud artifacts repositories add-iam-policy-binding images --location=europe-west1 --project=acme-prod --role=roles/artifactregistry.reader --member=principal://iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/acme-prod.svc.id.goog/subject/ns/payments/sa/api"`,
  );
});

test.each([
  ['us-docker.pkg.dev/acme-prod/images/team/api', 'images --location=us --project=acme-prod'],
  [
    'europe-west1-docker.pkg.dev/example.com/acme-prod/images/api',
    'images --location=europe-west1 --project=example.com:acme-prod',
  ],
  ['gcr.io/acme-prod/api', 'gcr.io --location=us --project=acme-prod'],
  ['us.gcr.io/acme-prod/api', 'us.gcr.io --location=us --project=acme-prod'],
  ['eu.gcr.io/acme-prod/api', 'eu.gcr.io --location=europe --project=acme-prod'],
  ['asia.gcr.io/example.com/acme-prod/api', 'asia.gcr.io --location=asia --project=example.com:acme-prod'],
])('%s lies in %s', (image, where) => {
  const [grant] = GcpGrant.artifactRegistryReader({ images: [image], ...project, ...accounts });
  expect(grant?.command).toContain(
    `gcloud artifacts repositories add-iam-policy-binding ${where} --role=roles/artifactregistry.reader `,
  );
});

test('images that lie in no repository', () => {
  const images = ['nginx', 'europe-west1-docker.pkg.dev/acme-prod/images', 'mirror.gcr.io/library/redis'];
  expect(() => GcpGrant.artifactRegistryReader({ images, ...project, ...accounts })).toThrowErrorMatchingInlineSnapshot(
    `"no repository of Artifact Registry to pull from: got 3 images, write one such as 'europe-west1-docker.pkg.dev/acme-prod/images/api'"`,
  );
});
