import { Testing } from 'cdk8s';
import * as regcred from '../src';

const {
  AcrPullGrant,
  AwsAuth,
  AzureAuth,
  AzureFederatedCredential,
  CredentialProvider,
  Credentials,
  DockerConfig,
  FanOutEngine,
  GcpGrant,
  GeneratedCredentials,
  GoogleAuth,
  IamPolicy,
  ImageReference,
  Keyring,
  NamespaceFanOut,
  NamespaceSelector,
  PlaceholderSource,
  PodDefaults,
  PodIdentityAssociation,
  PrivateRegistryAccess,
  PullCheck,
  PullIdentity,
  PullSecret,
  Registry,
  RegistryPolicy,
  RemoteCredentials,
  RuntimeIdentity,
  SecretReader,
  SecretReaders,
  SecretStore,
  ServiceAccountBinding,
  WorkloadIdentity,
  // biome-ignore lint/suspicious/noExplicitAny: what TypeScript refuses is what plain JavaScript lets through
} = regcred as any;

const PASSWORD = 'hunter2-PW';
const nothing = process.env.A_VARIABLE_THAT_IS_NOT_SET;
const role = 'arn:aws:iam::111122223333:role/api';
const account = { namespaces: ['payments'], serviceAccount: 'api' };

/** The code and the message of what is thrown; a TypeError of the engine is no answer. */
function refusal(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (!(error instanceof regcred.RegcredError)) return `not ours: ${error}`;
    expect(error.message).not.toContain(PASSWORD);
    return `${error.code}: ${error.message}`;
  }
  return 'accepted';
}

const refusals = (...calls: (() => unknown)[]) => calls.map((call) => `${refusal(call)}\n`).join('');

test('an image that is no string', () => {
  expect(
    refusals(
      () => ImageReference.parse(nothing),
      () => ImageReference.parse(null),
      () => ImageReference.parse(42),
      () => ImageReference.parse(['nginx']),
      () => ImageReference.parse({ image: PASSWORD }),
      () => Keyring.of([]).lookup(nothing),
      () => Registry.forImage(nothing),
    ),
  ).toMatchInlineSnapshot(`
"reference-malformed: image must be a string: got undefined, write one such as 'nginx:1.27'
reference-malformed: image must be a string: got null, write one such as 'nginx:1.27'
reference-malformed: image must be a string: got a number, write one such as 'nginx:1.27'
reference-malformed: image must be a string: got a list, write one such as 'nginx:1.27'
reference-malformed: image must be a string: got an object, write one such as 'nginx:1.27'
reference-malformed: image must be a string: got undefined, write one such as 'nginx:1.27'
reference-malformed: image must be a string: got undefined, write one such as 'nginx:1.27'
"
`);
});

test('a registry by what is no string', () => {
  expect(
    refusals(
      () => Registry.custom(nothing),
      () => Registry.forHost(nothing),
      () => Registry.ghcr({ owner: 42 }),
      () => Registry.harbor({ host: nothing }),
      () => Registry.ecr({ account: 111122223333, region: 'eu-central-1' }),
      () => Registry.ecr({ account: '111122223333', region: nothing }),
      () => Registry.acr({ name: nothing }),
      () => Registry.artifactRegistry({ location: nothing, project: 'acme-prod' }),
      () => Registry.ocir({ region: nothing }),
      () => Registry.scaleway({ region: nothing }),
    ),
  ).toMatchInlineSnapshot(`
"registry-server-key: server key must be a string: got undefined, write a host such as 'ghcr.io'
registry-host: host must be a string: got undefined, write one such as 'ghcr.io'
registry-owner: owner must be a string: got a number, write one such as 'acme', or leave it out
registry-host: host must be a string: got undefined, write one such as 'registry.example.com'
registry-host: account must be a string: got a number, write the 12 digits of an AWS account in quotes, such as '111122223333'
registry-host: region must be a string: got undefined, write one such as 'eu-central-1'
registry-host: name must be a string: got undefined, write the first part of the login server, such as 'acmeprod'
registry-host: location must be a string: got undefined, write one such as 'europe-west1'
registry-host: region must be a string: got undefined, write one such as 'fra'
registry-host: region must be a string: got undefined, write one such as 'fr-par'
"
`);
});

test('a login with what is no string', () => {
  expect(
    refusals(
      () => Credentials.unsafePlainText({ username: 'bot', password: nothing }),
      () => Credentials.unsafePlainText({ username: nothing, password: PASSWORD }),
      () => Credentials.unsafePlainText({ username: 'bot', password: [PASSWORD] }),
      () => Credentials.fromEnvironment({ prefix: 42 }),
      () => Credentials.fromFile({ username: 'bot', passwordFile: nothing }),
      () => Credentials.fromDockerConfig({ server: nothing }),
      () => RemoteCredentials.fromStore({ key: nothing }),
      () => RemoteCredentials.passwordFromStore({ key: 'registries/ghcr', username: nothing }),
      () => DockerConfig.fromLogins([{ server: nothing, username: 'bot', password: PASSWORD }]),
      () => DockerConfig.fromLogins([{ server: 'ghcr.io', username: 'bot', password: nothing }]),
      () => DockerConfig.parse(nothing),
      () => DockerConfig.parseBase64(nothing),
    ),
  ).toMatchInlineSnapshot(`
"credential-password: password must be a string: got undefined, write its value, and look whether the variable that it is read from is set
credential-username: username must be a string: got undefined, write its value, and look whether the variable that it is read from is set
credential-password: password must be a string: got a list, write its value, and look whether the variable that it is read from is set
credential-variable: prefix must be a string: got a number, write one like 'GHCR'
credential-file: passwordFile must be a string: got undefined, write the path where the pipeline mounts the credential
registry-server-key: server key must be a string: got undefined, write a host such as 'ghcr.io'
credential-remote: key of a secret in a store must be a string: got undefined, write one such as 'registries/ghcr'
credential-remote: username of 'registries/ghcr' must be a string: got undefined, write the name that logs in, such as '_json_key'
registry-server-key: server of a login must be a string: got undefined, write a key such as 'ghcr.io'
credential-password: password of a login must be a string: got undefined, write its value
docker-config-malformed: docker config must be a string: got undefined, write the content of a pull secret
docker-config-malformed: docker config must be a string: got undefined, write the content of a pull secret
"
`);
});

test('a name that is no string', () => {
  expect(
    refusals(
      () => PullSecret.existing(nothing),
      () => ServiceAccountBinding.create({ name: nothing }),
      () => ServiceAccountBinding.patch({}),
      () => PlaceholderSource.reflector({ namespace: nothing, name: 'regcred' }),
      () => NamespaceSelector.names(nothing),
      () => NamespaceSelector.labels({ team: nothing }),
      () => SecretReader.serviceAccount(nothing),
      () => SecretReader.user(nothing),
      () => SecretStore.cluster(nothing),
    ),
  ).toMatchInlineSnapshot(`
"secret-name: Secret name must be a string: got undefined, write one such as 'regcred'
service-account-name: ServiceAccount name must be a string: got undefined, write one such as 'api'
service-account-name: ServiceAccount name must be a string: got undefined, write one such as 'api'
namespace-name: namespace name must be a string: got undefined, write one such as 'payments'
namespace-name: namespace name must be a string: got undefined, write one such as 'payments'
label: value of label 'team' must be a string: got undefined, write it in quotes
service-account-name: ServiceAccount name must be a string: got undefined, write one such as 'api'
secret-readers: name of a User that reads pull secrets must be a string: got undefined, write it as the API server knows it
secret-store: name of a secret store must be a string: got undefined, write the metadata.name of a ClusterSecretStore
"
`);
});

test('the strings of the back-ends', () => {
  const stored = [Registry.ghcr().login(RemoteCredentials.fromStore({ key: 'registries/ghcr' }))];
  const plain = [Registry.ghcr().login(Credentials.unsafePlainText({ username: 'bot', password: PASSWORD }))];
  const privateKey = { name: 'app', key: 'pem' };
  expect(
    refusals(
      () => PullSecret.vault({ mount: nothing, logins: stored }),
      () => PullSecret.sealed({ certificate: nothing, logins: plain }),
      () => AwsAuth.accessKey({ accessKeyId: { name: 'aws', key: nothing }, secretAccessKey: privateKey }),
      () => AzureAuth.managedIdentity(nothing),
      () => GeneratedCredentials.cloudsmith({ organization: nothing, service: 's', serviceAccount: 'sa' }),
      () => GeneratedCredentials.github({ appId: nothing, installationId: '2', privateKey }),
      () => GeneratedCredentials.google({ projectId: nothing, auth: GoogleAuth.keyFile(privateKey) }),
      () => GeneratedCredentials.quay({ robotAccount: nothing, serviceAccount: 'sa' }),
      () => GoogleAuth.workloadIdentity({ serviceAccount: 'sa', clusterName: nothing, clusterLocation: 'l' }),
    ),
  ).toMatchInlineSnapshot(`
"vault-path: mount must be a string: got undefined, write the path that the engine is mounted at, such as 'secret'
sealing-certificate: certificate must be a string: got undefined, write the PEM text that kubeseal --fetch-cert prints
generator-auth: key of a Secret must be a string: got undefined, write one such as 'token'
generator-auth: client id of a managed identity must be a string: got undefined, write its GUID
generator-auth: organization must be a string: got undefined, write its slug
generator-auth: appId must be a string: got undefined, write the id of the App in quotes, such as '123456'
generator-auth: projectId must be a string: got undefined, write a project's id, such as 'acme-prod'
generator-auth: robotAccount must be a string: got undefined, write a robot account such as 'acme+puller'
generator-auth: clusterName must be a string: got undefined, write one such as 'prod'
"
`);
});

test('the strings of identities', () => {
  expect(
    refusals(
      () => RuntimeIdentity.eksIrsa({ roleArn: nothing }),
      () => RuntimeIdentity.eksPodIdentity({ clusterName: nothing, roleArn: role }),
      () => RuntimeIdentity.gke({ serviceAccountEmail: nothing, clusterProjectId: 'acme-prod' }),
      () => RuntimeIdentity.azure({ clientId: nothing }),
      () => PullIdentity.gke({ projectId: nothing, projectNumber: '123456789012' }),
      () => PullIdentity.gke({ projectId: 'acme-prod', projectNumber: 123456789012 }),
      () => PullIdentity.ecr({ roleArn: role }).checkKubernetesVersion(1.35),
      () => IamPolicy.irsaTrust({ ...account, roleArn: role, issuer: nothing }),
      () => IamPolicy.ecrPull({ repositories: [nothing] }),
      () =>
        PodIdentityAssociation.forAccounts({ ...account, serviceAccount: nothing, clusterName: 'c', roleArn: role }),
      () => AcrPullGrant.forImages({ clientId: nothing, images: [] }),
      () => AzureFederatedCredential.forAccounts({ ...account, issuer: 'https://i.example.com', audience: 42 }),
      () => GcpGrant.direct({ ...account, projectId: 'acme-prod', projectNumber: '123456789012', role: nothing }),
      () => CredentialProvider.custom({ name: 'custom', matchImages: [nothing] }),
    ),
  ).toMatchInlineSnapshot(`
"identity-role-arn: role ARN must be a string: got undefined, write 'arn:aws:iam::111122223333:role/NAME'
identity-eks-cluster: EKS cluster name must be a string: got undefined, write one such as 'prod'
identity-gcp-service-account: service account email must be a string: got undefined, write 'NAME@PROJECT_ID.iam.gserviceaccount.com'
identity-guid: client id must be a string: got undefined, write it as '11111111-2222-3333-4444-555555555555'
identity-gcp-project: project id must be a string: got undefined, write one such as 'acme-prod'
identity-gcp-project-number: project number must be a string: got a number, write it in quotes, such as '123456789012'
kubernetes-version: Kubernetes version must be a string: got a number, write it in quotes, such as '1.35'
identity-oidc-issuer: OIDC issuer must be a string: got undefined, write the URL that the cluster says
identity-repository-arn: ECR repository ARN must be a string: got undefined, write 'arn:aws:ecr:eu-central-1:111122223333:repository/team/*'
service-account-name: ServiceAccount name must be a string: got undefined, write one such as 'api'
identity-guid: client id must be a string: got undefined, write it as '11111111-2222-3333-4444-555555555555'
identity-audience: audience must be a string: got a number, write one such as 'sts.amazonaws.com'
identity-gcp-role: role must be a string: got undefined, write 'roles/storage.objectViewer'
credential-provider-match-images: pattern of matchImages must be a string: got undefined, write one such as '*.registry.example.com'
"
`);
});

test('a list that holds what TypeScript would not let in', () => {
  const pullSecret = PullSecret.existing('regcred');
  const login = Registry.ghcr().login(Credentials.unsafePlainText({ username: 'bot', password: PASSWORD }));
  const stored = Registry.ghcr().login(RemoteCredentials.fromStore({ key: 'registries/ghcr' }));
  const props = { namespaces: ['payments'], pullSecrets: [pullSecret] };
  const access = (other: object) => () => new PrivateRegistryAccess(Testing.chart(), 'pull', { ...props, ...other });
  const fanOut = (other: object) => () =>
    new NamespaceFanOut(Testing.chart(), 'pull', {
      selector: NamespaceSelector.all(),
      engine: FanOutEngine.none(),
      pullSecrets: [pullSecret],
      ...other,
    });
  expect(
    refusals(
      access({ namespaces: nothing }),
      access({ namespaces: 'payments' }),
      access({ namespaces: ['payments', nothing] }),
      access({ pullSecrets: nothing }),
      access({ pullSecrets: pullSecret }),
      access({ pullSecrets: ['regcred'] }),
      access({ pullSecrets: [PullSecret.rotating({ current: pullSecret, previous: PullSecret.existing('old') })] }),
      access({ pullSecrets: [login] }),
      access({ serviceAccounts: 'default' }),
      access({ serviceAccounts: ['default'] }),
      fanOut({ pullSecrets: [nothing] }),
      fanOut({ serviceAccounts: ['default'] }),
      () => PullSecret.fromLogins({}),
      () => PullSecret.fromLogins({ logins: login }),
      () => PullSecret.fromLogins({ logins: [Registry.ghcr()] }),
      () => PullSecret.external({ store: SecretStore.cluster('vault'), logins: [nothing] }),
      () => PullSecret.external({ store: 'vault', logins: [stored] }),
      () => PullSecret.perNamespace({ namespaces: { payments: 'regcred' } }),
      () => Registry.ghcr().login(nothing),
      () => Registry.ghcr().login(`bot:${PASSWORD}`),
      () => Registry.ghcr().login({ username: 'bot', password: PASSWORD }),
      () => new SecretReaders(Testing.chart(), 'readers', { namespaces: ['a'], secrets: 'regcred', readers: [] }),
      () =>
        new SecretReaders(Testing.chart(), 'readers', {
          namespaces: ['a'],
          secrets: ['regcred'],
          readers: ['image-updater'],
        }),
      () => PodDefaults.of(Testing.chart()).add({ imagePullSecrets: 'regcred' }),
      () => new RegistryPolicy(Testing.chart(), 'policy', { allowedImages: 'ghcr.io/acme' }),
      () => PullCheck.of(Testing.app()).enforce({ publicImages: 'ghcr.io/acme' }),
      () => PullCheck.of(Testing.app()).enforce({ nodeImages: 'ghcr.io/acme' }),
      () => PullCheck.of(Testing.app()).enforce({ existingSecrets: 'regcred' }),
      () => PullCheck.of(Testing.app()).enforce({ existingSecrets: ['regcred'] }),
      () => PullCheck.of(Testing.app()).enforce({ existingSecrets: [{ name: nothing }] }),
      () => PullCheck.of(Testing.app()).enforce({ suppressions: 'latest-tag' }),
    ),
  ).toMatchInlineSnapshot(`
"plan-list: 'namespaces' must be a list: got undefined, write one with at least one namespace
plan-list: 'namespaces' must be a list: got a string, write one with at least one namespace
namespace-name: namespace name must be a string: got undefined, write one such as 'payments'
plan-list: 'pullSecrets' must be a list: got undefined, write one such as [PullSecret.existing('regcred')]
plan-list: 'pullSecrets' must be a list: got an object, write one such as [PullSecret.existing('regcred')]
pull-secret-reference: 'pullSecrets' holds what is no PullSecret: got a string, write PullSecret.fromLogins({ … }), or PullSecret.existing('regcred') for a Secret that is there
pull-secret-reference: 'pullSecrets' holds what is no PullSecret: got a list, write PullSecret.fromLogins({ … }), or PullSecret.existing('regcred') for a Secret that is there
pull-secret-reference: 'pullSecrets' holds what is no PullSecret: got an object, write PullSecret.fromLogins({ … }), or PullSecret.existing('regcred') for a Secret that is there
plan-list: 'serviceAccounts' must be a list: got a string, write one such as [ServiceAccountBinding.patchDefault()]
service-account-name: 'serviceAccounts' holds what is no ServiceAccountBinding: got a string, write ServiceAccountBinding.patchDefault() or ServiceAccountBinding.create({ name: 'api' })
pull-secret-reference: 'pullSecrets' holds what is no PullSecret: got undefined, write PullSecret.fromLogins({ … }), or PullSecret.existing('regcred') for a Secret that is there
service-account-name: 'serviceAccounts' holds what is no ServiceAccountBinding: got a string, write ServiceAccountBinding.patchDefault() or ServiceAccountBinding.create({ name: 'api' })
plan-list: logins of pull secret 'regcred' must be a list: got undefined, write [Registry.ghcr().login(…)]
plan-list: logins of pull secret 'regcred' must be a list: got an object, write [Registry.ghcr().login(…)]
credential-source: logins of pull secret 'regcred' hold what is no login: got an object, write Registry.ghcr().login(Credentials.fromEnvironment({ prefix: 'GHCR' }))
credential-source: logins of pull secret 'regcred' hold what is no login: got undefined, write Registry.ghcr().login(Credentials.fromEnvironment({ prefix: 'GHCR' }))
secret-store: store must be a SecretStore: got a string, write SecretStore.cluster('vault'), or SecretStore.namespaced('vault')
pull-secret-reference: 'namespaces' holds what is no PullSecret: got a string, write PullSecret.fromLogins({ … }), or PullSecret.existing('regcred') for a Secret that is there
credential-unknown: credentials for GitHub Container Registry (ghcr.io) must come from a factory such as Credentials.fromEnvironment: got undefined, write Credentials.fromEnvironment({ prefix: 'GHCR' })
credential-unknown: credentials for GitHub Container Registry (ghcr.io) must come from a factory such as Credentials.fromEnvironment: got a string, write Credentials.fromEnvironment({ prefix: 'GHCR' })
credential-unknown: credentials for GitHub Container Registry (ghcr.io) must come from a factory such as Credentials.fromEnvironment: got an object, write Credentials.fromEnvironment({ prefix: 'GHCR' })
plan-list: 'secrets' must be a list: got a string, write one with at least one Secret
secret-readers: 'readers' holds what is no SecretReader: got a string, write SecretReader.serviceAccount('image-scanner', 'tools')
plan-list: 'imagePullSecrets' must be a list: got a string, write ['regcred']
policy-pattern: 'allowedImages' must be a list: got a string, write ['ghcr.io/acme']
check-pattern: 'publicImages' must be a list: got a string, write ['ghcr.io/acme/*']
check-pattern: 'nodeImages' must be a list: got a string, write ['ghcr.io/acme/*']
option-value: 'existingSecrets' must be a list: got a string, write [{ name: 'regcred', covers: ['ghcr.io/acme/'] }]
option-missing: an object is wanted: got a string, write { name: 'regcred', covers: ['ghcr.io/acme/'] }
secret-name: name of an existing Secret must be a string: got undefined, write one such as 'regcred'
check-suppression: 'suppressions' must be a list: got a string, write [{ rule: 'mutable-tag', reason: 'a demo' }]
"
`);
});

test('a word that is none of an enum', () => {
  const access = (platform: unknown) => () =>
    new PrivateRegistryAccess(Testing.chart(), 'pull', {
      namespaces: ['payments'],
      pullSecrets: [PullSecret.existing('regcred')],
      platform,
    });
  const fanOut = (other: object) => () =>
    new NamespaceFanOut(Testing.chart(), 'pull', {
      selector: NamespaceSelector.all(),
      engine: FanOutEngine.none(),
      pullSecrets: [PullSecret.existing('regcred')],
      ...other,
    });
  const policy = (other: object) => () =>
    new RegistryPolicy(Testing.chart(), 'policy', { refuseLatest: true, ...other });
  const plain = [Registry.ghcr().login(Credentials.unsafePlainText({ username: 'bot', password: PASSWORD }))];
  const stored = [Registry.ghcr().login(RemoteCredentials.fromStore({ key: 'registries/ghcr' }))];
  expect(
    refusals(
      access('OpenShift'),
      access('okd'),
      access(PASSWORD.repeat(20)),
      access(Object.create(null)),
      fanOut({ platform: 'OPENSHIFT' }),
      fanOut({ podBinding: 'Kyverno' }),
      policy({ mode: 'Enforce' }),
      policy({ mode: 'audit' }),
      policy({ engine: 'gatekeeper' }),
      () => PullSecret.sealed({ certificate: '', scope: 'clusterWide', logins: plain }),
      () => PullSecret.vault({ mount: 'secret', kvVersion: 2, logins: stored }),
      () => PodDefaults.of(Testing.chart()).add({ imagePullPolicy: 'always' }),
      () => Registry.acr({ name: 'acmeprod', cloud: 'china' }),
      () => CredentialProvider.ecr({ tokens: 'on' }),
      () => CredentialProvider.gcp({ tokens: 'Off' }),
      () => PullIdentity.ecr({ roleArn: role, tokenScope: 'serviceAccount' }),
      () => PullCheck.of(Testing.app()).enforce({ failOn: 'Error' }),
    ),
  ).toMatchInlineSnapshot(`
"option-value: platform must be one of 'kubernetes', 'openshift': got 'OpenShift', write 'openshift'
option-value: platform must be one of 'kubernetes', 'openshift': got 'okd', write one of them
option-value: platform must be one of 'kubernetes', 'openshift': got a string, write one of them
option-value: platform must be one of 'kubernetes', 'openshift': got an object, write one of them
option-value: platform must be one of 'kubernetes', 'openshift': got 'OPENSHIFT', write 'openshift'
option-value: podBinding must be one of 'admission-policy', 'kyverno', 'none': got 'Kyverno', write 'kyverno'
option-value: mode must be one of 'dry-run', 'warn', 'enforce': got 'Enforce', write 'enforce'
option-value: mode must be one of 'dry-run', 'warn', 'enforce': got 'audit', write one of them
option-value: engine must be one of 'admission-policy', 'kyverno': got 'gatekeeper', write one of them
option-value: scope must be one of 'strict', 'namespace-wide', 'cluster-wide': got 'clusterWide', write one of them
option-value: kvVersion must be one of 'kv-v1', 'kv-v2': got a number, write one of them
option-value: imagePullPolicy must be one of 'Always', 'IfNotPresent', 'Never': got 'always', write 'Always'
option-value: cloud must be one of 'azurecr.io', 'azurecr.cn', 'azurecr.us': got 'china', write one of them
option-value: tokens must be one of 'off', 'optional', 'required': got 'on', write one of them
option-value: tokens must be one of 'off', 'optional', 'required': got 'Off', write 'off'
option-value: tokenScope must be one of 'cluster', 'service-account': got 'serviceAccount', write one of them
check-severity: a severity is one of error, warning, info: got 'Error' for failOn
"
`);
});

test('fan-outs and policies without what they need', () => {
  const fanOut = (props: object) => () =>
    new NamespaceFanOut(Testing.chart(), 'pull', { pullSecrets: [PullSecret.existing('regcred')], ...props });
  expect(
    refusals(
      fanOut({ engine: FanOutEngine.none() }),
      fanOut({ engine: FanOutEngine.none(), selector: { team: 'shop' } }),
      fanOut({ selector: NamespaceSelector.all() }),
      fanOut({ selector: NamespaceSelector.all(), engine: 'kyverno' }),
      () => new RegistryPolicy(Testing.chart(), 'policy', { refuseLatest: true, namespaces: ['payments'] }),
      () => NamespaceSelector.labels(nothing),
      () => PullSecret.placeholder({ covers: ['ghcr.io'] }),
      () => PullSecret.placeholder({ source: PlaceholderSource.secretgen() }),
      () => PullSecret.perNamespace({}),
      () => GeneratedCredentials.ecr({}),
      () => AwsAuth.accessKey({}),
    ),
  ).toMatchInlineSnapshot(`
"namespace-selector: 'selector' must be a NamespaceSelector: got undefined, write NamespaceSelector.all(), or NamespaceSelector.labels({ team: 'shop' })
namespace-selector: 'selector' must be a NamespaceSelector: got an object, write NamespaceSelector.all(), or NamespaceSelector.labels({ team: 'shop' })
fan-out-engine: 'engine' must be a FanOutEngine: got undefined, write one of its factories, such as FanOutEngine.externalSecrets()
fan-out-engine: 'engine' must be a FanOutEngine: got a string, write one of its factories, such as FanOutEngine.externalSecrets()
namespace-selector: 'namespaces' must be a NamespaceSelector: got a list, write NamespaceSelector.all(), or NamespaceSelector.labels({ team: 'shop' })
namespace-selector: no label is given, and Kubernetes reads that as every namespace: write one, such as { 'acme.com/team': 'shop' }, or NamespaceSelector.all()
pull-secret-reference: source of placeholder 'regcred' must be a PlaceholderSource: got undefined, write one of its factories, such as PlaceholderSource.secretgen()
plan-list: what placeholder 'regcred' covers must be a list: got undefined, write ['ghcr.io/acme/']
option-missing: an object is wanted: got undefined, write namespaces: { payments: PullSecret.existing('regcred') }
option-missing: an object is wanted: got undefined, write auth: AwsAuth.serviceAccount('ecr-puller')
option-missing: an object is wanted: got undefined, write { name: 'aws', key: 'token' }
"
`);
});

test('options that are left out', () => {
  expect(
    refusals(
      () => Registry.ecr(),
      () => Registry.ecr(null),
      () => Registry.harbor('registry.example.com'),
      () => Registry.dockerHub('acme'), // taken for nothing, the login would go to all of Docker Hub
      () => Registry.ghcr('acme'),
      () => Registry.quay(['acme']),
      () => Registry.gcr('acme-prod'),
      () => Registry.gitlab(null),
      () => Registry.cloudsmith('acme'),
      () => Registry.custom('registry.example.com', 'Acme'),
      () => ServiceAccountBinding.create('api'),
      () => Credentials.fromEnvironment('GHCR'),
      () => PullSecret.fromLogins([]),
      () => new PrivateRegistryAccess(Testing.chart(), 'pull'),
      () => PullCheck.of(Testing.app()).enforce('error'),
      () => PrivateRegistryAccess.fromConfig(Testing.chart(), 'pull', 'shop'),
      () => PrivateRegistryAccess.fromConfig(Testing.chart(), 'pull', { file: 0 }),
      () => PrivateRegistryAccess.fromConfig(Testing.chart(), 'pull', { access: ['shop'] }),
    ),
  ).toMatchInlineSnapshot(`
"option-missing: an object is wanted: got undefined, write Registry.ecr({ account: '111122223333', region: 'eu-central-1' })
option-missing: an object is wanted: got null, write Registry.ecr({ account: '111122223333', region: 'eu-central-1' })
option-missing: an object is wanted: got a string, write Registry.harbor({ host: 'registry.example.com' })
option-missing: an object is wanted: got a string, write Registry.dockerHub({ namespace: 'acme' })
option-missing: an object is wanted: got a string, write Registry.ghcr({ owner: 'acme' })
option-missing: an object is wanted: got a list, write Registry.quay({ organization: 'acme' })
option-missing: an object is wanted: got a string, write Registry.gcr({ project: 'acme-prod' })
option-missing: an object is wanted: got null, write Registry.gitlab({ group: 'acme' })
option-missing: an object is wanted: got a string, write Registry.cloudsmith({ organization: 'acme' })
option-missing: an object is wanted: got a string, write Registry.custom('registry.example.com', { name: 'Acme' })
option-missing: an object is wanted: got a string, write ServiceAccountBinding.create({ name: 'api' })
option-missing: an object is wanted: got a string, write Credentials.fromEnvironment({ prefix: 'GHCR' })
option-missing: an object is wanted: got a list, write PullSecret.fromLogins({ logins: [Registry.ghcr().login(…)] })
option-missing: an object is wanted: got undefined, write new PrivateRegistryAccess(scope, id, { namespaces: ['payments'], pullSecrets: [PullSecret.existing('regcred')] })
option-missing: an object is wanted: got a string, write PullCheck.of(app).enforce({ publicImages: ['registry.acme.com/public/*'] })
option-missing: an object is wanted: got a string, write { access: 'shop' }
config: file must be a string: got a number, write the way to a regcred.yaml
config: access must be a string: got a list, write the name of one entry
"
`);
});

test('null in the place of an option', () => {
  const access = (other: object) => () =>
    new PrivateRegistryAccess(Testing.chart(), 'pull', {
      namespaces: ['payments'],
      pullSecrets: [PullSecret.existing('regcred')],
      ...other,
    });
  expect(
    refusals(
      access({ labels: null }),
      access({ platform: null }),
      () => Registry.dockerHub({ namespace: null }),
      () => PullSecret.fromLogins({ logins: [], annotations: null }),
      () => PullCheck.of(Testing.app()).enforce({ publicImages: null }),
      () => PullCheck.of(Testing.app()).findings({ suppressions: null }),
    ),
  ).toMatchInlineSnapshot(`
"option-value: the option 'labels' is null: leave it out or give it a value, as in new PrivateRegistryAccess(scope, id, { namespaces: ['payments'], pullSecrets: [PullSecret.existing('regcred')] })
option-value: the option 'platform' is null: leave it out or give it a value, as in new PrivateRegistryAccess(scope, id, { namespaces: ['payments'], pullSecrets: [PullSecret.existing('regcred')] })
option-value: the option 'namespace' is null: leave it out or give it a value, as in Registry.dockerHub({ namespace: 'acme' })
option-value: the option 'annotations' is null: leave it out or give it a value, as in PullSecret.fromLogins({ logins: [Registry.ghcr().login(…)] })
option-value: the option 'publicImages' is null: leave it out or give it a value, as in PullCheck.of(app).enforce({ publicImages: ['registry.acme.com/public/*'] })
option-value: the option 'suppressions' is null: leave it out or give it a value, as in PullCheck.of(app).findings({ publicImages: ['registry.acme.com/public/*'] })
"
`);
});

/** The other names are of functions themselves, internal, or private: TypeScript hides them. */
const HIDDEN = ['length', 'name', 'prototype', 'under', 'read', 'copyOf'];
const isPublic = (name: string) => !name.startsWith('_') && !HIDDEN.includes(name);

const factories = Object.values(regcred as object).flatMap((type) =>
  typeof type !== 'function'
    ? []
    : Object.getOwnPropertyNames(type)
        .filter((name) => isPublic(name) && typeof type[name] === 'function')
        .map((name) => [`${type.name}.${name}`, type, name] as const),
);

test.each(factories)('%s without arguments works or says what to write', (_, type, name) => {
  for (const args of [[], [{}], ['text'], [42], [[]]])
    expect(refusal(() => type[name](...args))).not.toContain('not ours');
});

const constructs = [PrivateRegistryAccess, NamespaceFanOut, WorkloadIdentity, RegistryPolicy, SecretReaders];

test.each(constructs.map((construct) => [construct.name, construct]))(
  'new %s without properties says what to write',
  (_, construct) => {
    for (const props of [nothing, null, {}]) {
      expect(refusal(() => new construct(Testing.chart(), 'a', props))).not.toMatch(/not ours|accepted/);
    }
  },
);
