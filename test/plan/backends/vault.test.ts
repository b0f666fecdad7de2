import { documentOf, yamlOf } from './documents';
import { CLUSTER_SIDE } from './examples';

test('the operator reads one secret, and the Secret holds the docker config and nothing else of it', () => {
  expect(yamlOf(documentOf(CLUSTER_SIDE['vault, with defaults'](), 'VaultStaticSecret'))).toMatchInlineSnapshot(`
"apiVersion: secrets.hashicorp.com/v1beta1
kind: VaultStaticSecret
metadata:
  name: regcred
  namespace: app1-ns
  annotations:
    regcred.dev/covers: ghcr.io/acme/
spec:
  mount: secret
  type: kv-v2
  path: registries/ghcr
  refreshAfter: 1h
  destination:
    name: regcred
    create: true
    type: kubernetes.io/dockerconfigjson
    transformation:
      excludeRaw: true
      excludes:
        - .*
      templates:
        .dockerconfigjson:
          text: '{{ range list "username" "password" }}{{ if empty (get $.Secrets .) }}{{ fail (printf "the secret in Vault has no property %s" .) }}{{ end }}{{ end }}{"auths":{"ghcr.io/acme/":{"username":{{ get .Secrets "username" | toString | toJson }},"password":{{ get .Secrets "password" | toString | toJson }},"auth":{{ printf "%s:%s" (get .Secrets "username" | toString) (get .Secrets "password" | toString) | b64enc | toJson }}}}}'
"
`);
});

test('engine, version, namespaces and login are the declaration’s', () => {
  const { spec } = documentOf(CLUSTER_SIDE['vault, with everything'](), 'VaultStaticSecret', {
    labels: { team: 'shop' },
  });
  const { transformation: _template, ...destination } = spec.destination;
  expect(yamlOf({ ...spec, destination })).toMatchInlineSnapshot(`
"vaultAuthRef: vault/pull
namespace: acme
mount: kv
type: kv-v1
path: registries
version: 2
refreshAfter: 30m
destination:
  name: regcred
  create: true
  type: kubernetes.io/dockerconfigjson
  labels:
    team: shop
"
`);
});
