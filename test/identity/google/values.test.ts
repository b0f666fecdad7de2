import { gkeClusterUrl } from '../../../src/identity/google/gke-cluster';
import { parseGcpProjectId } from '../../../src/identity/google/project-id';
import { parseGcpProjectNumber } from '../../../src/identity/google/project-number';
import { parseGcpServiceAccountEmail } from '../../../src/identity/google/service-account-email';

describe('a project id', () => {
  test.each(['acme-prod', 'a12345', `a${'b'.repeat(29)}`, 'example.com:acme-prod'])('%s', (text) => {
    expect(parseGcpProjectId(text)).toBe(text);
  });

  test.each(['', 'acme', 'Acme-prod', '1acme-prod', 'acme-prod-', 'acme_prod', `a${'b'.repeat(30)}`, ':acme-prod'])(
    'is not %j',
    (text) => {
      expect(() => parseGcpProjectId(text)).toThrow(expect.objectContaining({ code: 'identity-gcp-project' }));
    },
  );

  test('is not the number', () => {
    expect(() => parseGcpProjectId('123456789012')).toThrowErrorMatchingInlineSnapshot(
      `"project id must be 6 to 30 lower-case letters, digits and '-', and begin with a letter: got '123456789012' (a number: write the id)"`,
    );
  });
});

describe('a project number', () => {
  test.each(['1', '123456789012'])('%s', (text) => {
    expect(parseGcpProjectNumber(text)).toBe(text);
  });

  test.each(['', '0', '012', '-1', '1e5', '12345678901234567890'])('is not %j', (text) => {
    expect(() => parseGcpProjectNumber(text)).toThrow('gcloud projects describe PROJECT_ID');
  });

  test('is not the id, and the message finds it', () => {
    expect(() => parseGcpProjectNumber('acme-prod')).toThrowErrorMatchingInlineSnapshot(
      `"project number must be digits: got 'acme-prod', find it with gcloud projects describe acme-prod '--format=value(projectNumber)'"`,
    );
  });
});

describe('the email of a service account', () => {
  test.each([
    'api-server@acme-prod.iam.gserviceaccount.com',
    'api-server@acme-prod.example.com.iam.gserviceaccount.com',
    '123456789012-compute@developer.gserviceaccount.com',
    'acme-prod@appspot.gserviceaccount.com',
  ])('%s', (text) => {
    expect(parseGcpServiceAccountEmail(text)).toBe(text);
  });

  test.each([
    '',
    'api-server',
    'api-server@acme-prod',
    'jane@acme.io',
    'api@acme-prod.iam.gserviceaccount.com',
    'Api-server@acme-prod.iam.gserviceaccount.com',
    'api-server@acme-prod.iam.gserviceaccount.com.',
    `api-server@${'a'.repeat(160)}.iam.gserviceaccount.com`,
  ])('is not %j', (text) => {
    expect(() => parseGcpServiceAccountEmail(text)).toThrow(
      /^service account email is malformed: got '.*write 'NAME@PROJECT_ID\.iam/,
    );
  });
});

describe('a GKE cluster', () => {
  const cluster = { projectId: 'acme-prod', location: 'europe-west1', clusterName: 'prod' };

  test('has a URL', () => {
    expect(gkeClusterUrl(cluster)).toBe(
      'https://container.googleapis.com/v1/projects/acme-prod/locations/europe-west1/clusters/prod',
    );
    expect(gkeClusterUrl({ ...cluster, location: 'us-central1-c' })).toContain('/locations/us-central1-c/');
  });

  test.each([
    [{ clusterName: 'Prod' }, "GKE cluster name must be at most 40 lower-case letters, digits and '-': got 'Prod'"],
    [{ clusterName: 'prod_eu' }, "got 'prod_eu'"],
    [{ clusterName: 'a'.repeat(41) }, "got 'aaaa"],
    [{ location: 'europe' }, "GKE location must be a region or a zone: got 'europe', write 'europe-west1'"],
    [{ location: 'europe-west1-' }, "got 'europe-west1-'"],
    [{ projectId: '1' }, 'project id must be'],
  ])('is refused: %j', (wrong, message) => {
    expect(() => gkeClusterUrl({ ...cluster, ...wrong })).toThrow(message);
  });
});
