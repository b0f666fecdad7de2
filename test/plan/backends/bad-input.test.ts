import { inspect } from 'node:util';
import { Credentials, RemoteCredentials } from '../../../src/credential';
import {
  AwsAuth,
  AzureAuth,
  GeneratedCredentials,
  GoogleAuth,
  PlaceholderSource,
  PullSecret,
  SecretReader,
  SecretStore,
} from '../../../src/plan';
import { Registry, type RegistryLogin } from '../../../src/registry';

const store = SecretStore.cluster('vault');
const token = { name: 'gitlab', key: 'token' };
const ecr = () => GeneratedCredentials.ecr({ auth: AwsAuth.operator() });
const ecrRegistry = (options: object = {}) =>
  Registry.ecr({ account: '111122223333', region: 'us-east-1', ...options });
const stored = (key = 'ghcr') => RemoteCredentials.fromStore({ key });
const plain = Credentials.unsafePlainText({ username: 'bot', password: 'hunter2' });
const external = (...logins: RegistryLogin[]) => PullSecret.external({ store, logins });
const vault = (...logins: RegistryLogin[]) => PullSecret.vault({ mount: 'secret', logins });
const generated = (login: RegistryLogin, refreshInterval?: number) =>
  PullSecret.generated({ logins: [login], refreshInterval });

test.each<[string, () => unknown, string, string]>([
  [
    'a token that is dead before the next one comes',
    () => generated(ecrRegistry().login(ecr()), 43_200),
    'refresh-interval',
    'a token of Amazon ECR lives 12 hours (43200 seconds), and a new one would come after 43200: write a refreshInterval of at most 21600, or leave it out',
  ],
  [
    'the 30 hours of the example of the operator',
    () =>
      generated(
        Registry.acr({ name: 'acmeprod' }).login(GeneratedCredentials.acr({ auth: AzureAuth.workloadIdentity('p') })),
        108_000,
      ),
    'refresh-interval',
    'a token of Azure Container Registry lives 1 hour 15 minutes (4500 seconds), and a new one would come after 108000: write a refreshInterval of at most 2250, or leave it out',
  ],
  [
    'an interval of nothing',
    () => PullSecret.external({ store, logins: [Registry.ghcr().login(stored())], refreshInterval: 0 }),
    'refresh-interval',
    'refreshInterval is a whole number of seconds above 0: got 0, leave it out for 3600; a secret that is never fetched again never gets a new password',
  ],
  [
    'a store without a name',
    () => SecretStore.cluster(''),
    'secret-store',
    'a secret store is referred to by name: got no name, write the metadata.name of a ClusterSecretStore (kubectl get clustersecretstore)',
  ],
  [
    'a store with a name that is none',
    () => SecretStore.namespaced('My Vault'),
    'secret-store',
    "a secret store is referred to by name: got 'My Vault', write the metadata.name of a SecretStore (kubectl get secretstore)",
  ],
  [
    'a user name that breaks the vendor’s convention',
    () => external(ecrRegistry().login(RemoteCredentials.passwordFromStore({ username: 'aws', key: 'ecr' }))),
    'registry-username',
    "username for Amazon ECR must be another one: got 'aws', write 'AWS'",
  ],
  [
    'an AWS account that is not 12 digits',
    () => ecrRegistry({ account: '1111-2222-3333' }),
    'registry-host',
    "account must be the 12 digits of an AWS account: got '1111-2222-3333'",
  ],
  [
    'an unknown region',
    () => ecrRegistry({ region: 'eu-mars-1' }),
    'registry-host',
    "unknown AWS region: got 'eu-mars-1'",
  ],
  [
    'the data endpoint of an ACR as a login server',
    () =>
      PullSecret.placeholder({
        source: PlaceholderSource.secretgen(),
        covers: ['acmeprod.westeurope.data.azurecr.io'],
      }),
    'registry-server-key',
    "server key is no registry: a data endpoint only serves layers, nobody logs in there: got 'acmeprod.westeurope.data.azurecr.io', write 'acmeprod.azurecr.io'",
  ],
  [
    'a password of the environment where the cluster should read it',
    () => external(Registry.ghcr().login(plain)),
    'credential-source',
    "PullSecret.external cannot use the credentials of GitHub Container Registry (ghcr.io) (the plain-text login of 'bot'): write RemoteCredentials.fromStore({ key: 'NAME' }) with the name of a secret in the store",
  ],
  [
    'a secret of a store where the bytes are written at synth',
    () => PullSecret.fromLogins({ logins: [Registry.ghcr().login(stored())] }),
    'credential-source',
    'have the cluster read it with PullSecret.external or PullSecret.vault',
  ],
  [
    'a generator where the bytes are written at synth',
    () => PullSecret.fromLogins({ logins: [ecrRegistry().login(ecr())] }),
    'credential-source',
    'PullSecret.fromLogins cannot use the credentials of Amazon ECR (111122223333.dkr.ecr.us-east-1.amazonaws.com) (tokens of the generator ECRAuthorizationToken): have the cluster make it with PullSecret.generated',
  ],
  [
    'a generator that needs none',
    () => generated(Registry.ghcr().login(plain)),
    'credential-source',
    'write GeneratedCredentials.ecr(…), or the one of your vendor',
  ],
  [
    'the generator of another vendor',
    () => generated(Registry.ghcr().login(ecr())),
    'credential-source',
    'ECRAuthorizationToken makes tokens for ecr and ecr-public: got a login for GitHub Container Registry (ghcr.io), which needs another generator or PullSecret.external',
  ],
  [
    'an installation without the address of its API',
    () =>
      generated(
        Registry.gitlab({ host: 'registry.acme.com' }).login(GeneratedCredentials.gitlab({ token, group: 'acme' })),
      ),
    'generator-auth',
    "'registry.acme.com' is of an installation, and its tokens come from the API of that installation: give its address as url",
  ],
  [
    'a deploy token for neither group nor project',
    () => GeneratedCredentials.gitlab({ token }),
    'generator-auth',
    'a deploy token of GitLab is for either a group or a project: got neither, write one of the two',
  ],
  [
    'a deploy token for both',
    () => GeneratedCredentials.gitlab({ token, group: 'a', project: 'b' }),
    'generator-auth',
    'got both, write one of the two',
  ],
  [
    'a service principal of no tenant',
    () => GeneratedCredentials.acr({ auth: AzureAuth.servicePrincipal({ clientId: token, clientSecret: token }) }),
    'generator-auth',
    'a service principal logs in to a tenant, and none is given: write its id as tenantId',
  ],
  [
    'a project without an id',
    () => GeneratedCredentials.google({ projectId: '', auth: GoogleAuth.keyFile(token) }),
    'generator-auth',
    "projectId is empty: write a project's id, such as 'acme-prod'",
  ],
  [
    'a key of a Secret that cannot be one',
    () => GoogleAuth.keyFile({ name: 'google', key: 'key/file' }),
    'generator-auth',
    "key of a Secret is 1 to 253 letters, digits, '-', '_' and '.': got 'key/file' of Secret 'google'",
  ],
  [
    'two logins for one server key',
    () => external(Registry.ghcr().login(stored('a')), Registry.ghcr().login(stored('b'))),
    'docker-config-duplicate-key',
    "two logins of one pull secret have the server key 'ghcr.io', and a docker config holds one of them: limit each to its own path, or put the other into a pull secret of its own",
  ],
  [
    'no login',
    () => external(),
    'pull-secret-empty',
    "pull secret 'regcred' has no login: give at least one, or refer to a Secret that is there with PullSecret.existing('regcred')",
  ],
  [
    'a secret of a store without a name',
    () => stored(''),
    'credential-remote',
    "key of a secret in a store is empty: write the name that it has there, such as 'registries/ghcr'",
  ],
  [
    'a property without a name',
    () => RemoteCredentials.fromStore({ key: 'ghcr', passwordProperty: '' }),
    'credential-remote',
    "property of a secret in a store is empty: write the name that it has there, such as 'password'",
  ],
  [
    'a known user name that is empty',
    () => RemoteCredentials.passwordFromStore({ key: 'ghcr', username: '' }),
    'credential-remote',
    "username of 'ghcr' is empty: write it, or take both from the store with RemoteCredentials.fromStore",
  ],
  [
    'Vault: logins in two secrets',
    () => vault(Registry.ghcr().login(stored('a')), Registry.quay().login(stored('b'))),
    'vault-path',
    "a VaultStaticSecret reads one secret: got 'a' and 'b', store the logins as properties of one, or make a pull secret for each",
  ],
  [
    'Vault: a secret that is all password',
    () => vault(Registry.ghcr().login(RemoteCredentials.passwordFromStore({ username: 'bot', key: 'ghcr' }))),
    'vault-path',
    "a secret in Vault is a map of properties: name the one of 'ghcr' that is the password, such as property: 'password'",
  ],
  [
    'Vault: a version that is no number',
    () => vault(Registry.ghcr().login(RemoteCredentials.fromStore({ key: 'ghcr', version: 'latest' }))),
    'vault-path',
    "version of a secret in Vault is a number: got 'latest'",
  ],
  [
    'Vault: no mount',
    () => PullSecret.vault({ mount: '', logins: [Registry.ghcr().login(stored())] }),
    'vault-path',
    "mount is empty: write the path that the engine is mounted at, such as 'secret'",
  ],
  [
    'a placeholder for nobody knows what',
    () => PullSecret.placeholder({ source: PlaceholderSource.secretgen(), covers: [] }),
    'pull-secret-empty',
    "placeholder 'regcred' covers nothing: list the server keys that its source holds, such as 'ghcr.io/acme/'",
  ],
  [
    'the Secrets Store CSI driver',
    () => PullSecret.csi(),
    'pull-secret-csi',
    'the Secrets Store CSI driver makes a Secret when a pod has mounted its SecretProviderClass, and a pod mounts nothing before its images are pulled: the pull would wait for itself, and the Secret goes with the last pod; read the same store with PullSecret.external, which needs no pod',
  ],
  [
    'two pull secrets that take turns under one name',
    () => PullSecret.rotating({ current: PullSecret.existing('regcred'), previous: PullSecret.existing('regcred') }),
    'pull-secret-rotation',
    "the current and the previous pull secret both have the name 'regcred', and a Secret holds one of them: write name: 'regcred-previous' for the previous one",
  ],
  [
    'a rotation of what cannot change',
    () =>
      PullSecret.rotating({
        current: PullSecret.fromLogins({ logins: [Registry.ghcr().login(plain)], immutable: true }),
        previous: PullSecret.existing('regcred-previous'),
      }),
    'secret-immutable',
    "pull secret 'regcred' is immutable, and a rotation updates it in place, which Kubernetes refuses for good: leave immutable out; a Secret that is immutable already has to be deleted and made again",
  ],
  [
    'pull secrets of namespaces under two names',
    () => PullSecret.perNamespace({ namespaces: { a: PullSecret.existing('a'), b: PullSecret.existing('b') } }),
    'secret-name',
    "pull secrets of PullSecret.perNamespace stand under one name in all namespaces, which accounts and pods list: got 'a' and 'b', give all the same",
  ],
  [
    'pull secrets of no namespace',
    () => PullSecret.perNamespace({ namespaces: {} }),
    'pull-secret-empty',
    'PullSecret.perNamespace names no namespace: give at least one, with its pull secret',
  ],
  [
    'readers that are everybody',
    () => SecretReader.group('system:authenticated'),
    'secret-readers',
    "group 'system:authenticated' is every program of a namespace, or everybody: name the ones that read the pull secret, as in SecretReader.serviceAccount('image-scanner', 'tools')",
  ],
  [
    'a reader without a name',
    () => SecretReader.user(''),
    'secret-readers',
    'name of a User that reads pull secrets is empty',
  ],
])('%s', (_title, make, code, message) => {
  let error: unknown;
  try {
    make();
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toMatchObject({ code, message: expect.stringContaining(message) });
  expect(inspect(error)).not.toContain('hunter2');
});
