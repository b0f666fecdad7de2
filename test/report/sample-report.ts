import type { CheckReport, Finding, ImageVerdict, SuppressedFinding } from '../../src/check';

/** The manifest that the sample report is about; the Secret holds `registry-user:hunter2`. */
export const SAMPLE_TEXT = `apiVersion: v1
kind: Secret
metadata:
  name: regcred
  namespace: payments
type: kubernetes.io/dockerconfigjson
data:
  .dockerconfigjson: eyJhdXRocyI6eyJnaGNyLmlvL2FjbWUiOnsidXNlcm5hbWUiOiJyZWdpc3RyeS11c2VyIiwicGFzc3dvcmQiOiJodW50ZXIyIn19fQ==
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
  namespace: payments
spec:
  template:
    spec:
      containers:
        - name: api
          image: ghcr.io/acme/api:1.4
        - name: side
          image: quay.io/acme/side:2
`;

const SECRET = { file: 'k8s/api.yaml', document: 0, start: 0, end: SAMPLE_TEXT.indexOf('---') };
const DEPLOYMENT = { file: 'k8s/api.yaml', document: 1, start: SAMPLE_TEXT.indexOf('---'), end: SAMPLE_TEXT.length };
const API = { namespace: 'payments', kind: 'Deployment', name: 'api' };

export function imageVerdict(changes: Partial<ImageVerdict> = {}): ImageVerdict {
  return {
    ...API,
    container: 'api',
    image: 'ghcr.io/acme/api:1.4',
    verdict: 'credential',
    role: 'container',
    why: "the kubelet tries the login 'ghcr.io/acme' of Secret 'regcred'",
    tried: [{ secret: 'regcred', serverKey: 'ghcr.io/acme' }],
    serviceAccount: 'default',
    pullSecrets: ['regcred'],
    pullSecretsFrom: 'service-account',
    location: { ...DEPLOYMENT, path: ['spec', 'template', 'spec', 'containers', 0, 'image'], line: 20, column: 18 },
    ...changes,
  };
}

export function finding(changes: Partial<Finding> = {}): Finding {
  return {
    rule: 'missing-credential',
    severity: 'error',
    ...API,
    path: 'spec.template.spec.containers[1].image',
    message: "no login of Secret 'regcred' matches 'quay.io/acme/side:2'",
    fix: "add a login for 'quay.io' to Secret 'regcred', or say that the image is public with --public 'quay.io/acme/side'",
    why: 'The kubelet asks without a login, and the registry refuses.',
    link: 'https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/',
    location: { ...DEPLOYMENT, path: ['spec', 'template', 'spec', 'containers', 1, 'image'], line: 22, column: 18 },
    ...changes,
  };
}

export const SIDE_IMAGE = imageVerdict({
  container: 'side',
  image: 'quay.io/acme/side:2',
  verdict: 'missing',
  why: 'no login matches, and quay.io is not known to be public',
  tried: [],
  location: finding().location,
});

export const PREFIX_LEAK = finding({
  rule: 'prefix-leak',
  severity: 'warning',
  kind: 'Secret',
  name: 'regcred',
  path: 'data[".dockerconfigjson"]',
  message: "server key 'ghcr.io/acme' also matches 'ghcr.io/acme-evil'",
  fix: "write 'ghcr.io/acme/'",
  why: 'The kubelet compares paths as plain prefixes.',
  link: 'https://kubernetes.io/docs/concepts/containers/images/',
  location: { ...SECRET, path: ['data', '.dockerconfigjson'], line: 8, column: 22 },
});

export const LATEST_TAG: SuppressedFinding = {
  finding: finding({ rule: 'latest-tag', severity: 'info', name: 'web', message: "'nginx' has no tag" }),
  reason: 'a playground',
};

/** A report whose summary agrees with what is in it. */
export function checkReport(parts: Partial<Omit<CheckReport, 'summary'>> & Partial<Pick<CheckReport, 'summary'>> = {}) {
  const { images = [], findings = [], suppressed = [] } = parts;
  const verdicts = { credential: 0, anonymous: 0, node: 0, opaque: 0, missing: 0, malformed: 0 };
  for (const { verdict } of images) verdicts[verdict] += 1;
  const severities = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) severities[severity] += 1;
  const report: CheckReport = {
    images,
    findings,
    suppressed,
    summary: {
      objects: 2,
      workloads: new Set(images.map(({ namespace, kind, name }) => `${namespace}/${kind}/${name}`)).size,
      images: images.length,
      verdicts,
      findings: severities,
      suppressed: suppressed.length,
      unusedSuppressions: [],
      ...parts.summary,
    },
  };
  return report;
}

export const SAMPLE_REPORT = checkReport({
  images: [imageVerdict(), SIDE_IMAGE],
  findings: [finding(), PREFIX_LEAK],
  suppressed: [LATEST_TAG],
});

export const sourceOf = (file: string) => (file === 'k8s/api.yaml' ? SAMPLE_TEXT : undefined);
