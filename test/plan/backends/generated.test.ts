import type { KubernetesObject } from '../../../src/kubernetes';
import { AwsAuth, GeneratedCredentials, PullSecret } from '../../../src/plan';
import { Registry } from '../../../src/registry';
import { coversOf, documentOf, documentsOf, yamlOf } from './documents';
import { CLUSTER_SIDE } from './examples';

test('a generator, and an ExternalSecret that asks it well within the life of its tokens', () => {
  expect(yamlOf(...documentsOf(CLUSTER_SIDE['ECR, by a service account']()))).toMatchInlineSnapshot(`
"apiVersion: generators.external-secrets.io/v1alpha1
kind: ECRAuthorizationToken
metadata:
  name: regcred
  namespace: app1-ns
spec:
  region: us-east-1
  auth:
    jwt:
      serviceAccountRef:
        name: ecr-puller
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: regcred
  namespace: app1-ns
  annotations:
    regcred.dev/covers: 111122223333.dkr.ecr.us-east-1.amazonaws.com
spec:
  refreshInterval: 6h0m0s
  dataFrom:
    - sourceRef:
        generatorRef:
          apiVersion: generators.external-secrets.io/v1alpha1
          kind: ECRAuthorizationToken
          name: regcred
  target:
    name: regcred
    creationPolicy: Owner
    template:
      engineVersion: v2
      type: kubernetes.io/dockerconfigjson
      data:
        .dockerconfigjson: '{"auths":{"111122223333.dkr.ecr.us-east-1.amazonaws.com":{"username":{{ .username | toJson }},"password":{{ .password | toJson }},"auth":{{ printf "%s:%s" .username .password | b64enc | toJson }}}}}'
"
`);
});

test('all hosts of one registry share a generator: `proxy_endpoint` would name the classic host alone', () => {
  const documents = documentsOf(CLUSTER_SIDE['ECR, all hosts of one registry']());
  expect(documents.map(({ kind }) => kind)).toEqual(['ECRAuthorizationToken', 'ExternalSecret']);
  expect(coversOf(documents[1] as KubernetesObject)).toEqual([
    '111122223333.dkr.ecr.us-east-1.amazonaws.com',
    '111122223333.dkr.ecr-fips.us-east-1.amazonaws.com',
    '111122223333.dkr-ecr.us-east-1.on.aws',
  ]);
});

test('several generators have numbers, and so do their outputs, which have all the same names', () => {
  const secret = CLUSTER_SIDE['ECR, private and public']();
  const documents = documentsOf(secret);
  expect(
    documents.map(({ kind, metadata, spec }) => [kind, metadata.name, (spec as { region?: string }).region]),
  ).toEqual([
    ['ECRAuthorizationToken', 'regcred-0', 'us-east-1'],
    ['ECRAuthorizationToken', 'regcred-1', 'us-east-1'],
    ['ExternalSecret', 'regcred', undefined],
  ]);
  const { dataFrom, target } = documentOf(secret, 'ExternalSecret').spec;
  expect(dataFrom[1].rewrite).toEqual([{ regexp: { source: '^(.+)$', target: `\${1}1` } }]);
  expect(target.template.data['.dockerconfigjson']).toContain('"public.ecr.aws":{"username":{{ .username1 | toJson }}');
});

const secretRef = (key: string) => ({ name: 'registry-auth', key });

test.each([
  [
    'Artifact Registry, by workload identity',
    'GCRAccessToken',
    {
      projectID: 'acme-prod',
      auth: {
        workloadIdentity: {
          serviceAccountRef: { name: 'gar-puller' },
          clusterLocation: 'europe-west1',
          clusterName: 'prod',
          clusterProjectID: 'acme-clusters',
        },
      },
    },
  ],
  [
    'GCR, by a key file',
    'GCRAccessToken',
    { projectID: 'acme-prod', auth: { secretRef: { secretAccessKeySecretRef: secretRef('key.json') } } },
  ],
  [
    'ACR, by workload identity',
    'ACRAccessToken',
    {
      registry: 'acmeprod.azurecr.io',
      scope: 'repository:shop/api:pull',
      environmentType: 'PublicCloud',
      auth: { workloadIdentity: { serviceAccountRef: { name: 'acr-puller' } } },
    },
  ],
  [
    'ACR in China, by a service principal',
    'ACRAccessToken',
    {
      tenantId: '00000000-0000-0000-0000-000000000001',
      registry: 'acmeprod.azurecr.cn',
      environmentType: 'ChinaCloud',
      auth: { servicePrincipal: { secretRef: { clientId: secretRef('id'), clientSecret: secretRef('secret') } } },
    },
  ],
  [
    'ACR, by a managed identity',
    'ACRAccessToken',
    {
      registry: 'acmeprod.azurecr.io',
      environmentType: 'PublicCloud',
      auth: { managedIdentity: { identityId: '00000000-0000-0000-0000-000000000002' } },
    },
  ],
  [
    'Quay, by a federated robot',
    'QuayAccessToken',
    { url: 'quay.io', robotAccount: 'acme+puller', serviceAccountRef: { name: 'quay-puller' } },
  ],
  [
    'GHCR, by an App',
    'GithubAccessToken',
    {
      appID: '1',
      installID: '2',
      permissions: { packages: 'read' },
      auth: { privateKey: { secretRef: secretRef('app.pem') } },
    },
  ],
  [
    'GitLab, for a group',
    'GitlabDeployToken',
    {
      groupID: 'acme',
      name: 'regcred',
      scopes: ['read_registry'],
      auth: { token: { secretRef: secretRef('token') } },
    },
  ],
  [
    'GitLab of an installation, for a project',
    'GitlabDeployToken',
    {
      url: 'https://gitlab.acme.com',
      projectID: '42',
      name: 'regcred',
      scopes: ['read_registry'],
      auth: { token: { secretRef: secretRef('token') } },
    },
  ],
  [
    'Cloudsmith, by a federated service',
    'CloudsmithAccessToken',
    { orgSlug: 'acme', serviceSlug: 'puller', serviceAccountRef: { name: 'puller' } },
  ],
] as const)('the generator of %s', (name, kind, spec) => {
  expect(documentOf(CLUSTER_SIDE[name](), kind).spec).toEqual(spec);
});

const ecr = GeneratedCredentials.ecr({ auth: AwsAuth.operator() });
const logins = [Registry.ecr({ account: '111122223333', region: 'eu-central-1' }).login(ecr)];

test.each([
  ['ECR, by a service account', '6h0m0s'],
  ['ECR, private and public', '6h0m0s'],
  ['GCR, by a key file', '30m0s'],
  ['ACR, by workload identity', '37m30s'],
  ['Quay, by a federated robot', '30m0s'],
  ['GHCR, by an App', '30m0s'],
  ['GitLab, for a group', '1h0m0s'],
  ['Cloudsmith, by a federated service', '1h0m0s'],
] as const)('%s: refreshed every %s', (name, interval) => {
  expect(documentOf(CLUSTER_SIDE[name](), 'ExternalSecret').spec.refreshInterval).toBe(interval);
});

test('an interval of one’s own, up to the life of the token', () => {
  const { spec } = documentOf(PullSecret.generated({ logins, refreshInterval: 43_199 }), 'ExternalSecret');
  expect(spec.refreshInterval).toBe('11h59m59s');
});
