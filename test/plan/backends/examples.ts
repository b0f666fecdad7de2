import { Credentials, RemoteCredentials } from '../../../src/credential';
import {
  AwsAuth,
  AzureAuth,
  GeneratedCredentials,
  GoogleAuth,
  PlaceholderSource,
  PullSecret,
  SealingScope,
  SecretStore,
  VaultKvVersion,
} from '../../../src/plan';
import { AzureCloud, Registry } from '../../../src/registry';
import { selfSigned } from './certificate';

const ecr = (options: object = {}) => Registry.ecr({ account: '111122223333', region: 'us-east-1', ...options });
const key = (name: string) => ({ name: 'registry-auth', key: name });
const bot = Credentials.unsafePlainText({ username: 'bot', password: 'hunter2' });

/** A pull secret of each strategy that leaves the work to the cluster, with each way to log in to the vendor. */
export const CLUSTER_SIDE = {
  'external, user name and password in the store': () =>
    PullSecret.external({
      store: SecretStore.cluster('vault'),
      logins: [Registry.ghcr({ owner: 'acme' }).login(RemoteCredentials.fromStore({ key: 'registries/ghcr' }))],
    }),
  'external, several logins, one with a known user name': () =>
    PullSecret.external({
      store: SecretStore.namespaced('team'),
      name: 'registries',
      refreshInterval: 900,
      logins: [
        Registry.dockerHub().login(
          RemoteCredentials.fromStore({
            key: 'hub',
            usernameProperty: 'user',
            passwordProperty: 'token',
            version: '3',
          }),
          { email: 'ops@acme.com' },
        ),
        Registry.artifactRegistry({ location: 'europe-west1', project: 'acme-prod' }).login(
          RemoteCredentials.passwordFromStore({ username: '_json_key', key: 'gar-key' }),
        ),
      ],
    }),
  'ECR, by a service account': () =>
    PullSecret.generated({
      logins: [ecr().login(GeneratedCredentials.ecr({ auth: AwsAuth.serviceAccount('ecr-puller') }))],
    }),
  'ECR, all hosts of one registry': () => {
    const token = GeneratedCredentials.ecr({
      auth: AwsAuth.accessKey({ accessKeyId: key('id'), secretAccessKey: key('secret'), sessionToken: key('token') }),
      roleArn: 'arn:aws:iam::111122223333:role/pull',
    });
    return PullSecret.generated({
      logins: [ecr().login(token), ecr({ fips: true }).login(token), ecr({ dualStack: true }).login(token)],
    });
  },
  'ECR, private and public': () => {
    const token = GeneratedCredentials.ecr({ auth: AwsAuth.operator() });
    return PullSecret.generated({ logins: [ecr().login(token), Registry.ecrPublic().login(token)] });
  },
  'Artifact Registry, by workload identity': () =>
    PullSecret.generated({
      logins: [
        Registry.artifactRegistry({ location: 'europe-west1' }).login(
          GeneratedCredentials.google({
            projectId: 'acme-prod',
            auth: GoogleAuth.workloadIdentity({
              serviceAccount: 'gar-puller',
              clusterName: 'prod',
              clusterLocation: 'europe-west1',
              clusterProjectId: 'acme-clusters',
            }),
          }),
        ),
      ],
    }),
  'GCR, by a key file': () =>
    PullSecret.generated({
      logins: [
        Registry.gcr().login(
          GeneratedCredentials.google({ projectId: 'acme-prod', auth: GoogleAuth.keyFile(key('key.json')) }),
        ),
      ],
    }),
  'ACR, by workload identity': () =>
    PullSecret.generated({
      logins: [
        Registry.acr({ name: 'acmeprod' }).login(
          GeneratedCredentials.acr({
            auth: AzureAuth.workloadIdentity('acr-puller'),
            scope: 'repository:shop/api:pull',
          }),
        ),
      ],
    }),
  'ACR in China, by a service principal': () =>
    PullSecret.generated({
      logins: [
        Registry.acr({ name: 'acmeprod', cloud: AzureCloud.CHINA }).login(
          GeneratedCredentials.acr({
            auth: AzureAuth.servicePrincipal({ clientId: key('id'), clientSecret: key('secret') }),
            tenantId: '00000000-0000-0000-0000-000000000001',
          }),
        ),
      ],
    }),
  'ACR, by a managed identity': () =>
    PullSecret.generated({
      logins: [
        Registry.acr({ name: 'acmeprod' }).login(
          GeneratedCredentials.acr({ auth: AzureAuth.managedIdentity('00000000-0000-0000-0000-000000000002') }),
        ),
      ],
    }),
  'Quay, by a federated robot': () =>
    PullSecret.generated({
      logins: [
        Registry.quay().login(
          GeneratedCredentials.quay({ robotAccount: 'acme+puller', serviceAccount: 'quay-puller' }),
        ),
      ],
    }),
  'GHCR, by an App': () =>
    PullSecret.generated({
      logins: [
        Registry.ghcr({ owner: 'acme' }).login(
          GeneratedCredentials.github({ appId: '1', installationId: '2', privateKey: key('app.pem') }),
        ),
      ],
    }),
  'GitLab, for a group': () =>
    PullSecret.generated({
      logins: [
        Registry.gitlab({ group: 'acme' }).login(GeneratedCredentials.gitlab({ token: key('token'), group: 'acme' })),
      ],
    }),
  'GitLab of an installation, for a project': () =>
    PullSecret.generated({
      logins: [
        Registry.gitlab({ host: 'registry.acme.com' }).login(
          GeneratedCredentials.gitlab({ token: key('token'), project: '42', url: 'https://gitlab.acme.com' }),
        ),
      ],
    }),
  'Cloudsmith, by a federated service': () =>
    PullSecret.generated({
      logins: [
        Registry.cloudsmith({ organization: 'acme' }).login(
          GeneratedCredentials.cloudsmith({ organization: 'acme', service: 'puller', serviceAccount: 'puller' }),
        ),
      ],
    }),
  sealed: () =>
    PullSecret.sealed({
      logins: [Registry.ghcr().login(bot)],
      certificate: selfSigned().pem,
      scope: SealingScope.CLUSTER_WIDE,
    }),
  'vault, with defaults': () =>
    PullSecret.vault({
      mount: 'secret',
      logins: [Registry.ghcr({ owner: 'acme' }).login(RemoteCredentials.fromStore({ key: 'registries/ghcr' }))],
    }),
  'vault, with everything': () =>
    PullSecret.vault({
      mount: 'kv',
      kvVersion: VaultKvVersion.V1,
      vaultNamespace: 'acme',
      authRef: 'vault/pull',
      refreshInterval: 1_800,
      logins: [
        Registry.nvidia().login(
          RemoteCredentials.passwordFromStore({
            username: '$oauthtoken',
            key: 'registries',
            property: 'ngc "key"',
            version: '2',
          }),
          { email: 'ops{{@}}acme.com' },
        ),
        Registry.dockerHub().login(RemoteCredentials.fromStore({ key: 'registries', version: '2' })),
      ],
    }),
  'placeholder, for the reflector': () =>
    PullSecret.placeholder({
      source: PlaceholderSource.reflector({ namespace: 'platform', name: 'registries' }),
      covers: ['ghcr.io/acme'],
    }),
  'placeholder, for the replicator': () =>
    PullSecret.placeholder({
      source: PlaceholderSource.replicator({ namespace: 'platform', name: 'registries' }),
      covers: ['ghcr.io/acme/', 'docker.io'],
    }),
  'placeholder, for the secretgen-controller': () =>
    PullSecret.placeholder({ source: PlaceholderSource.secretgen(), covers: ['quay.io'] }),
} satisfies Record<string, () => PullSecret>;
