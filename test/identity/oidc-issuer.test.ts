import { OidcIssuer } from '../../src/identity/oidc-issuer';

test.each([
  ['https://oidc.eks.eu-central-1.amazonaws.com/id/0123456789ABCDEF', 'EKS'],
  ['https://container.googleapis.com/v1/projects/acme-prod/locations/europe-west1/clusters/prod', 'GKE'],
  [
    'https://westeurope.oic.prod-aks.azure.com/11111111-2222-3333-4444-555555555555/0f0f0f0f-2222-3333-4444-555555555555/',
    'AKS',
  ],
  ['https://s3.eu-west-1.amazonaws.com/acme-oidc', 'kOps'],
  ['https://kubernetes.default.svc.cluster.local', 'kubeadm'],
  ['https://10.0.0.1:6443', 'an address'],
])('%s, of %s, stays byte for byte', (url) => {
  expect(OidcIssuer.parse(url)).toMatchObject({ url, withoutScheme: url.slice('https://'.length) });
});

test.each([
  ['oidc.eks.eu-central-1.amazonaws.com/id/ABC', "it must begin with 'https://'"],
  ['http://oidc.acme.io', "it must begin with 'https://'"],
  ['https://', 'its host is no lower-case DNS name'],
  ['https://OIDC.acme.io', 'its host is no lower-case DNS name'],
  ['https://user:password@oidc.acme.io', "it has a login: got '***@oidc.acme.io'"],
  ['https://oidc..io', 'its host is no lower-case DNS name'],
  ['https://oidc.acme.io:', 'its port is no number'],
  ['https://oidc.acme.io:https', 'its port is no number'],
  ['https://oidc.acme.io/a?b', 'it has a query, a fragment or a space'],
  ['https://oidc.acme.io/a#b', 'it has a query, a fragment or a space'],
  ['https://oidc.acme.io/a b', 'it has a query, a fragment or a space'],
  [`https://oidc.acme.io/${'a'.repeat(255)}`, 'it has more than 255 characters'],
])('%j is refused: %s', (url, message) => {
  expect(() => OidcIssuer.parse(url)).toThrow(expect.objectContaining({ code: 'identity-oidc-issuer' }));
  expect(() => OidcIssuer.parse(url)).toThrow(message);
});

test('the message says where to find it', () => {
  expect(() => OidcIssuer.parse('prod')).toThrowErrorMatchingInlineSnapshot(
    `"OIDC issuer is malformed, it must begin with 'https://': got 'prod', write what the cluster says: kubectl get --raw /.well-known/openid-configuration | jq -r .issuer"`,
  );
});
