// Ten thousand Deployments in one file, read, and checked with the Secrets and ServiceAccounts of fifty namespaces.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as jsYaml from 'js-yaml';
import * as ts from 'typescript';
import { checkManifests } from '../src/check';
import { streamManifests } from '../src/manifest';
import { fewestCpu } from './cpu';
import { atMost, type BenchTable } from './table';

const DEPLOYMENTS = 10_000;
const NAMESPACES = 50;
const ROUNDS = 5;
const MOST_CPU = 1.5;
const MOST_MEGABYTES = 150;
const ROOT = join(__dirname, '..');

function deployment(index: number): string {
  const name = `app-${index}`;
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: team-${index % NAMESPACES}
  labels:
    app.kubernetes.io/name: ${name}
    app.kubernetes.io/instance: release
    app.kubernetes.io/managed-by: Helm
spec:
  replicas: 2
  selector:
    matchLabels:
      app.kubernetes.io/name: ${name}
  template:
    metadata:
      labels:
        app.kubernetes.io/name: ${name}
      annotations:
        checksum/config: 0123456789abcdef0123456789abcdef
    spec:
      serviceAccountName: app
      containers:
        - name: app
          image: "ghcr.io/acme/app-${index % 400}:1.${index}.0"
          imagePullPolicy: IfNotPresent
          ports:
            - name: http
              containerPort: 8080
              protocol: TCP
          env:
            - name: LOG_LEVEL
              value: info
            - name: POD_NAME
              valueFrom:
                fieldRef:
                  fieldPath: metadata.name
          livenessProbe:
            httpGet:
              path: /healthz
              port: http
          readinessProbe:
            httpGet:
              path: /ready
              port: http
          resources:
            limits:
              cpu: 500m
              memory: 256Mi
            requests:
              cpu: 100m
              memory: 128Mi
          volumeMounts:
            - name: config
              mountPath: /etc/app
      volumes:
        - name: config
          configMap:
            name: ${name}
`;
}

function access(index: number): string {
  return `apiVersion: v1
kind: Secret
metadata: {name: regcred, namespace: team-${index}}
type: kubernetes.io/dockerconfigjson
stringData: {.dockerconfigjson: '{"auths":{"ghcr.io/acme/":{"username":"bot","password":"token"}}}'}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: app, namespace: team-${index}}
imagePullSecrets: [{name: regcred}]
`;
}

function manifests(): string {
  const documents = [
    ...Array.from({ length: DEPLOYMENTS }, (_, index) => deployment(index)),
    ...Array.from({ length: NAMESPACES }, (_, index) => access(index)),
  ];
  return documents.join('---\n');
}

const read = (text: string) =>
  streamManifests(text, { file: 'all.yaml' }, { problem: ({ message }) => console.error(message) });

/** CPU of reading and checking, as a ratio to js-yaml alone, and the memory of a process that does nothing else. */
export function checkBench(): BenchTable {
  const text = manifests();
  const work = {
    'js-yaml, document by document': () => {
      for (const document of text.split('---\n')) jsYaml.load(document);
    },
    'js-yaml, loadAll': () => jsYaml.loadAll(text),
    'regcred: read': () => {
      for (const document of read(text)) void document;
    },
    'regcred: read and check': () => checkManifests(read(text)),
  };
  const fewest = fewestCpu(work, ROUNDS);
  const alone = fewest['js-yaml, document by document'];
  const ratio = fewest['regcred: read and check'] / alone;
  const megabytes = memoryOfCheck(text);
  return {
    title: `Check: ${DEPLOYMENTS.toLocaleString('en')} Deployments, ${(text.length / 1e6).toFixed(1)} MB (${megabytes.toFixed(0)} MB of memory for the whole process)`,
    columns: ['work', 'CPU (ms)', 'js-yaml = 1'],
    rows: Object.entries(fewest).map(([name, ms]) => [name, ms.toFixed(0), (ms / alone).toFixed(2)]),
    gate: [
      atMost(MOST_CPU, 'CPU of a check over js-yaml alone', ratio),
      atMost(MOST_MEGABYTES, 'MB of memory of a check', megabytes),
    ],
  };
}

const CHILD = `
const { readFileSync } = require('node:fs');
const { checkManifests } = require('./check');
const { streamManifests } = require('./manifest');
const text = readFileSync(process.argv[2], 'utf8');
checkManifests(streamManifests(text, { file: 'all.yaml' }, { problem() {} }));
console.log(process.resourceUsage().maxRSS);
`;

/** Megabytes at the peak of a process of its own, which runs the sources as plain JavaScript: the TypeScript compiler is not in it. */
function memoryOfCheck(text: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'regcred-bench-'));
  try {
    const source = join(ROOT, 'src');
    const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
    for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
      if (!/^(?:check|credential|error|identity|image|keyring|kubernetes|manifest|registry)\/.*\.ts$/.test(file))
        continue;
      const target = join(folder, file.replace(/\.ts$/, '.js'));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(
        target,
        ts.transpileModule(readFileSync(join(source, file), 'utf8'), { compilerOptions }).outputText,
      );
    }
    writeFileSync(join(folder, 'all.yaml'), text);
    writeFileSync(join(folder, 'main.js'), CHILD);
    const env = { ...process.env, NODE_PATH: join(ROOT, 'node_modules') };
    const printed = execFileSync(process.execPath, ['main.js', 'all.yaml'], { cwd: folder, env, encoding: 'utf8' });
    return Number(printed) / 1024;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
