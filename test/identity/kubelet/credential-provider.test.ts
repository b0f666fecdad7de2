import {
  CredentialProvider,
  CredentialProviderConfig,
  ServiceAccountTokens,
  TokenCacheType,
} from '../../../src/identity';
import { matchImagesOf, parseMatchImage } from '../../../src/identity/kubelet/match-image';
import { CATALOGUE } from '../../../src/registry';

const ROLE = 'arn:aws:iam::111122223333:role/pull';
const GUID = '11111111-2222-3333-4444-555555555555';
const cluster = { projectId: 'acme-prod', location: 'europe-west1', clusterName: 'prod' };
const identityBindings = { sniName: 'sni.acme.io', apiServerIp: '10.0.0.1' };
const entryOf = (provider: CredentialProvider) => provider._entry;

describe('the file', () => {
  test('for EKS', () => {
    expect(CredentialProviderConfig.of([CredentialProvider.ecr()]).toObject()).toMatchInlineSnapshot(`
{
  "apiVersion": "kubelet.config.k8s.io/v1",
  "kind": "CredentialProviderConfig",
  "providers": [
    {
      "apiVersion": "credentialprovider.kubelet.k8s.io/v1",
      "defaultCacheDuration": "12h",
      "matchImages": [
        "*.dkr.ecr.*.amazonaws.com",
        "*.dkr.ecr-fips.*.amazonaws.com",
        "*.dkr.ecr.*.amazonaws.com.cn",
        "*.dkr.ecr.*.amazonaws.eu",
        "*.dkr.ecr.*.c2s.ic.gov",
        "*.dkr.ecr.*.sc2s.sgov.gov",
        "*.dkr.ecr.*.cloud.adc-e.uk",
        "*.dkr.ecr.*.csp.hci.ic.gov",
        "*.dkr-ecr.*.on.aws",
        "*.dkr-ecr-fips.*.on.aws",
        "*.dkr-ecr.*.on.amazonwebservices.com.cn",
      ],
      "name": "ecr-credential-provider",
      "tokenAttributes": {
        "cacheType": "ServiceAccount",
        "optionalServiceAccountAnnotationKeys": [
          "eks.amazonaws.com/ecr-role-arn",
        ],
        "requireServiceAccount": false,
        "serviceAccountTokenAudience": "sts.amazonaws.com",
      },
    },
  ],
}
`);
  });

  test('for AKS, pods without the annotations pulling as the node', () => {
    const tokens = ServiceAccountTokens.OFF;
    const providers = [
      CredentialProvider.acr(),
      CredentialProvider.acr({ name: 'acr-credential-provider-node', tokens }),
    ];
    const config = CredentialProviderConfig.of(providers, { kubernetesVersion: '1.34' });
    expect(config.warnings).toEqual([]);
    expect(config.toObject()).toMatchInlineSnapshot(`
{
  "apiVersion": "kubelet.config.k8s.io/v1",
  "kind": "CredentialProviderConfig",
  "providers": [
    {
      "apiVersion": "credentialprovider.kubelet.k8s.io/v1",
      "args": [
        "/etc/kubernetes/azure.json",
      ],
      "defaultCacheDuration": "10m",
      "matchImages": [
        "*.azurecr.io",
        "*.azurecr.cn",
        "*.azurecr.us",
        "*.azurecr.de",
        "*.*.geo.azurecr.io",
        "*.*.geo.azurecr.cn",
        "*.*.geo.azurecr.us",
      ],
      "name": "acr-credential-provider",
      "tokenAttributes": {
        "cacheType": "ServiceAccount",
        "requireServiceAccount": true,
        "requiredServiceAccountAnnotationKeys": [
          "kubernetes.azure.com/acr-client-id",
          "kubernetes.azure.com/acr-tenant-id",
        ],
        "serviceAccountTokenAudience": "api://AzureADTokenExchange",
      },
    },
    {
      "apiVersion": "credentialprovider.kubelet.k8s.io/v1",
      "args": [
        "/etc/kubernetes/azure.json",
      ],
      "defaultCacheDuration": "10m",
      "matchImages": [
        "*.azurecr.io",
        "*.azurecr.cn",
        "*.azurecr.us",
        "*.azurecr.de",
        "*.*.geo.azurecr.io",
        "*.*.geo.azurecr.cn",
        "*.*.geo.azurecr.us",
      ],
      "name": "acr-credential-provider-node",
    },
  ],
}
`);
  });

  test('warns of pods that one audience for each entry leaves out', () => {
    expect(CredentialProviderConfig.of([CredentialProvider.acr()]).warnings).toMatchInlineSnapshot(`
[
  "pods whose ServiceAccount has not kubernetes.azure.com/acr-client-id and kubernetes.azure.com/acr-tenant-id get no credential from 'acr-credential-provider' for *.azurecr.io and 6 more patterns: add a second entry, such as 'acr-credential-provider-node', for the node's identity, and link the executable under that name",
]
`);
  });

  test('needs a name for each audience', () => {
    const providers = [CredentialProvider.acr(), CredentialProvider.acr({ tokens: ServiceAccountTokens.OFF })];
    expect(() => CredentialProviderConfig.of(providers)).toThrowErrorMatchingInlineSnapshot(
      `"two entries have one name, and no kubelet starts so: got 'acr-credential-provider' twice; an entry has one audience and is the name of an executable, so link it under a second one, ln -s acr-credential-provider acr-credential-provider-2, and write name: 'acr-credential-provider-2'"`,
    );
  });

  test('needs a provider', () => {
    expect(() => CredentialProviderConfig.of([])).toThrow('write at least one');
  });

  test('with tokens is not for a kubelet of 1.33', () => {
    const config = () => CredentialProviderConfig.of([CredentialProvider.ecr()], { kubernetesVersion: '1.33' });
    expect(config).toThrowErrorMatchingInlineSnapshot(
      `"'ecr-credential-provider' gets ServiceAccount tokens, and a kubelet before 1.34 does not start with that: got Kubernetes 1.33, write tokens: ServiceAccountTokens.OFF"`,
    );
    const off = CredentialProvider.ecr({ tokens: ServiceAccountTokens.OFF });
    expect(() => CredentialProviderConfig.of([off], { kubernetesVersion: '1.28' })).not.toThrow();
  });
});

describe('the provider of ECR', () => {
  test('may serve annotated pods only', () => {
    expect(entryOf(CredentialProvider.ecr({ tokens: ServiceAccountTokens.REQUIRED })).tokenAttributes).toEqual({
      serviceAccountTokenAudience: 'sts.amazonaws.com',
      cacheType: 'ServiceAccount',
      requireServiceAccount: true,
      requiredServiceAccountAnnotationKeys: ['eks.amazonaws.com/ecr-role-arn'],
    });
  });

  test('may have a role for the pods without annotation, and the public gallery', () => {
    const provider = CredentialProvider.ecr({
      defaultRoleArn: ROLE,
      publicGallery: true,
      env: { HTTPS_PROXY: 'http://proxy:3128' },
    });
    expect(provider.matchImages).toContain('public.ecr.aws');
    expect(entryOf(provider).env).toEqual([
      { name: 'AWS_ECR_ROLE_ARN', value: ROLE },
      { name: 'HTTPS_PROXY', value: 'http://proxy:3128' },
    ]);
  });
});

describe('the provider of ACR', () => {
  test('with identity bindings serves every pod', () => {
    const provider = CredentialProvider.acr({
      identityBindings: { ...identityBindings, defaultClientId: GUID, defaultTenantId: GUID },
    });
    expect(entryOf(provider)).toMatchObject({
      args: [
        '/etc/kubernetes/azure.json',
        '--ib-sni-name=sni.acme.io',
        '--ib-apiserver-ip=10.0.0.1',
        `--ib-default-client-id=${GUID}`,
        `--ib-default-tenant-id=${GUID}`,
      ],
      tokenAttributes: {
        serviceAccountTokenAudience: 'api://AKSIdentityBinding',
        requireServiceAccount: false,
        optionalServiceAccountAnnotationKeys: ['kubernetes.azure.com/acr-client-id'],
      },
    });
  });

  test('without them cannot serve pods that have no annotation', () => {
    expect(() => CredentialProvider.acr({ tokens: ServiceAccountTokens.OPTIONAL })).toThrowErrorMatchingInlineSnapshot(
      `"'acr-credential-provider' cannot serve pods without the annotations when it gets tokens: write ServiceAccountTokens.REQUIRED, and a second entry of another name with ServiceAccountTokens.OFF for the other pods"`,
    );
  });
});

describe('the provider of Google Cloud', () => {
  test('pulls as the node', () => {
    expect(entryOf(CredentialProvider.gcp())).toMatchInlineSnapshot(`
{
  "apiVersion": "credentialprovider.kubelet.k8s.io/v1",
  "args": [
    "get-credentials",
  ],
  "defaultCacheDuration": "1m",
  "matchImages": [
    "gcr.io",
    "*.gcr.io",
    "*-docker.pkg.dev",
  ],
  "name": "auth-provider-gcp",
}
`);
  });

  test('exchanges tokens under the name of the cluster', () => {
    expect(entryOf(CredentialProvider.gcp({ cluster }))).toMatchObject({
      args: [
        'get-credentials',
        '--identity-provider=https://container.googleapis.com/v1/projects/acme-prod/locations/europe-west1/clusters/prod',
        '--project-id=acme-prod',
      ],
      tokenAttributes: {
        serviceAccountTokenAudience: 'acme-prod.svc.id.goog',
        optionalServiceAccountAnnotationKeys: ['iam.gke.io/enable-wi-image-pull'],
      },
    });
  });

  test('needs the cluster for that', () => {
    expect(() => CredentialProvider.gcp({ tokens: ServiceAccountTokens.OPTIONAL })).toThrow(
      "'auth-provider-gcp' exchanges tokens",
    );
  });
});

describe('a provider of anybody', () => {
  const custom = { name: 'harbor-provider', matchImages: ['harbor.acme.io', '*.acme.io:5000/team'] };

  test('says everything itself', () => {
    const token = {
      audience: 'harbor',
      cacheType: TokenCacheType.TOKEN,
      requireServiceAccount: true,
      optionalAnnotations: ['acme.io/robot'],
    };
    const provider = CredentialProvider.custom({
      ...custom,
      args: ['-v'],
      env: { A: 'b' },
      defaultCacheDuration: 90,
      token,
    });
    expect(entryOf(provider)).toMatchInlineSnapshot(`
{
  "apiVersion": "credentialprovider.kubelet.k8s.io/v1",
  "args": [
    "-v",
  ],
  "defaultCacheDuration": "90s",
  "env": [
    {
      "name": "A",
      "value": "b",
    },
  ],
  "matchImages": [
    "harbor.acme.io",
    "*.acme.io:5000/team",
  ],
  "name": "harbor-provider",
  "tokenAttributes": {
    "cacheType": "Token",
    "optionalServiceAccountAnnotationKeys": [
      "acme.io/robot",
    ],
    "requireServiceAccount": true,
    "serviceAccountTokenAudience": "harbor",
  },
}
`);
  });

  test.each([
    [0, '0s'],
    [59, '59s'],
    [60, '1m'],
    [90, '90s'],
    [3_600, '1h'],
    [5_400, '90m'],
    [43_200, '12h'],
  ])('keeps credentials %d seconds: %s', (defaultCacheDuration, duration) => {
    expect(entryOf(CredentialProvider.custom({ ...custom, defaultCacheDuration })).defaultCacheDuration).toBe(duration);
  });

  const both = { audience: 'a', requiredAnnotations: ['a.io/b'], optionalAnnotations: ['a.io/b'] };
  test.each([
    [
      { name: '' },
      'credential-provider-name',
      "provider name must be that of an executable, without directory and spaces: got ''",
    ],
    [{ name: 'bin/x' }, 'credential-provider-name', "got 'bin/x'"],
    [{ name: 'a b' }, 'credential-provider-name', "got 'a b'"],
    [{ name: '..' }, 'credential-provider-name', "got '..'"],
    [{ matchImages: [] }, 'credential-provider-match-images', "matchImages of 'harbor-provider' is empty"],
    [
      { matchImages: ['https://harbor.acme.io'] },
      'credential-provider-match-images',
      "got 'https://harbor.acme.io', write it as",
    ],
    [{ defaultCacheDuration: -1 }, 'credential-provider-cache-duration', 'got -1'],
    [{ defaultCacheDuration: 1.5 }, 'credential-provider-cache-duration', 'got 1.5'],
    [{ token: { audience: '' } }, 'identity-audience', "got ''"],
    [{ token: { audience: 'a', requiredAnnotations: ['a b'] } }, 'credential-provider-annotation-key', "got 'a b'"],
    [
      { token: { audience: 'a', requiredAnnotations: ['a..io/b'] } },
      'credential-provider-annotation-key',
      "got 'a..io/b'",
    ],
    [{ token: { audience: 'a', optionalAnnotations: ['a/b/c'] } }, 'credential-provider-annotation-key', "got 'a/b/c'"],
    [
      { token: both },
      'credential-provider-annotation-key',
      "annotation key is listed twice for 'harbor-provider': got 'a.io/b'",
    ],
    [
      { token: { audience: 'a', requireServiceAccount: false, requiredAnnotations: ['a.io/b'] } },
      'credential-provider-token',
      "provider 'harbor-provider' requires annotations but no ServiceAccount",
    ],
  ])('is refused with %j: %s', (wrong, code, message) => {
    const declare = () => CredentialProvider.custom({ ...custom, ...wrong });
    expect(declare).toThrow(expect.objectContaining({ code }));
    expect(declare).toThrow(message);
  });
});

describe('matchImages', () => {
  test.each([
    'ghcr.io',
    '*.azurecr.io',
    'app*.k8s.io',
    '*.*.registry.io',
    'registry.io:8080/path',
    'k8s.*',
    'localhost:5000',
  ])('takes %s', (pattern) => {
    expect(parseMatchImage(pattern)).toBe(pattern);
  });

  test.each([
    '',
    '.io',
    'a..io',
    'Ghcr.io',
    'a b',
    'a.io:*',
    'a.io:',
    'a.io:1:2',
    'a.io/*',
    'a.io?b',
    '[::1]:5000',
    'a'.repeat(301),
  ])('does not take %j', (pattern) => {
    expect(() => parseMatchImage(pattern)).toThrow(/^matchImages takes hosts in lower case/);
  });

  // each host label for itself, as the kubelet does; the keyring's vectors hold that
  const matches = (glob: string, host: string) =>
    new RegExp(`^${glob.replaceAll('.', '\\.').replaceAll('*', '[^.]*')}$`).test(host);

  test.each(['ecr', 'ecr-public', 'acr', 'gcr', 'artifact-registry'].map((id) => [id]))(
    'of %s reach every host form, and no near miss',
    (id) => {
      const record = CATALOGUE.find((candidate) => candidate.id === id);
      const globs = matchImagesOf([id]).map(parseMatchImage);
      const unreached = record?.samples.filter((host) => !globs.some((glob) => matches(glob, host)));
      expect(unreached).toEqual([]);
    },
  );
});
