import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DockerConfig } from '../../../src/credential';
import { runCli } from '../run-cli';

const GUIDE = join(__dirname, '..', '..', '..', 'docs', 'guides', 'troubleshooting-imagepullbackoff.md');

const KEYS = ['GHCR.io/acme/', 'ghcr.io/acme-tools/', 'https://ghcr.io:443/'];
const CONFIG = DockerConfig.fromLogins(KEYS.map((server) => ({ server, username: 'octocat', password: 'p' })));

const MANIFESTS = `
apiVersion: v1
kind: ServiceAccount
metadata: { name: api, namespace: payments }
imagePullSecrets: [{ name: regcred }, { name: old-registry }]
---
apiVersion: v1
kind: Secret
metadata: { name: regcred, namespace: payments }
type: kubernetes.io/dockerconfigjson
data: { .dockerconfigjson: ${CONFIG.toBase64()} }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: api, namespace: payments }
spec:
  template:
    spec:
      serviceAccountName: api
      containers: [{ name: api, image: "ghcr.io/acme/api:1.4" }]
`;

test('the guide on ImagePullBackOff shows what regcred explain prints', async () => {
  const [, shown] = /```text\n(.*?)```/s.exec(readFileSync(GUIDE, 'utf8')) ?? [];
  const { code, stdout } = await runCli(['explain', 'ghcr.io/acme/api:1.4', '-f', '-'], { stdin: MANIFESTS });
  expect(code).toBe(1);
  expect(stdout).toBe(shown);
});
