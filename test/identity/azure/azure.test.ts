import { AcrPullGrant, AzureFederatedCredential } from '../../../src/identity';
import { parseGuid } from '../../../src/identity/azure/guid';

const CLIENT = '11111111-2222-3333-4444-555555555555';
const ISSUER =
  'https://westeurope.oic.prod-aks.azure.com/11111111-2222-3333-4444-555555555555/0f0f0f0f-2222-3333-4444-555555555555/';
const accounts = { namespaces: ['payments', 'orders'], serviceAccount: 'api' };

describe('a GUID', () => {
  test('is written in lower case', () => {
    expect(parseGuid('ABCDEF01-2222-3333-4444-555555555555', 'client id')).toBe('abcdef01-2222-3333-4444-555555555555');
  });

  test.each([
    ['', "client id is malformed, it is no GUID: got '', write it as '11111111-2222-3333-4444-555555555555'"],
    [`{${CLIENT}}`, `got '{${CLIENT}}', write '${CLIENT}'`],
    [`urn:uuid:${CLIENT}`, `write '${CLIENT}'`],
    ['11111111222233334444555555555555', "got '11111111222233334444555555555555'"],
    [`${CLIENT}0`, 'it is no GUID'],
    ['acme-prod', "got 'acme-prod'"],
    [
      '00000000-0000-0000-0000-000000000000',
      "it is all zeros, which is the username of an ACR token login and nobody's id",
    ],
  ])('is not %j', (text, message) => {
    expect(() => parseGuid(text, 'client id')).toThrow(message);
  });

  test('a client secret in its place is not shown', () => {
    const secret = 'q1w8Q~abcdefghijklmnopqrstuvwxyz01234567';
    expect(() => parseGuid(secret, 'client id')).toThrow(
      'client id is malformed, it is no GUID: got 40 characters, write it as',
    );
  });
});

describe('federated credentials', () => {
  const credentials = AzureFederatedCredential.forAccounts({ issuer: ISSUER, ...accounts });

  test('one for each namespace, as Entra takes them', () => {
    expect(credentials.map(({ subject }) => subject)).toEqual([
      'system:serviceaccount:payments:api',
      'system:serviceaccount:orders:api',
    ]);
    expect(credentials[0]?.toJson()).toMatchInlineSnapshot(`
"{
  "name": "payments-api-81c382dc",
  "issuer": "https://westeurope.oic.prod-aks.azure.com/11111111-2222-3333-4444-555555555555/0f0f0f0f-2222-3333-4444-555555555555/",
  "subject": "system:serviceaccount:payments:api",
  "audiences": [
    "api://AzureADTokenExchange"
  ]
}"
`);
  });

  test('and as a command', () => {
    expect(credentials[0]?.command('id-api', 'rg-prod(eu)')).toMatchInlineSnapshot(
      `"az identity federated-credential create --name payments-api-81c382dc --identity-name id-api --resource-group 'rg-prod(eu)' --issuer https://westeurope.oic.prod-aks.azure.com/11111111-2222-3333-4444-555555555555/0f0f0f0f-2222-3333-4444-555555555555/ --subject system:serviceaccount:payments:api --audiences api://AzureADTokenExchange"`,
    );
  });

  test.each(['', 'a b', 'a;b', '$(x)', 'a'.repeat(129)])('%j is no name in Azure', (name) => {
    expect(() => credentials[0]?.command(name, 'rg')).toThrow(expect.objectContaining({ code: 'identity-azure-name' }));
  });

  test('have names that fit and that differ', () => {
    const names = (namespace: string, serviceAccount: string) =>
      AzureFederatedCredential.forAccounts({ issuer: ISSUER, namespaces: [namespace], serviceAccount }).map(
        ({ name }) => name,
      );
    expect(names('a', 'b-c')).not.toEqual(names('a-b', 'c'));
    expect(names('a'.repeat(63), `${'b.'.repeat(100)}c`)[0]).toMatch(/^[a-zA-Z0-9][\w-]{2,119}$/);
  });

  test('at most twenty for an identity', () => {
    const namespaces = Array.from({ length: 21 }, (_, index) => `team-${index}`);
    expect(() =>
      AzureFederatedCredential.forAccounts({ issuer: ISSUER, namespaces, serviceAccount: 'api' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `"an identity takes at most 20 federated credentials, and each namespace needs one: got 21; use an identity for each group of namespaces"`,
    );
  });

  test('need the slash of AKS', () => {
    expect(() => AzureFederatedCredential.forAccounts({ issuer: ISSUER.slice(0, -1), ...accounts })).toThrow(
      `write '${ISSUER}'`,
    );
  });

  test('take the audience of another cloud', () => {
    const audience = 'api://AzureADTokenExchangeChina';
    const [credential] = AzureFederatedCredential.forAccounts({ issuer: ISSUER, audience, ...accounts });
    expect(credential?.toObject()).toMatchObject({ audiences: [audience] });
  });
});

describe('the role AcrPull', () => {
  test.each([
    ['acmeprod.azurecr.io', 'acmeprod'],
    ['acmeprod-d4b5c6.azurecr.io', 'acmeprod'],
    ['acmeprod.westeurope.geo.azurecr.io', 'acmeprod'],
    ['acmeprod-d4b5c6.westeurope.geo.azurecr.io', 'acmeprod'],
    ['acmeprod.azurecr.cn', 'acmeprod'],
    ['acmeprod.azurecr.us', 'acmeprod'],
    ['acmeprod.azurecr.de', 'acmeprod'],
  ])('on the registry of %s: %s', (host, registryName) => {
    const grants = AcrPullGrant.forImages({
      clientId: CLIENT,
      images: [`${host}/team/api:1`, `${host}/team/web:1`, 'nginx'],
    });
    expect(grants).toEqual([expect.objectContaining({ registryName, clientId: CLIENT })]);
  });

  test('as a command', () => {
    const [grant] = AcrPullGrant.forImages({ clientId: CLIENT, images: ['acmeprod.azurecr.io/api'] });
    expect(grant?.command).toMatchInlineSnapshot(
      `"az role assignment create --assignee 11111111-2222-3333-4444-555555555555 --role AcrPull --scope "$(az acr show --name acmeprod --query id --output tsv)""`,
    );
  });

  test('on no registry', () => {
    expect(() => AcrPullGrant.forImages({ clientId: CLIENT, images: [] })).toThrow(
      'no Azure Container Registry to pull from: got 0 images',
    );
  });
});
