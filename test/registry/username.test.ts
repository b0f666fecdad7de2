import { Registry } from '../../src/registry';

const ecr = Registry.ecr({ account: '123456789012', region: 'eu-west-1' });
const registries: Record<string, Registry> = {
  'docker-hub': Registry.dockerHub(),
  ghcr: Registry.ghcr(),
  quay: Registry.quay(),
  ecr,
  'ecr-public': Registry.ecrPublic(),
  gcr: Registry.gcr(),
  'artifact-registry': Registry.artifactRegistry({ location: 'us' }),
  acr: Registry.acr({ name: 'acmeprod' }),
  harbor: Registry.harbor({ host: 'harbor.example.com' }),
  gitlab: Registry.gitlab(),
  ocir: Registry.ocir({ region: 'fra' }),
  ibm: Registry.ibm(),
  'ibm-entitled': Registry.ibmEntitled(),
  'red-hat': Registry.redHat(),
  scaleway: Registry.scaleway({ region: 'fr-par' }),
  nvidia: Registry.nvidia(),
  chainguard: Registry.chainguard(),
  cloudsmith: Registry.cloudsmith(),
  digitalocean: Registry.digitalOcean(),
  custom: Registry.custom('private-registry.io'),
};

function verdict(id: string, username: string): string {
  const registry = registries[id];
  if (!registry) throw new Error(`no registry ${id}`);
  try {
    return registry.checkUsername(username).join('; ') || 'good';
  } catch (error) {
    return `${(error as { code: string }).code}: ${(error as Error).message}`;
  }
}

test.each([
  ['docker-hub', 'cloudwithvarjosh'],
  ['ghcr', 'Octocat'],
  ['quay', 'acme+puller'],
  ['quay', '$oauthtoken'],
  ['ecr', 'AWS'],
  ['ecr-public', 'AWS'],
  ['gcr', '_json_key'],
  ['artifact-registry', '_json_key_base64'],
  ['artifact-registry', 'oauth2accesstoken'],
  ['artifact-registry', '_token'],
  ['artifact-registry', '_dcgcloud_token'],
  ['acr', '00000000-0000-0000-0000-000000000000'],
  ['harbor', 'robot$acme+puller'],
  ['harbor', 'robot$puller'],
  ['harbor', 'bot-acme+puller'],
  ['gitlab', 'gitlab+deploy-token-42'],
  ['gitlab', 'anybody'],
  ['ocir', 'axacme/jane@example.com'],
  ['ocir', 'axacme/oracleidentitycloudservice/jane@example.com'],
  ['ibm', 'iamapikey'],
  ['ibm-entitled', 'cp'],
  ['red-hat', '1234567|puller'],
  ['scaleway', 'nologin'],
  ['nvidia', '$oauthtoken'],
  ['chainguard', '0a1b2c/3d4e5f'],
  ['chainguard', '_token'],
  ['cloudsmith', 'acme/images'],
  ['digitalocean', 'dop_v1_0123456789abcdef'],
  ['custom', 'registry-user'],
])('%s: %s is good', (id, username) => {
  expect(verdict(id, username)).toBe('good');
});

test('what cannot log in is an error, what is only unusual a warning', () => {
  const usernames: [string, string][] = [
    ['ecr', 'aws'],
    ['ecr-public', 'AKIAIOSFODNN7EXAMPLE'],
    ['artifact-registry', 'json_key'],
    ['artifact-registry', 'puller@acme.iam.gserviceaccount.com'],
    ['gcr', '_JSON_KEY'],
    ['nvidia', 'oauthtoken'],
    ['nvidia', '\\$oauthtoken'],
    ['scaleway', 'SCWXXXXXXXXXXXXXXXXX'],
    ['ibm', 'jane@example.com'],
    ['ocir', 'jane'],
    ['custom', ''],
    ['docker-hub', 'jane@example.com'],
    ['quay', 'jane'],
    ['harbor', 'robot+puller'],
    ['gitlab', 'gitlab-deploy-token-42'],
    ['gitlab', 'gitlab+deploy-token'],
    ['red-hat', 'puller'],
    ['chainguard', 'jane'],
    ['ibm-entitled', 'iamapikey'],
  ];
  const verdicts = usernames.map(([id, username]) => verdict(id, username));
  expect(verdicts.join('\n')).toMatchInlineSnapshot(`
"registry-username: username for Amazon ECR must be another one: got 'aws', write 'AWS'
registry-username: username for Amazon ECR Public must be another one: got 'AKIAIOSFODNN7EXAMPLE', write 'AWS'
registry-username: username for Google Artifact Registry must be another one: got 'json_key', write '_json_key_base64', '_json_key' or 'oauth2accesstoken'
registry-username: username for Google Artifact Registry must be another one: got 'puller@acme.iam.gserviceaccount.com', write '_json_key_base64', '_json_key' or 'oauth2accesstoken'
registry-username: username for Google Container Registry must be another one: got '_JSON_KEY', write '_json_key_base64', '_json_key' or 'oauth2accesstoken'
registry-username: username for NVIDIA NGC must be another one: got 'oauthtoken', write '$oauthtoken', letter for letter (in single quotes, or a shell takes it for a variable)
registry-username: username for NVIDIA NGC must be another one: got '\\$oauthtoken', write '$oauthtoken', letter for letter (in single quotes, or a shell takes it for a variable)
registry-username: username for Scaleway Container Registry must be another one: got 'SCWXXXXXXXXXXXXXXXXX', write 'nologin'
registry-username: username for IBM Cloud Container Registry must be another one: got 'jane@example.com', write 'iamapikey'
registry-username: username for Oracle Cloud Infrastructure Registry must be another one: got 'jane', write 'tenancy-namespace/user'
registry-username: username for private-registry.io is empty
username for Docker Hub is unusual: got 'jane@example.com', write the Docker ID, not the e-mail address
username for Quay is unusual: got 'jane', write a robot account such as 'acme+puller'
username for Harbor is unusual: got 'robot+puller', write 'robot$project+name' (in quotes, or a shell takes '$project' for a variable)
username for GitLab Container Registry is unusual: got 'gitlab-deploy-token-42', write 'gitlab+deploy-token-N' with the number that GitLab shows
username for GitLab Container Registry is unusual: got 'gitlab+deploy-token', write 'gitlab+deploy-token-N' with the number that GitLab shows
username for Red Hat Ecosystem Catalog is unusual: got 'puller', write a registry service account such as '1234567|puller' (in quotes: a shell takes '|' for a pipe)
username for Chainguard is unusual: got 'jane', write the pull token's 'organization-id/token-id'
username for IBM Entitled Registry is unusual: got 'iamapikey', write 'cp'"
`);
});

test.each([
  'eyJhbGciOiJIUzI1NiJ9.e30.abc',
  'ghp_abcdefghij',
  '{"type":"service_account"}',
  'x'.repeat(65),
  'jane:hunter2',
  'K7QX2M0ZP4R9T1V8W3Y5B6N2C7D4F1G8H3J6K9L2M5N8P1Q4R7S0T3V6W9X2Y5Z8', // a robot's, of Quay
  'wJalrXUtnFEMIbPxRfiCYEXAMPLEKEY0', // a robot's, of Harbor
  '11111111-2222-3333-4444-555555555555', // a secret key, of Scaleway
])('a token in the place of the username is not shown: %s', (token) => {
  expect(verdict('ecr', token)).toBe(
    "registry-username: username for Amazon ECR must be another one: got what may be a token (not shown), write 'AWS'",
  );
});
