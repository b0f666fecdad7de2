import { runCli } from '../run-cli';
import { temporaryFolder } from '../temporary-folder';

const ACCOUNT = ['-n', 'payments', '--service-account', 'api'];
const ROLE = ['--role-arn', 'arn:aws:iam::111122223333:role/api'];
const ISSUER = ['--issuer', 'https://oidc.eks.eu-central-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B716D3041E'];
const ECR = '111122223333.dkr.ecr.eu-central-1.amazonaws.com';
const AKS = ['--issuer', 'https://westeurope.oic.prod-aks.azure.com/t/c/'];
const GUID = '11111111-2222-3333-4444-555555555555';
const PROJECT = ['--project-id', 'acme-prod', '--project-number', '123456789012'];

const identity = (...argv: string[]) => runCli(['identity', ...argv]);
const printed = async (...argv: string[]) => {
  const { code, stdout, stderr } = await identity(...argv);
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
};

/** A Deployment with these images. */
const deployment = (...images: unknown[]) =>
  JSON.stringify({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'api' },
    spec: { template: { spec: { containers: images.map((image, i) => ({ name: `c${i}`, image })) } } },
  });

describe('AWS', () => {
  test('the trust policy of a role for a token, of two namespaces', async () => {
    expect(await printed('irsa-trust', ...ACCOUNT, '-n', 'orders', ...ROLE, ...ISSUER)).toMatchInlineSnapshot(`
"{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": {
        "Federated": "arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-central-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B716D3041E"
      },
      "Action": "sts:AssumeRoleWithWebIdentity",
      "Condition": {
        "StringEquals": {
          "oidc.eks.eu-central-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B716D3041E:aud": "sts.amazonaws.com",
          "oidc.eks.eu-central-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B716D3041E:sub": [
            "system:serviceaccount:payments:api",
            "system:serviceaccount:orders:api"
          ]
        }
      }
    }
  ]
}
"
`);
  });

  test('of a role for EKS Pod Identity', async () => {
    expect(await printed('pod-identity-trust', ...ACCOUNT, '--cluster', 'prod')).toMatchInlineSnapshot(`
"{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "AllowEksAuthToAssumeRoleForPodIdentity",
      "Effect": "Allow",
      "Principal": {
        "Service": "pods.eks.amazonaws.com"
      },
      "Action": [
        "sts:AssumeRole",
        "sts:TagSession"
      ],
      "Condition": {
        "StringEquals": {
          "aws:RequestTag/eks-cluster-name": "prod",
          "aws:RequestTag/kubernetes-namespace": "payments",
          "aws:RequestTag/kubernetes-service-account": "api"
        }
      }
    }
  ]
}
"
`);
  });

  test('and its association', async () => {
    expect(await printed('pod-identity-association', ...ACCOUNT, '--cluster', 'prod', ...ROLE)).toMatchInlineSnapshot(`
"aws eks create-pod-identity-association --cluster-name prod --namespace payments --service-account api --role-arn arn:aws:iam::111122223333:role/api
"
`);
  });

  test('what may be pulled: repositories out of manifests, images and ARNs, those of other registries left out', async () => {
    const cwd = temporaryFolder({ 'k8s/api.yaml': deployment(`${ECR}/payments/api:1`, 'nginx:1.27', 7) });
    const arn = 'arn:aws:ecr:eu-central-1:111122223333:repository/base/*';
    const argv = ['ecr-policy', '-f', 'k8s', '--image', `${ECR}/payments/worker:1`, '--repository', arn];
    const { stdout } = await runCli(['identity', ...argv], { cwd });
    expect(JSON.parse(stdout).Statement[1].Resource).toEqual([
      arn,
      'arn:aws:ecr:eu-central-1:111122223333:repository/payments/api',
      'arn:aws:ecr:eu-central-1:111122223333:repository/payments/worker',
    ]);
  });

  test('manifests from standard input', async () => {
    const stdin = deployment(`${ECR}/payments/api:1`);
    const { stdout } = await runCli(['identity', 'ecr-policy', '-f', '-'], { stdin });
    expect(JSON.parse(stdout).Statement[1].Resource).toEqual([
      'arn:aws:ecr:eu-central-1:111122223333:repository/payments/api',
    ]);
  });
});

describe('Google Cloud', () => {
  test('who the container is: as a Google service account, and itself', async () => {
    const account = ['--google-service-account', 'api-server@acme-prod.iam.gserviceaccount.com'];
    const role = ['--role', 'roles/storage.objectViewer'];
    expect(await printed('gcp-grants', ...ACCOUNT, ...PROJECT, ...account, ...role)).toMatchInlineSnapshot(`
"gcloud iam service-accounts add-iam-policy-binding api-server@acme-prod.iam.gserviceaccount.com --role=roles/iam.workloadIdentityUser '--member=serviceAccount:acme-prod.svc.id.goog[payments/api]'
gcloud projects add-iam-policy-binding acme-prod --condition=None --role=roles/storage.objectViewer --member=principal://iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/acme-prod.svc.id.goog/subject/ns/payments/sa/api
"
`);
  });

  test('what is pulled', async () => {
    const image = ['--image', 'europe-west1-docker.pkg.dev/acme-prod/images/api:1'];
    expect(await printed('gcp-grants', ...ACCOUNT, ...PROJECT, ...image)).toMatchInlineSnapshot(`
"gcloud artifacts repositories add-iam-policy-binding images --location=europe-west1 --project=acme-prod --role=roles/artifactregistry.reader --member=principal://iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/acme-prod.svc.id.goog/subject/ns/payments/sa/api
"
`);
  });
});

describe('Azure', () => {
  test('federated credentials as JSON', async () => {
    expect(await printed('azure-credentials', ...ACCOUNT, ...AKS)).toMatchInlineSnapshot(`
"[
  {
    "name": "payments-api-81c382dc",
    "issuer": "https://westeurope.oic.prod-aks.azure.com/t/c/",
    "subject": "system:serviceaccount:payments:api",
    "audiences": [
      "api://AzureADTokenExchange"
    ]
  }
]
"
`);
  });

  test('and as commands', async () => {
    const identityFlags = ['--identity-name', 'api', '--resource-group', 'payments'];
    expect(await printed('azure-credentials', ...ACCOUNT, ...AKS, ...identityFlags)).toMatchInlineSnapshot(`
"az identity federated-credential create --name payments-api-81c382dc --identity-name api --resource-group payments --issuer https://westeurope.oic.prod-aks.azure.com/t/c/ --subject system:serviceaccount:payments:api --audiences api://AzureADTokenExchange
"
`);
  });

  test('what is pulled', async () => {
    const image = ['--image', 'acmeprod.azurecr.io/team/api:1'];
    expect(await printed('acr-grants', '--client-id', GUID, ...image)).toMatchInlineSnapshot(`
"az role assignment create --assignee 11111111-2222-3333-4444-555555555555 --role AcrPull --scope "$(az acr show --name acmeprod --query id --output tsv)"
"
`);
  });
});

describe('the file of the kubelet', () => {
  test('ECR', async () => {
    expect(await printed('kubelet-config', 'ecr', '--kubernetes-version', '1.35')).toMatchInlineSnapshot(`
"apiVersion: kubelet.config.k8s.io/v1
kind: CredentialProviderConfig
providers:
  - name: ecr-credential-provider
    apiVersion: credentialprovider.kubelet.k8s.io/v1
    matchImages:
      - "*.dkr.ecr.*.amazonaws.com"
      - "*.dkr.ecr-fips.*.amazonaws.com"
      - "*.dkr.ecr.*.amazonaws.com.cn"
      - "*.dkr.ecr.*.amazonaws.eu"
      - "*.dkr.ecr.*.c2s.ic.gov"
      - "*.dkr.ecr.*.sc2s.sgov.gov"
      - "*.dkr.ecr.*.cloud.adc-e.uk"
      - "*.dkr.ecr.*.csp.hci.ic.gov"
      - "*.dkr-ecr.*.on.aws"
      - "*.dkr-ecr-fips.*.on.aws"
      - "*.dkr-ecr.*.on.amazonwebservices.com.cn"
    defaultCacheDuration: 12h
    tokenAttributes:
      serviceAccountTokenAudience: sts.amazonaws.com
      cacheType: ServiceAccount
      requireServiceAccount: false
      optionalServiceAccountAnnotationKeys:
        - eks.amazonaws.com/ecr-role-arn
"
`);
  });

  test('ACR: a warning about the other pods, until there is a second entry for them', async () => {
    const { code, stdout, stderr } = await identity('kubelet-config', 'acr');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^apiVersion: kubelet\.config\.k8s\.io\/v1\n/);
    expect(stderr).toMatch(/^regcred: warning: pods whose ServiceAccount has not .* add a second entry.*\n$/);
    const both = await printed('kubelet-config', 'acr', 'acr=off@acr-credential-provider-node');
    expect(both.match(/- name: .*/g)).toEqual([
      '- name: acr-credential-provider',
      '- name: acr-credential-provider-node',
    ]);
  });

  test('ACR with identity bindings, and GKE', async () => {
    const bindings = ['--ib-sni-name', 'x.example.com', '--ib-apiserver-ip', '10.0.0.1'];
    const cluster = ['--project-id', 'acme-prod', '--location', 'europe-west1', '--cluster', 'prod'];
    const text = await printed('kubelet-config', 'acr', 'gcp', ...bindings, ...cluster);
    expect(text).toContain('serviceAccountTokenAudience: api://AKSIdentityBinding\n');
    expect(text).toContain('serviceAccountTokenAudience: acme-prod.svc.id.goog\n');
  });
});

test.each<[string[], string]>([
  [['irsa-trust', ...ACCOUNT, '--role-arn', 'arn:aws:iam::1:role/api', ...ISSUER], "account '1' is not twelve digits"],
  [['irsa-trust', ...ACCOUNT, ...ISSUER], "required option '--role-arn <ARN>' not specified"],
  [['pod-identity-trust', '-n', 'Payments', '--service-account', 'api'], "got 'Payments', write 'payments'"],
  [['pod-identity-association', ...ACCOUNT, '--cluster', 'prod!', ...ROLE], "got 'prod!'"],
  [['ecr-policy', '--image', 'nginx'], 'no ECR repository to pull from'],
  [['ecr-policy', '-f', 'no-such-folder'], 'no-such-folder'],
  [
    ['gcp-grants', ...ACCOUNT, '--project-id', 'acme-prod'],
    'nothing to grant: write --google-service-account or --role',
  ],
  [['gcp-grants', ...ACCOUNT, '--project-id', 'acme-prod', '--role', 'roles/viewer'], 'needs --project-number'],
  [['azure-credentials', ...ACCOUNT, ...AKS, '--identity-name', 'api'], 'both --identity-name and --resource-group'],
  [['acr-grants', '--client-id', 'api', '--image', 'acmeprod.azurecr.io/a'], 'client id is malformed, it is no GUID'],
  [
    ['kubelet-config', 'ghcr'],
    "a provider is ecr, acr or gcp, with =off, =optional or =required and @NAME where it needs them: got 'ghcr'",
  ],
  [['kubelet-config', 'ecr=on'], "got 'ecr=on'"],
  [['kubelet-config', 'ecr', 'ecr'], "got 'ecr-credential-provider' twice"],
  [['kubelet-config', 'ecr', '--cluster', 'prod'], '--cluster is for the provider gcp, which is not asked for'],
  [['kubelet-config', 'gcp', '--cluster', 'prod'], 'a GKE cluster needs --project-id, --location and --cluster'],
  [['kubelet-config', 'acr', '--ib-sni-name', 'x'], 'both --ib-sni-name and --ib-apiserver-ip'],
  [['kubelet-config', 'ecr', '--kubernetes-version', '1.33'], 'a kubelet before 1.34 does not start with that'],
])('%j is refused', async (argv, message) => {
  const { code, stdout, stderr } = await identity(...argv);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^regcred: /);
  expect(stderr).toContain(message);
});

test('manifests that cannot be read give no policy for the others', async () => {
  const stdin = `${deployment(`${ECR}/payments/api:1`)}\n---\na: [`;
  const { code, stdout, stderr } = await runCli(['identity', 'ecr-policy', '-f', '-'], { stdin });
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^regcred: -:\d+: /);
});
