import { inspect } from 'node:util';
import { AzureCloud, Registry } from '../../src/registry';
import { CATALOGUE } from '../../src/registry/catalogue';

test.each<[string, Registry, string]>([
  ['Docker Hub', Registry.dockerHub(), 'https://index.docker.io/v1/'],
  ['Docker Hub', Registry.dockerHub({ namespace: 'acme' }), 'docker.io/acme/'],
  ['GitHub Container Registry', Registry.ghcr(), 'ghcr.io'],
  ['GitHub Container Registry', Registry.ghcr({ owner: 'acme' }), 'ghcr.io/acme/'],
  // 'ghcr.io/v2/' would be the whole registry to the kubelet
  ['GitHub Container Registry', Registry.ghcr({ owner: 'v2' }), 'ghcr.io/v2/v2/'],
  [
    'GitHub Container Registry',
    Registry.ghcr({ host: 'containers.github.example.com' }),
    'containers.github.example.com',
  ],
  ['Quay', Registry.quay({ organization: 'acme' }), 'quay.io/acme/'],
  ['Quay', Registry.quay({ host: 'https://quay.example.com/' }), 'quay.example.com'],
  ['Amazon ECR Public', Registry.ecrPublic(), 'public.ecr.aws'],
  ['Google Artifact Registry', Registry.artifactRegistry({ location: 'us' }), 'us-docker.pkg.dev'],
  [
    'Google Artifact Registry',
    Registry.artifactRegistry({ location: 'europe-west1', project: 'acme-prod', repository: 'images' }),
    'europe-west1-docker.pkg.dev/acme-prod/images/',
  ],
  ['Azure Container Registry', Registry.acr({ name: 'acmeprod' }), 'acmeprod.azurecr.io'],
  [
    'Azure Container Registry',
    Registry.acr({ name: 'acmeprod-h4s1', cloud: AzureCloud.CHINA }),
    'acmeprod-h4s1.azurecr.cn',
  ],
  [
    'Azure Container Registry',
    Registry.acr({ name: 'acmeprod', replica: 'westeurope' }),
    'acmeprod.westeurope.geo.azurecr.io',
  ],
  ['Harbor', Registry.harbor({ host: 'harbor.example.com:8443', project: 'acme' }), 'harbor.example.com:8443/acme/'],
  ['Sonatype Nexus Repository', Registry.nexus({ host: 'nexus.example.com:8443' }), 'nexus.example.com:8443'],
  [
    'JFrog Artifactory',
    Registry.artifactory({ host: 'acme.jfrog.io', repository: 'docker-local' }),
    'acme.jfrog.io/docker-local/',
  ],
  ['GitLab Container Registry', Registry.gitlab({ group: 'acme/platform' }), 'registry.gitlab.com/acme/platform/'],
  ['GitLab Container Registry', Registry.gitlab({ host: 'gitlab.example.com:5050' }), 'gitlab.example.com:5050'],
  ['DigitalOcean Container Registry', Registry.digitalOcean({ registry: 'acme' }), 'registry.digitalocean.com/acme/'],
  [
    'Oracle Cloud Infrastructure Registry',
    Registry.ocir({ region: 'eu-frankfurt-1', tenancyNamespace: 'axacme' }),
    'eu-frankfurt-1.ocir.io/axacme/',
  ],
  ['IBM Cloud Container Registry', Registry.ibm({ region: 'de', privateNetwork: true }), 'private.de.icr.io'],
  ['IBM Entitled Registry', Registry.ibmEntitled(), 'cp.icr.io'],
  ['Red Hat Ecosystem Catalog', Registry.redHat(), 'registry.redhat.io'],
  ['Scaleway Container Registry', Registry.scaleway({ region: 'pl-waw' }), 'rg.pl-waw.scw.cloud'],
  ['NVIDIA NGC', Registry.nvidia({ org: 'acme' }), 'nvcr.io/acme/'],
  ['Chainguard', Registry.chainguard({ organization: 'acme.example' }), 'cgr.dev/acme.example/'],
  [
    'Cloudsmith',
    Registry.cloudsmith({ organization: 'acme', repository: 'images' }),
    'docker.cloudsmith.io/acme/images/',
  ],
  ['private-registry.io', Registry.custom('private-registry.io'), 'private-registry.io'],
  ['Our registry', Registry.custom('private-registry.io/apps', { name: 'Our registry' }), 'private-registry.io/apps/'],
  ['GitHub Container Registry', Registry.custom('ghcr.io/acme'), 'ghcr.io/acme/'],
])('%s: %s', (name, registry, key) => {
  expect(registry.name).toBe(name);
  expect(registry.serverKey).toBe(key);
});

test.each<[() => Registry, string, string]>([
  [() => Registry.ghcr({ owner: 'Acme' }), 'registry-owner', "write 'acme'"],
  [() => Registry.ghcr({ owner: 'acme/' }), 'registry-owner', "got 'acme/', write 'acme'"],
  [() => Registry.ghcr({ owner: '' }), 'registry-owner', "got ''"],
  [() => Registry.ghcr({ owner: '*' }), 'registry-owner', "got '*'"],
  [
    () => Registry.ghcr({ host: 'ghcr.io/acme' }),
    'registry-host',
    "host must stand alone: got 'ghcr.io/acme', write 'ghcr.io'",
  ],
  [() => Registry.quay({ host: 'Quay.example.com' }), 'registry-server-key', "write 'quay.example.com'"],
  [
    () => Registry.artifactRegistry({ location: 'us', repository: 'images' }),
    'registry-owner',
    "repository needs the project that it is in: got only 'images'",
  ],
  [
    () => Registry.artifactRegistry({ location: 'us-docker.pkg.dev' }),
    'registry-host',
    "location of Google Artifact Registry must be one of Google Cloud alone: got 'us-docker.pkg.dev', write 'us'",
  ],
  [
    () => Registry.artifactRegistry({ location: 'us_east4' }),
    'registry-host',
    "Google Artifact Registry has no host 'us_east4-docker.pkg.dev'",
  ],
  [() => Registry.acr({ name: 'AcmeProd' }), 'registry-host', "got 'AcmeProd', write 'acmeprod'"],
  [() => Registry.acr({ name: 'acme' }), 'registry-host', '5 to 50 letters and digits'],
  [() => Registry.gcr({ host: 'mirror.gcr.io' }), 'registry-host', "has no host 'mirror.gcr.io'"],
  [
    () => Registry.ocir({ region: 'frankfurt' }),
    'registry-host',
    "has no host 'frankfurt.ocir.io'; its hosts are such as 'fra.ocir.io'",
  ],
  [() => Registry.ibm({ region: 'fr' }), 'registry-host', "has no host 'fr.icr.io'"],
  [() => Registry.scaleway({ region: 'us' }), 'registry-host', "has no host 'rg.us.scw.cloud'"],
  [
    () => Registry.custom('r.example.com', { tokenLifetime: 0 }),
    'registry-token-lifetime',
    'whole number of seconds above 0: got 0',
  ],
  [() => Registry.ghcr({ owner: 'ghcr.io/acme' }), 'registry-owner', "got 'ghcr.io/acme', write 'acme'"],
  [() => Registry.dockerHub({ namespace: 'docker.io/acme' }), 'registry-owner', "got 'docker.io/acme', write 'acme'"],
  [() => Registry.ghcr({ owner: '/Acme/' }), 'registry-owner', "got '/Acme/', write 'acme'"],
  [
    () => Registry.artifactRegistry({ location: 'us', project: 'example.com:app' }),
    'registry-owner',
    "got 'example.com:app', write 'example.com/app'",
  ],
  [
    () => Registry.artifactRegistry({ location: 'Europe-West1-docker.pkg.dev' }),
    'registry-host',
    "got 'Europe-West1-docker.pkg.dev', write 'europe-west1'",
  ],
  [() => Registry.acr({ name: 'AcmeProd.azurecr.io' }), 'registry-host', "got 'AcmeProd.azurecr.io', write 'acmeprod'"],
  [
    () => Registry.gcr({ host: 7 as never }),
    'registry-host',
    "host must be a string: got a number, write one such as 'gcr.io'",
  ],
  [() => Registry.custom('registry-1.docker.io'), 'registry-server-key', "write 'https://index.docker.io/v1/'"],
])('%s is refused: %s', (make, code, message) => {
  expect(make).toThrow(expect.objectContaining({ code, message: expect.stringContaining(message) }));
});

test.each([
  ['nginx', 'docker-hub'],
  ['index.docker.io/acme/app', 'docker-hub'],
  ['registry-1.docker.io/acme/app', 'docker-hub'],
  ['ghcr.io/acme/app:1', 'ghcr'],
  ['GHCR.IO/acme/app', 'ghcr'],
  ['ghcr.io:443/acme/app', 'ghcr'],
  ['123456789012.dkr-ecr-fips.us-east-1.on.aws/app', 'ecr'],
  ['registry.k8s.io/pause:3.10', 'kubernetes'],
  ['private-registry.io/apps/internal-app', 'custom'],
  ['localhost:5000/app', 'custom'],
  ['x_y.io/app', 'custom'],
])('%s is served by %s', (image, id) => {
  expect(Registry.forImage(image).id).toBe(id);
});

test('a key found by an image is the canonical one', () => {
  expect(Registry.forImage('nginx').serverKey).toBe('https://index.docker.io/v1/');
  expect(Registry.forImage('registry-1.docker.io/acme/app').serverKey).toBe('https://index.docker.io/v1/');
  expect(Registry.forImage('ghcr.io:443/acme/app').serverKey).toBe('ghcr.io:443');
});

test('what is wrong with a path', () => {
  const images = [
    'nginx',
    'docker.io/acme/app',
    'docker.io/acme/team/app',
    'ghcr.io/app',
    'GHCR.io/acme/app',
    'europe-west1-docker.pkg.dev/acme-prod/app',
    'europe-west1-docker.pkg.dev/acme-prod/images/team/app',
    'registry-1.docker.io/acme/app:1',
    'acmeprod.westeurope.data.azurecr.io/app',
    'quay.io/app',
    'acmeprod.azurecr.io/team/backend/app',
    'docker.cloudsmith.io/acme/app',
    'private-registry.io/app',
  ];
  const lines = images.map(
    (image) => `${image}: ${Registry.forImage(image).imageProblems(image).join('; ') || 'good'}`,
  );
  expect(lines.join('\n')).toMatchInlineSnapshot(`
"nginx: good
docker.io/acme/app: good
docker.io/acme/team/app: Docker Hub wants a path of 2 parts, namespace/repository: got 'acme/team/app'
ghcr.io/app: GitHub Container Registry wants a path of at least 2 parts, owner/image: got 'app' (not yet verified)
GHCR.io/acme/app: 'GHCR.io' has capitals, so no credential is found for it: write 'ghcr.io/acme/app'
europe-west1-docker.pkg.dev/acme-prod/app: Google Artifact Registry wants a path of at least 3 parts, project/repository/image: got 'acme-prod/app'
europe-west1-docker.pkg.dev/acme-prod/images/team/app: good
registry-1.docker.io/acme/app:1: 'registry-1.docker.io' is no registry (the kubelet never uses it for images of Docker Hub): write 'docker.io/acme/app'
acmeprod.westeurope.data.azurecr.io/app: 'acmeprod.westeurope.data.azurecr.io' is no registry (a data endpoint only serves layers, nobody logs in there): write 'acmeprod.azurecr.io/app'
quay.io/app: Quay wants a path of at least 2 parts, namespace/repository: got 'app'
acmeprod.azurecr.io/team/backend/app: good
docker.cloudsmith.io/acme/app: Cloudsmith wants a path of at least 3 parts, organization/repository/image: got 'acme/app'
private-registry.io/app: good"
`);
});

test('Harbor nests under a project', () => {
  const harbor = Registry.harbor({ host: 'harbor.example.com' });
  expect(harbor.imageProblems('harbor.example.com/dev/backend/app:v1')).toEqual([]);
  expect(harbor.imageProblems('harbor.example.com/app:v1')).toEqual([
    "Harbor wants a path of at least 2 parts, project/repository: got 'app'",
  ]);
});

test.each([
  ['nginx', true],
  ['cloudwithvarjosh/app1:1.0.0', false],
  ['registry.k8s.io/pause:3.10', true],
  ['mcr.microsoft.com/dotnet/runtime:8.0', true],
  ['public.ecr.aws/docker/library/nginx', true],
  ['gcr.io/distroless/static', true],
  ['gcr.io/acme/app', false],
  ['quay.io/prometheus/prometheus', false],
  ['ghcr.io/acme/app', false],
  ['123456789012.dkr.ecr.eu-west-1.amazonaws.com/app', false],
  ['private-registry.io/app', false],
])('%s is known to be public: %s', (image, known) => {
  expect(Registry.forImage(image).isPublic(image)).toBe(known);
});

test('an image of somebody else is not known to be public', () => {
  expect(Registry.dockerHub().isPublic('ghcr.io/library/app')).toBe(false);
  expect(Registry.ecrPublic().isPublic('ghcr.io/acme/app')).toBe(false);
});

test.each<[Registry, number | undefined]>([
  [Registry.ecr({ account: '123456789012', region: 'eu-west-1' }), 12 * 3_600],
  [Registry.artifactRegistry({ location: 'us' }), 3_600],
  [Registry.acr({ name: 'acmeprod' }), 75 * 60],
  [Registry.cloudsmith(), 2 * 3_600],
  [Registry.dockerHub(), undefined],
  [Registry.custom('private-registry.io', { tokenLifetime: 900 }), 900],
])('a token of %s lives %s seconds', (registry, seconds) => {
  expect(registry.tokenLifetime).toBe(seconds);
});

test('a registry whose every credential expires says so', () => {
  expect(CATALOGUE.filter(({ lifetime }) => lifetime.always).map(({ id }) => id)).toEqual(['ecr', 'ecr-public']);
  expect(Registry.ecrPublic().alwaysExpires).toBe(true);
  expect(Registry.acr({ name: 'acmeprod' }).alwaysExpires).toBe(false);
});

test('hosts for rules and for the kubelet', () => {
  expect(Registry.ghcr({ owner: 'acme' }).hostPatterns).toEqual(['^ghcr\\.io$']);
  expect(Registry.harbor({ host: 'harbor.example.com:8443' }).hostPatterns).toEqual(['^harbor\\.example\\.com$']);
  expect(Registry.custom('*.example.com').hostPatterns).toEqual(['^[^.]*\\.example\\.com$']);
  expect(Registry.harbor({ host: 'harbor.example.com:8443' }).matchImages).toEqual(['harbor.example.com:8443']);
  expect(Registry.custom('ghcr.io:443').matchImages).toEqual(['ghcr.io:443']);
  expect(Registry.acr({ name: 'acmeprod' }).matchImages).toContain('*.*.geo.azurecr.io');
});

test('what nobody has checked is said', () => {
  expect(Registry.dockerHub().unverified).toEqual(['lifetime']);
  expect(Registry.nexus({ host: 'nexus.example.com' }).unverified).toEqual([
    'hosts',
    'username',
    'lifetime',
    'path',
    'anonymous',
  ]);
});

test('a login is a registry and credentials', () => {
  const credentials = { description: 'the environment variables GHCR_USERNAME and GHCR_PASSWORD' };
  const login = Registry.ghcr({ owner: 'acme' }).login(credentials, { email: 'ops@example.com' });
  expect(login).toMatchObject({ serverKey: 'ghcr.io/acme/', credentials, email: 'ops@example.com' });
  expect(String(login)).toBe('ghcr.io/acme/ (the environment variables GHCR_USERNAME and GHCR_PASSWORD)');
  expect(`${login.registry}`).toBe('GitHub Container Registry (ghcr.io/acme/)');
  expect(inspect(login)).toContain("serverKey: 'ghcr.io/acme/'");
});

test('the key of every sample host is what a user may write for it', () => {
  for (const host of CATALOGUE.flatMap(({ samples }) => samples).filter(
    (sample) => sample !== 'registry-1.docker.io',
  )) {
    expect(Registry.custom(host).serverKey).toBe(Registry.forHost(host).serverKey);
  }
});
