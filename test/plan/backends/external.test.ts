import { documentOf, yamlOf } from './documents';
import { CLUSTER_SIDE } from './examples';

test('one login: the names of its two properties, and a template that writes the docker config', () => {
  const secret = CLUSTER_SIDE['external, user name and password in the store']();
  expect(yamlOf(documentOf(secret, 'ExternalSecret'))).toMatchInlineSnapshot(`
"apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: regcred
  namespace: app1-ns
  annotations:
    regcred.dev/covers: ghcr.io/acme/
spec:
  refreshInterval: 1h0m0s
  secretStoreRef:
    name: vault
    kind: ClusterSecretStore
  data:
    - secretKey: username
      remoteRef:
        key: registries/ghcr
        property: username
    - secretKey: password
      remoteRef:
        key: registries/ghcr
        property: password
  target:
    name: regcred
    creationPolicy: Owner
    template:
      engineVersion: v2
      type: kubernetes.io/dockerconfigjson
      data:
        .dockerconfigjson: '{"auths":{"ghcr.io/acme/":{"username":{{ .username | toJson }},"password":{{ .password | toJson }},"auth":{{ printf "%s:%s" .username .password | b64enc | toJson }}}}}'
"
`);
});

test('several logins, one with a user name that is no secret', () => {
  const secret = CLUSTER_SIDE['external, several logins, one with a known user name']();
  const { spec } = documentOf(secret, 'ExternalSecret', { labels: { team: 'shop' } });
  expect(yamlOf(spec)).toMatchInlineSnapshot(`
"refreshInterval: 15m0s
secretStoreRef:
  name: team
  kind: SecretStore
data:
  - secretKey: username0
    remoteRef:
      key: hub
      property: user
      version: '3'
  - secretKey: password0
    remoteRef:
      key: hub
      property: token
      version: '3'
  - secretKey: password1
    remoteRef:
      key: gar-key
target:
  name: registries
  creationPolicy: Owner
  template:
    engineVersion: v2
    type: kubernetes.io/dockerconfigjson
    metadata:
      labels:
        team: shop
    data:
      .dockerconfigjson: '{"auths":{"europe-west1-docker.pkg.dev/acme-prod/":{"username":{{ "_json_key" | toJson }},"password":{{ .password1 | toJson }},"auth":{{ printf "%s:%s" "_json_key" .password1 | b64enc | toJson }}},"https://index.docker.io/v1/":{"username":{{ .username0 | toJson }},"password":{{ .password0 | toJson }},"email":"ops@acme.com","auth":{{ printf "%s:%s" .username0 .password0 | b64enc | toJson }}}}}'
"
`);
});
