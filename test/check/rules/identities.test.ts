import { explainPull } from '../../../src/check';
import { documentOf } from '../../../src/manifest';
import { account, check, findings, pod, secret, verdicts } from '../objects';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;
const ECR = `111122223333.dkr.ecr.eu-central-1.amazonaws.com/api@${DIGEST}`;
const AR = `europe-west1-docker.pkg.dev/acme-prod/images/api@${DIGEST}`;
const ACR = `acmeprod.azurecr.io/team/api@${DIGEST}`;
const PUBLIC = `registry.k8s.io/pause@${DIGEST}`;

const IRSA = { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::111122223333:role/api' };
const ECR_PULL = { 'eks.amazonaws.com/ecr-role-arn': 'arn:aws:iam::111122223333:role/api-pull' };
const GKE = { 'iam.gke.io/gcp-service-account': 'api-server@acme-prod.iam.gserviceaccount.com' };
const GKE_PULL = { 'iam.gke.io/enable-wi-image-pull': 'true' };
const AZURE = { 'azure.workload.identity/client-id': '11111111-2222-3333-4444-555555555555' };
const ACR_PULL = {
  'kubernetes.azure.com/acr-client-id': '11111111-2222-3333-4444-555555555555',
  'kubernetes.azure.com/acr-tenant-id': '66666666-7777-8888-9999-000000000000',
};

const annotated = (annotations: Readonly<Record<string, string>>, name = 'api') =>
  account(name, undefined, { metadata: { name, namespace: 'app', annotations } });
const association = (serviceAccount = 'api', namespace = 'app') => ({
  apiVersion: 'eks.services.k8s.aws/v1alpha1',
  kind: 'PodIdentityAssociation',
  metadata: { name: serviceAccount, namespace },
  spec: { clusterName: 'prod', namespace, serviceAccount, roleARN: 'arn:aws:iam::111122223333:role/api' },
});
const using = (image: string, more: object = {}) => pod({ account: 'api', image, ...more });

describe('an image that the kubelet pulls as the account: the verdict is `node`', () => {
  test.each([
    ['ECR', ECR_PULL, ECR],
    ['Artifact Registry', GKE_PULL, AR],
    ['ACR', ACR_PULL, ACR],
  ])('%s', (_name, annotations, image) => {
    const objects = [annotated(annotations), using(image)];
    expect(verdicts(objects)).toEqual(['node']);
    expect(check(objects).findings).toEqual([]);
  });

  test('and the report says as whom', () => {
    expect(check([annotated(ECR_PULL), using(ECR)]).images[0]?.why).toBe(
      "the credential provider of the node logs in to Amazon ECR as ServiceAccount 'api' (eks.amazonaws.com/ecr-role-arn)",
    );
  });

  test('and so does the explanation, of a pod that has the image and of one that would have it', () => {
    const question = { image: ECR, namespace: 'app', serviceAccount: 'api' };
    const explain = (kubernetesVersion: string) =>
      explainPull([documentOf(annotated(ECR_PULL), 'all.yaml')], question, { kubernetesVersion })[0];
    expect(explain('1.34')).toMatchObject({
      verdict: 'node',
      why: expect.stringMatching("logs in to Amazon ECR as ServiceAccount 'api'"),
    });
    expect(explain('1.33')).toMatchObject({
      verdict: 'missing',
      why: "the pod has no pull secret; eks.amazonaws.com/ecr-role-arn of ServiceAccount 'api' is read from Kubernetes 1.34 on",
    });
  });

  test.each<[string, Parameters<typeof check>[0]]>([
    ['another cloud', [annotated(ECR_PULL), using(AR)]],
    ['another account', [annotated(ECR_PULL), pod({ image: ECR })]],
    ['an annotation that says no', [annotated({ 'iam.gke.io/enable-wi-image-pull': 'false' }), using(AR)]],
    ['a static pod', [annotated(ECR_PULL), using(ECR, { annotations: { 'kubernetes.io/config.source': 'file' } })]],
  ])('not: %s', (_title, objects) => {
    expect(verdicts(objects)).toEqual(['missing']);
  });

  test('a pull secret comes first', () => {
    const bound = account('api', ['regcred'], { metadata: { name: 'api', namespace: 'app', annotations: ECR_PULL } });
    const key = '111122223333.dkr.ecr.eu-central-1.amazonaws.com';
    expect(verdicts([secret([key]), bound, using(ECR)])).toEqual(['credential']);
  });

  test('an account of two manifests has the annotations of both', () => {
    const objects = [annotated(ECR_PULL), secret(['ghcr.io']), account('api', ['regcred']), using(ECR)];
    expect(verdicts(objects)).toEqual(['node']);
  });
});

describe('an image whose only cover is who the container is', () => {
  const found = (...objects: Parameters<typeof check>[0]) => findings('runtime-identity-cannot-pull', objects);

  test('is missing, and says why that is none', () => {
    const objects = [annotated(IRSA), using(ECR)];
    expect(verdicts(objects)).toEqual(['missing']);
    expect(findings('missing-credential', objects)).toEqual([
      `error Pod/api spec.containers[0].image: '${ECR}' has no credential: the pod has no pull secret; ` +
        "IRSA of ServiceAccount 'api' is who its containers are, and the kubelet pulls before they exist",
    ]);
    expect(findings('service-account-without-secrets', objects)).toEqual([]);
  });

  test.each<[string, Parameters<typeof check>[0], string]>([
    ['IRSA', [annotated(IRSA), using(ECR)], "ServiceAccount/api metadata.annotations['eks.amazonaws.com/role-arn']"],
    ['EKS Pod Identity', [association(), using(ECR)], 'PodIdentityAssociation/api spec.serviceAccount'],
    [
      'GKE workload identity',
      [annotated(GKE), using(AR)],
      "ServiceAccount/api metadata.annotations['iam.gke.io/gcp-service-account']",
    ],
    [
      'Azure workload identity',
      [annotated(AZURE), using(ACR)],
      "ServiceAccount/api metadata.annotations['azure.workload.identity/client-id']",
    ],
  ])('hit: %s', (name, objects, where) => {
    const [finding, ...others] = found(...objects);
    expect(others).toEqual([]);
    expect(finding?.replaceAll('"', "'")).toMatch(
      `warning ${where}: ${name} is who the containers of ServiceAccount 'api' are, and does not pull '`,
    );
  });

  test('hit: once for an account, however many pods', () => {
    expect(found(annotated(IRSA), using(ECR), using(ECR, { name: 'b' }))).toEqual([
      expect.stringMatching(/does not pull '\S+' and 1 more$/),
    ]);
  });

  test('miss: the registry of another cloud, a login, a pull identity beside it, nodes that pull', () => {
    expect(found(annotated(IRSA), using(AR))).toEqual([]);
    expect(found(annotated({ ...IRSA, ...ECR_PULL }), using(ECR))).toEqual([]);
    expect(found(annotated(IRSA), using(PUBLIC))).toEqual([]);
    const nodeImages = ['*.dkr.ecr.*.amazonaws.com'];
    expect(check([annotated(IRSA), using(ECR)], { nodeImages })).toMatchObject({
      images: [{ verdict: 'node' }],
      findings: [],
    });
  });
});

describe('pull-identity-version', () => {
  const at = (kubernetesVersion: string, ...objects: Parameters<typeof check>[0]) =>
    findings('pull-identity-version', objects, { kubernetesVersion });

  test('hit: an error where an image is then without a login, which no other rule repeats', () => {
    const objects = [annotated(ECR_PULL), using(ECR)];
    expect(at('1.33', ...objects)).toEqual([
      `error ServiceAccount/api metadata.annotations["eks.amazonaws.com/ecr-role-arn"]: ServiceAccount 'api' has eks.amazonaws.com/ecr-role-arn, and nothing reads it in Kubernetes 1.33`,
    ]);
    const report = check(objects, { kubernetesVersion: '1.33' });
    expect(report.images[0]?.verdict).toBe('missing');
    expect(report.findings).toHaveLength(1);
  });

  test('hit: a warning where none is', () => {
    expect(at('1.33', annotated(GKE_PULL), using(PUBLIC))).toEqual([expect.stringMatching(/^warning /)]);
  });

  test('miss: from 1.34 on, and without an annotation', () => {
    expect(at('1.34', annotated(ECR_PULL), using(ECR))).toEqual([]);
    expect(at('1.33', annotated(IRSA), using(ECR))).toEqual([]);
  });
});

describe('azure-pod-label-missing', () => {
  const found = (...objects: Parameters<typeof check>[0]) => findings('azure-pod-label-missing', objects);
  const labelled = (value: unknown) => ({
    ...using(PUBLIC),
    metadata: { name: 'api', namespace: 'app', labels: { 'azure.workload.identity/use': value } },
  });

  test('hit: a pod without the label', () => {
    expect(found(annotated(AZURE), using(PUBLIC))).toEqual([
      "warning Pod/api metadata.labels: Pod 'api' runs as ServiceAccount 'api', which has azure.workload.identity/client-id, " +
        'without the label azure.workload.identity/use',
    ]);
  });

  test('hit: on the template, not on the object', () => {
    const template = { metadata: { labels: { app: 'api' } }, spec: { serviceAccountName: 'api', containers: [] } };
    const metadata = { name: 'api', namespace: 'app', labels: { 'azure.workload.identity/use': 'true' } };
    expect(
      found(annotated(AZURE), { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { template } }),
    ).toEqual([expect.stringMatching(/^warning Deployment\/api spec\.template\.metadata\.labels: /)]);
  });

  test('hit: a value that the webhook does not take', () => {
    expect(found(annotated(AZURE), labelled('yes'))).toEqual([expect.stringMatching("with 'yes' in the label")]);
  });

  test('miss: the label is there, or says no on purpose, or the account is nobody in Azure', () => {
    expect(found(annotated(AZURE), labelled('true'))).toEqual([]);
    expect(found(annotated(AZURE), labelled('false'))).toEqual([]);
    expect(found(annotated(ACR_PULL), using(PUBLIC))).toEqual([]);
    expect(found(annotated(AZURE, 'other'), using(PUBLIC))).toEqual([]);
  });
});

describe('two-runtime-identities', () => {
  const found = (...objects: Parameters<typeof check>[0]) => findings('two-runtime-identities', objects);

  test('hit: IRSA and an association', () => {
    expect(found(annotated(IRSA), association())).toEqual([
      `warning ServiceAccount/api metadata.annotations["eks.amazonaws.com/role-arn"]: ServiceAccount 'api' has a role by IRSA and another by PodIdentityAssociation 'api'`,
    ]);
  });

  test('miss: either of them, or of two accounts', () => {
    expect(found(annotated(IRSA))).toEqual([]);
    expect(found(association(), annotated({}))).toEqual([]);
    expect(found(annotated(IRSA), association('web'))).toEqual([]);
    expect(found(annotated(IRSA), association('api', 'other'))).toEqual([]);
    expect(found(annotated({ ...IRSA, ...GKE }))).toEqual([]);
  });
});
