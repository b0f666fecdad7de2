import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CliIo } from '../../../src/cli/io';
import { run } from '../../../src/cli/run';
import { runCli } from '../run-cli';
import { temporaryFolder } from '../temporary-folder';

const pod = (image: string, name = 'app') => `
apiVersion: v1
kind: Pod
metadata: { name: ${name} }
spec:
  containers:
    - name: main
      image: ${image}
`;
const DIGEST = `@sha256:${'0'.repeat(64)}`;
const PUBLIC = pod(`registry.k8s.io/pause${DIGEST}`);
const PRIVATE = pod(`registry.example.com/app${DIGEST}`);
const check = (stdin: string, ...argv: string[]) => runCli(['check', '-', ...argv], { stdin, cwd: temporaryFolder() });
const verdictsOf = (stdout: string) => JSON.parse(stdout).images.map(({ verdict }: { verdict: string }) => verdict);

test('what a person sees', async () => {
  const { code, stdout, stderr } = await check(PRIVATE);
  expect([code, stderr]).toEqual([1, '']);
  expect(stdout).toMatchInlineSnapshot(`
"NAMESPACE  IMAGE                                          VERDICT  LOGIN  OBJECT
default    registry.example.com/app@sha256:000000000000…  missing  -      Pod/app (main)

error[missing-credential]: 'registry.example.com/app@sha256:0000000000000000000000000000000000000000000000000000000000000000' has no credential: the pod has no pull secret
  --> <stdin>:8:14  Pod/default/app spec.containers[0].image
  7 |     - name: main
  8 |       image: registry.example.com/app@sha256:0000000000000000000000000000000000000000000000000000000000000000
    |              ^
  why: the kubelet pulls without a login, and a private registry answers that with ImagePullBackOff
  fix: make a Secret with a login for 'registry.example.com' in namespace 'default', and name it in imagePullSecrets of ServiceAccount 'default' or of the pod; if the image is public, declare 'registry.example.com/app' public
  see: https://kubernetes.io/docs/concepts/containers/images/#specifying-imagepullsecrets-on-a-pod

1 image in 1 workload: 1 missing; 1 error
"
`);
});

describe('exit codes', () => {
  test.each([
    [0, 'clean', PUBLIC, []],
    [1, 'an error', PRIVATE, []],
    [0, 'a warning is below --fail-on', pod('nginx'), []],
    [1, 'a warning, when it is not', pod('nginx'), ['--fail-on', 'warning']],
    [0, 'advice is below a warning', pod('nginx:1.27'), ['--fail-on', 'warning']],
    [1, 'advice, when it counts', pod('nginx:1.27'), ['--fail-on', 'info']],
    [2, 'a document that is no YAML', 'kind: [', []],
    [2, 'even beside findings', `${PRIVATE}---\nkind: [`, []],
    [2, 'no object at all: the command before the pipe has failed', '', []],
    [2, 'an option that is wrong', PUBLIC, ['--kubernetes-version', 'new']],
    [2, 'a path that is not there', PUBLIC, ['no.yaml']],
    [2, 'a configuration that is not there', PUBLIC, ['--config', 'no.yaml']],
  ])('%i: %s', async (code, _, stdin, argv) => {
    const run = await check(stdin, ...argv);
    expect(run.code).toBe(code);
    expect(run.stderr).toMatch(code === 2 && run.stdout === '' ? /^regcred: .*\n$/ : /^$/);
  });
});

test('a bad document does not hide the others', async () => {
  const { stdout } = await check(`${PUBLIC}---\na: [b\n---${PRIVATE}`, '--format', 'json');
  expect(verdictsOf(stdout)).toEqual(['anonymous', 'missing']);
  expect(JSON.parse(stdout).unread).toMatchObject([{ file: '-', line: expect.any(Number) }]);
});

test('a template that is not rendered', async () => {
  const { code, stdout } = await check(`apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Values.name }}-x\n`);
  expect(code).toBe(2);
  expect(stdout).toContain("this looks like a template: render it first, as in 'helm template . | regcred check -'");
});

describe('what is read', () => {
  const cwd = temporaryFolder({
    'k8s/a.yaml': PUBLIC,
    'k8s/b.yml': PRIVATE.replaceAll('\n', '\r\n'),
    'k8s/c.json': JSON.stringify({
      apiVersion: 'v1',
      kind: 'Pod',
      spec: { containers: [{ name: 'x', image: 'nginx:1' }] },
    }),
    'k8s/tsconfig.json': '{ "compilerOptions": {} /* a comment */ }',
    'k8s/values.yaml': 'image: {{ nope',
    'utf16.yaml': Buffer.from(`\ufeff${PUBLIC}`, 'utf16le'),
    'bom.yaml': `\ufeff${PUBLIC}`,
    'broken.json': '{',
  });
  const read = async (...paths: string[]) => runCli(['check', '--format', 'json', ...paths], { cwd });

  test('a folder: manifests only, whatever else is there', async () => {
    const { stdout } = await read('k8s');
    expect(JSON.parse(stdout)).toMatchObject({
      images: [{ file: 'k8s/a.yaml' }, { file: 'k8s/b.yml' }, { file: 'k8s/c.json' }],
      unread: [],
    });
  });

  test('a file that is named must be a manifest', async () => {
    expect((await read('k8s/values.yaml')).code).toBe(2);
    expect((await read('broken.json')).code).toBe(2);
  });

  test.each(['utf16.yaml', 'bom.yaml'])('%s, as Windows writes it', async (file) => {
    expect(verdictsOf((await read(file)).stdout)).toEqual(['anonymous']);
  });

  test('lines are found in files and in standard input', async () => {
    const [file, stdin] = [
      await read('k8s/b.yml'),
      await runCli(['check', '-', '--format', 'json'], { cwd, stdin: PRIVATE }),
    ];
    expect(JSON.parse(file.stdout).findings[0]).toMatchObject({ line: 8, column: 14 });
    expect(JSON.parse(stdin.stdout).findings[0]).toMatchObject({ line: 8, column: 14 });
  });

  test('nothing is named', async () => {
    const { code, stderr } = await read();
    expect([code, stderr]).toEqual([
      2,
      'regcred: nothing to check: name files or folders, or - for standard input, such as `regcred check k8s/`\n',
    ]);
  });
});

describe('options and regcred.yaml', () => {
  const IMAGE = 'registry.example.com/app';

  test.each([
    ['--public', IMAGE, 'anonymous'],
    ['--public', `other.example.com,${IMAGE}`, 'anonymous'],
    ['--node', '*.example.com', 'node'],
  ])('%s %s: %s', async (option, pattern, verdict) => {
    const { stdout } = await check(PRIVATE, '--format', 'json', option, pattern);
    expect(verdictsOf(stdout)).toEqual([verdict]);
  });

  test('--private', async () => {
    const { stdout } = await check(PUBLIC, '--format', 'json', '--private', 'registry.k8s.io');
    expect(verdictsOf(stdout)).toEqual(['missing']);
  });

  test('-n is the namespace of objects that name none', async () => {
    const { stdout } = await check(PUBLIC, '--format', 'json', '-n', 'payments');
    expect(JSON.parse(stdout).images[0].namespace).toBe('payments');
  });

  const cwd = temporaryFolder({
    'regcred.yaml': `
check:
  paths: [k8s]
  failOn: warning
  namespace: from-file
  public: [registry.example.com]
  suppressions:
    - { rule: latest-tag, object: Pod/*, reason: it is a playground }
    - { rule: mutable-tag, object: Job/x, reason: gone }
`,
    'k8s/a.yaml': `${PRIVATE}---${pod('registry.example.com/x', 'latest')}---${pod(`quay.example.com/y${DIGEST}`, 'other')}`,
    'sub/x.yaml': '',
  });

  test('the file of the project is found, its lists are added to and its values give way', async () => {
    const run = await runCli(['check', '--format', 'json', '--public', 'quay.example.com'], { cwd });
    expect(run.code).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({
      images: [{ namespace: 'from-file', verdict: 'anonymous' }, { verdict: 'anonymous' }, { verdict: 'anonymous' }],
      findings: [],
      suppressed: [{ rule: 'latest-tag', reason: 'it is a playground' }],
      summary: { unusedSuppressions: [{ rule: 'mutable-tag', object: 'Job/x', reason: 'gone' }] },
    });
    const other = await runCli(['check', '../k8s', '--format', 'json', '-n', 'from-flag'], { cwd: join(cwd, 'sub') });
    expect(JSON.parse(other.stdout).images[0].namespace).toBe('from-flag');
  });

  test('a fault in it is told before anything is read', async () => {
    const folder = temporaryFolder({ 'regcred.yaml': 'check: { publik: [] }' });
    const { code, stderr } = await runCli(['check', '-'], { cwd: folder, stdin: PUBLIC });
    expect([code, stderr]).toEqual([2, "regcred: regcred.yaml: 'check.publik' is not known: did you mean 'public'?\n"]);
  });
});

describe('how the report is written', () => {
  test.each([
    ['json', '{\n'],
    ['sarif', '{\n  "$schema": "https://json.schemastore.org/sarif-2.1.0.json"'],
    ['junit', '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="regcred" tests="1" failures="1"'],
    ['mermaid', 'flowchart LR\n'],
    ['html', '<!doctype html>\n'],
    ['text', 'NAMESPACE'],
  ])('--format %s', async (format, start) => {
    const { code, stdout } = await check(PRIVATE, '--format', format);
    expect(code).toBe(1);
    expect(stdout.startsWith(start)).toBe(true);
  });

  test('--output: the file has the report, a log still has the text', async () => {
    const cwd = temporaryFolder({ 'a.yaml': PRIVATE });
    const { code, stdout } = await runCli(['check', 'a.yaml', '--format', 'sarif', '--output', 'out.sarif'], {
      cwd,
      tty: true,
    });
    expect(code).toBe(1);
    expect(stdout).toContain('error');
    const { runs } = JSON.parse(readFileSync(join(cwd, 'out.sarif'), 'utf8'));
    expect(runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('a.yaml');
  });

  test('--output of text has no colours', async () => {
    const cwd = temporaryFolder({ 'a.yaml': PRIVATE });
    await runCli(['check', 'a.yaml', '--output', 'out.txt'], { cwd, tty: true });
    expect(readFileSync(join(cwd, 'out.txt'), 'utf8')).not.toContain('\u001b');
  });

  test('--output that cannot be written', async () => {
    const cwd = temporaryFolder();
    const { code, stderr } = await runCli(['check', '-', '--output', 'no/out.txt'], { cwd, stdin: PUBLIC });
    expect([code, stderr]).toEqual([2, "regcred: cannot write 'no/out.txt': no such file or folder\n"]);
    expect(existsSync(join(cwd, 'no'))).toBe(false);
  });

  test('colours on a terminal', async () => {
    const run = (env: Record<string, string>) =>
      runCli(['check', '-'], { stdin: PRIVATE, tty: true, env, cwd: temporaryFolder() });
    expect((await run({})).stdout).toContain('\u001b[31m');
    expect((await run({ NO_COLOR: '1' })).stdout).not.toContain('\u001b');
  });

  test('progress, on a terminal, when it takes longer than a second', async () => {
    let clock = 0;
    const now = () => {
      clock += 400;
      return clock;
    };
    const stdin = Array.from({ length: 5 }, (_, index) => pod(`nginx${DIGEST}`, `p${index}`)).join('---');
    const { stderr } = await runCli(['check', '-'], { stdin, now, tty: true, cwd: temporaryFolder() });
    expect(stderr).toContain('\r\u001b[Kfile 1 of 1, 3 objects');
    expect(stderr.endsWith('\r\u001b[K')).toBe(true);
    expect((await runCli(['check', '-'], { stdin, now, cwd: temporaryFolder() })).stderr).toBe('');
  });
});

test('a fault of ours says how to see where', async () => {
  const written: string[] = [];
  const stderr = { write: (text: string) => written.push(text) };
  // standard input that is no stream
  const broken = { cwd: '/', env: {}, now: () => 0, stdin: null, stdout: stderr, stderr } as unknown as CliIo;
  expect(await run(['check', '-'], broken)).toBe(2);
  expect(written.splice(0).join('')).toMatch(/^regcred: .* \(set REGCRED_DEBUG=1 to see where\)\n$/);
  await run(['check', '-'], { ...broken, env: { REGCRED_DEBUG: '1' } });
  expect(written.join('')).toMatch(/\n {4}at /);
});

test('paths in regcred.yaml are relative to its folder, wherever below it the command runs', async () => {
  const folder = temporaryFolder({
    'regcred.yaml': 'check: {paths: [k8s/]}\n',
    'k8s/pod.yaml':
      'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: c, image: ghcr.io/acme/web:1}]}\n',
    'sub/empty.txt': '',
  });
  const { code, stdout } = await runCli(['check'], { cwd: join(folder, 'sub') });
  expect(code).toBe(1);
  expect(stdout).toContain('ghcr.io/acme/web:1');
});
