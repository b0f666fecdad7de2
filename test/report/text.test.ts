import { stripVTControlCharacters } from 'node:util';
import { counted, formatSummary, formatText, printable } from '../../src/report';
import { SourceText } from '../../src/report/text/code-frame';
import { hidesSecrets, redactLine } from '../../src/report/text/redact';
import { checkReport, finding, imageVerdict, LATEST_TAG, SAMPLE_REPORT, sourceOf } from './sample-report';

test('a table of images, the findings with their lines, what is suppressed, a summary', () => {
  expect(formatText(SAMPLE_REPORT, { sourceOf })).toMatchInlineSnapshot(`
"NAMESPACE  IMAGE                 VERDICT     LOGIN                  OBJECT
payments   ghcr.io/acme/api:1.4  credential  regcred: ghcr.io/acme  Deployment/api (api)
payments   quay.io/acme/side:2   missing     -                      Deployment/api (side)

error[missing-credential]: no login of Secret 'regcred' matches 'quay.io/acme/side:2'
  --> k8s/api.yaml:22:18  Deployment/payments/api spec.template.spec.containers[1].image
  21 |         - name: side
  22 |           image: quay.io/acme/side:2
     |                  ^
  why: The kubelet asks without a login, and the registry refuses.
  fix: add a login for 'quay.io' to Secret 'regcred', or say that the image is public with --public 'quay.io/acme/side'
  see: https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/

warning[prefix-leak]: server key 'ghcr.io/acme' also matches 'ghcr.io/acme-evil'
  --> k8s/api.yaml:8:22  Secret/payments/regcred data[".dockerconfigjson"]
  7 | data:
  8 |   .dockerconfigjson: …
    |                      ^
  why: The kubelet compares paths as plain prefixes.
  fix: write 'ghcr.io/acme/'
  see: https://kubernetes.io/docs/concepts/containers/images/

suppressed:
  latest-tag on Deployment/payments/web: a playground

2 images in 1 workload: 1 credential, 1 missing; 1 error, 1 warning, 1 suppressed
"
`);
});

test('no lines where the text is not known: an object of a program', () => {
  const location = { file: 'app/prod/api', document: 0, path: [], start: 0, end: 0 };
  const report = checkReport({ findings: [finding({ location })] });
  expect(formatText(report)).toMatchInlineSnapshot(`
"error[missing-credential]: no login of Secret 'regcred' matches 'quay.io/acme/side:2'
  --> app/prod/api  Deployment/payments/api spec.template.spec.containers[1].image
  why: The kubelet asks without a login, and the registry refuses.
  fix: add a login for 'quay.io' to Secret 'regcred', or say that the image is public with --public 'quay.io/acme/side'
  see: https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/

no images in 2 objects; 1 error
"
`);
});

test('why and link of a rule are said once', () => {
  const report = checkReport({ findings: [finding(), finding({ name: 'worker' })] });
  const text = formatText(report, { sourceOf });
  expect(text.match(/why:/g)).toHaveLength(1);
  expect(text.match(/see:/g)).toHaveLength(1);
  expect(text.match(/fix:/g)).toHaveLength(2);
});

test('advice is shown three times and then counted, faults always', () => {
  const advice = ['a', 'b', 'c', 'd', 'e'].map((name) => finding({ rule: 'mutable-tag', severity: 'info', name }));
  const faults = ['a', 'b', 'c', 'd'].map((name) => finding({ name }));
  const text = formatText(checkReport({ findings: [...faults, ...advice] }));
  expect(text.match(/^error\[missing-credential\]: /gm)).toHaveLength(4);
  expect(text.match(/^info\[mutable-tag\]: no login/gm)).toHaveLength(3);
  expect(text).toContain('info[mutable-tag]: 2 more; the other formats have them all\n\nno images');
});

test('one row for an image that many objects pull in the same way', () => {
  const images = ['a', 'b', 'c'].map((name) => imageVerdict({ name }));
  expect(formatText(checkReport({ images }))).toMatchInlineSnapshot(`
"NAMESPACE  IMAGE                 VERDICT     LOGIN                  OBJECT
payments   ghcr.io/acme/api:1.4  credential  regcred: ghcr.io/acme  Deployment/a (api), 2 more

3 images in 3 workloads: 3 credential; no findings
"
`);
});

test('a container without a name is not named', () => {
  expect(formatText(checkReport({ images: [imageVerdict({ container: '' })] }))).toMatch(/ {2}Deployment\/api\n/);
});

test('a digest is cut in the table, and in nothing else', () => {
  const image = `nginx@sha256:${'0123456789abcdef'.repeat(4)}`;
  const text = formatText(checkReport({ images: [imageVerdict({ image })], findings: [finding({ message: image })] }));
  expect(text).toContain('nginx@sha256:0123456789ab…  ');
  expect(text).toContain(`error[missing-credential]: ${image}`);
});

test.each([
  [imageVerdict(), 'regcred: ghcr.io/acme'],
  [
    imageVerdict({ tried: [...imageVerdict().tried, { secret: 'b', serverKey: 'ghcr.io' }] }),
    'regcred: ghcr.io/acme (+1)',
  ],
  [imageVerdict({ verdict: 'opaque', tried: [], pullSecrets: ['from-vault'] }), 'from-vault'],
  [imageVerdict({ verdict: 'node', tried: [] }), 'node'],
  [imageVerdict({ verdict: 'anonymous', tried: [] }), '-'],
])('the login of a row: %#', (image, login) => {
  expect(formatText(checkReport({ images: [image] })).split('\n')[1]).toContain(`  ${login}  `);
});

test('documents that could not be read are named, with their place', () => {
  const unread = [{ file: '-', line: 3, column: 7, message: 'bad indentation of a mapping entry' }];
  expect(formatText(checkReport(), { unread })).toMatchInlineSnapshot(`
"unreadable: bad indentation of a mapping entry
  --> <stdin>:3:7

no images in 2 objects; no findings; 1 document could not be read
"
`);
});

test('suppressions that nothing needs are named', () => {
  const summary = {
    ...SAMPLE_REPORT.summary,
    unusedSuppressions: [{ rule: 'latest-tag', object: 'Pod/x', reason: 'y' }] as const,
  };
  expect(formatText(checkReport({ summary }))).toContain(
    'suppressions that nothing needs any more:\n  latest-tag on Pod/x\n',
  );
});

test('colours only when told so, and they do not move the columns', () => {
  const colored = formatText(SAMPLE_REPORT, { sourceOf, color: true });
  expect(colored).toContain('\u001b[31m');
  expect(stripVTControlCharacters(colored)).toBe(formatText(SAMPLE_REPORT, { sourceOf }));
});

test('an image name cannot steer the terminal', () => {
  const text = formatText(checkReport({ images: [imageVerdict({ image: 'a\u001b[2J\u202eb\n' })] }));
  expect(text).toContain('a\\u{1b}[2J\\u{202e}b\\u{a}');
  expect(printable('registre-privé.example 🙂')).toBe('registre-privé.example 🙂');
});

test('the lines of a finding show no password', () => {
  const text = formatText(SAMPLE_REPORT, { sourceOf });
  expect(text).toContain('| data:');
  expect(text).toContain('|   .dockerconfigjson: …');
  expect(text).not.toContain('eyJhdXRocyI6');
});

describe('what is shown of a document with a Secret', () => {
  test.each([
    ['kind: Secret', 'kind: Secret'],
    ['  name: regcred', '  name: regcred'],
    ['  "name": "regcred",', '  "name": "regcred",'],
    ['data:', 'data:'],
    ['  .dockerconfigjson: e30=', '  .dockerconfigjson: …'],
    ['    password: hunter2', '    password: …'],
    ['    "password": "hunter2"', '    "password": …'],
    ['  token: hunter2', '  …'],
    ['    hunter2', '    …'],
    ['hunter2: x', '…'],
    ['{"kind":"Secret","data":{"a":"hunter2"}}', '…'],
    ['data: {.dockercfg: hunter2}', 'data: …'],
    ['  name: "a b" # hunter2', '  …'],
    ['- kind: Secret', '- kind: Secret'],
    ['}', '}'],
    ['', ''],
  ])('%j → %j', (line, shown) => {
    expect(redactLine(line, true)).toBe(shown);
  });

  test.each(['kind: Secret', '{"kind":"Secret"}', '"kind" : "Secret"', 'items:\n- kind: Secret', 'kind: SecretList'])(
    '%j is one',
    (text) => {
      expect(hidesSecrets(text)).toBe(true);
    },
  );

  test.each(['kind: SecretStore', 'kind: Deployment', 'secret: x'])('%j is none', (text) => {
    expect(hidesSecrets(text)).toBe(false);
  });

  test.each([
    ['YAML', 'stringData:\n  name: hunter2\n  kind: hunter2\ntype: Opaque\nkind: Secret\nmetadata:\n  name: regcred\n'],
    [
      'a list in YAML',
      'items:\n- data:\n    name: hunter2\n  type: Opaque\n  kind: Secret\n  metadata:\n    name: regcred\n',
    ],
    [
      'JSON',
      '{\n  "data": {\n    "type": "hunter2"\n  },\n  "type": "Opaque",\n  "kind": "Secret",\n  "metadata": {\n    "name": "regcred"\n  }\n}\n',
    ],
    [
      'a comment, as people indent them',
      'stringData:\n  a: hunter2\n# and\n  name: hunter2\ntype: Opaque\nkind: Secret\nmetadata:\n  name: regcred\n',
    ],
    [
      'a comment behind it',
      'stringData: # of CI\n  name: hunter2\ntype: Opaque\nkind: Secret\nmetadata:\n  name: regcred\n',
    ],
    ['an anchor', 'stringData: &login\n  name: hunter2\ntype: Opaque\nkind: Secret\nmetadata:\n  name: regcred\n'],
    [
      'a mapping in braces',
      'stringData: {a: hunter2,\n  name: hunter2,\n  b: hunter2}\ntype: Opaque\nkind: Secret\nmetadata:\n  name: regcred\n',
    ],
  ])('a key of its data may be called name, kind or type: %s', (_, text) => {
    const source = new SourceText(text);
    const shown = source.linesOf({ start: 0, end: text.length }, 1, 99).map((line) => line.text);
    expect(shown.join('\n')).not.toContain('hunter2');
    expect(shown.join('\n')).toMatch(/type.*Opaque[\s\S]*name.*regcred/);
  });

  test('the values of one document are looked for in that document', () => {
    const other = 'kind: Secret\nmetadata:\n  name: other\ndata:\n  name: hunter2\n---\n';
    const text = `${other}kind: Secret\nmetadata:\n  name: regcred\n`;
    const source = new SourceText(text);
    const shown = source.linesOf({ start: other.length, end: text.length }, 1, 99).map((line) => line.text);
    expect(shown).toEqual(['kind: Secret', 'metadata:', '  name: regcred']);
  });
});

describe('what is shown of any other document', () => {
  test.each([
    ['          image: nginx:1.27@sha256:0123', '          image: nginx:1.27@sha256:0123'],
    ['          image: bot:hunter2@ghcr.io/acme/api:1', '          image: ***@ghcr.io/acme/api:1'],
    [
      '          image: "https://bot:hunter2@ghcr.io:443/api@sha256:0123"',
      '          image: "***@ghcr.io:443/api@sha256:0123"',
    ],
    ['- {image: nginx:1.27@sha256:0123}', '- {image: nginx:1.27@sha256:0123}'],
    ['          image: bot:hunter2@nginx', '          image: ***@nginx'],
    ['          image: bot:hunter2@sha1.example.com:5000/api', '          image: ***@sha1.example.com:5000/api'],
    [
      '    iam.gke.io/gcp-service-account: api@acme.iam.example',
      '    iam.gke.io/gcp-service-account: api@acme.iam.example',
    ],
    ['          value: hunter2', '          value: …'],
    ['  - {image: nginx, env: [{name: A, value: hunter2}]}', '  - {image: nginx, env: [{name: A, value: …'],
    ['{"env":[{"name":"A","value":"hunter2"}]}', '{"env":[{"name":"A","value": …'],
    ['  args: [--password=hunter2]', '  args: …'],
    ['  template: {type: Opaque, data: {a: hunter2}}', '  template: {type: Opaque, data: …'],
    ['  args:', '  args:'],
    ['  valueFrom: {secretKeyRef: {name: db}}', '  valueFrom: {secretKeyRef: {name: db}}'],
  ])('%j → %j', (line, shown) => {
    expect(redactLine(line, false)).toBe(shown);
  });

  test.each([
    ['a literal of several lines', 'env:\n- name: A\n  value: |\n    hunter2\n    image: hunter2\nimage: nginx\n'],
    ['a command line', 'args:\n- --user=bot\n- --password\n- hunter2\nimage: nginx\n'],
    ['one that is further in', 'command:\n  - sh\n  - -c\n  - |\n    login hunter2\nimage: nginx\n'],
    ['a container that begins with it', '- args:\n  - hunter2\n  image: nginx\n'],
    ['a template for a Secret', 'data:\n  .dockerconfigjson: hunter2\nimage: nginx\n'],
    ['JSON', '{\n  "args": [\n    "hunter2"\n  ],\n  "image": "nginx"\n}\n'],
  ])('%s is hidden', (_, text) => {
    const shown = new SourceText(text).linesOf({ start: 0, end: text.length }, 1, 99).map((line) => line.text);
    expect(shown.join('\n')).not.toContain('hunter2');
    expect(shown.join('\n')).toMatch(/image"?: "?nginx/);
  });
});

test.each([
  [finding().location, 22],
  [{ ...finding().location, line: 2000 }, undefined],
  [{ ...finding().location, line: 1 }, undefined],
])('lines outside the document are not shown: %#', (location, line) => {
  const text = formatText(checkReport({ findings: [finding({ location })] }), { sourceOf });
  if (line === undefined) expect(text).not.toContain(' | ');
  else expect(text).toContain(`${line} |           image: quay.io/acme/side:2`);
});

test('a line of a million characters is cut', () => {
  const long = `kind: Pod\nspec: ${'x'.repeat(1_000_000)}\n`;
  const location = { file: 'a', document: 0, path: ['spec'], start: 0, end: long.length, line: 2, column: 7 };
  const text = formatText(checkReport({ findings: [finding({ location })] }), { sourceOf: () => long });
  expect(text.length).toBeLessThan(2000);
});

test('a login that goes on behind the cut is hidden', () => {
  const text = `kind: Pod\nimage: ${'a'.repeat(140)}:hunter2${'x'.repeat(99)}@ghcr.io/api\n`;
  const shown = new SourceText(text).linesOf({ start: 0, end: text.length }, 1, 2).map((line) => line.text);
  expect(shown).toEqual(['kind: Pod', 'image: ***@ghcr.io/api']);
});

test('CRLF leaves no trace', () => {
  const text = 'kind: Pod\r\nspec:\r\n  image: a\r\n';
  const location = { file: 'a', document: 0, path: ['spec'], start: 0, end: text.length, line: 2, column: 1 };
  const report = checkReport({ findings: [finding({ location })] });
  expect(formatText(report, { sourceOf: () => text })).toBe(
    formatText(report, { sourceOf: () => text.replaceAll('\r', '  ') }).replaceAll(/ +$/gm, ''),
  );
  expect(formatText(report, { sourceOf: () => text })).not.toContain('\\u{d}');
});

test('the summary, on one line', () => {
  expect(formatSummary(SAMPLE_REPORT)).toBe(
    '2 images in 1 workload: 1 credential, 1 missing; 1 error, 1 warning, 1 suppressed\n',
  );
  expect(formatSummary(checkReport())).toBe('no images in 2 objects; no findings\n');
  expect(formatSummary(checkReport({ suppressed: [LATEST_TAG] }))).toBe(
    'no images in 2 objects; no findings, 1 suppressed\n',
  );
});

test.each([
  [0, '0 images'],
  [1, '1 image'],
  [2, '2 images'],
])('%i → %s', (count, text) => {
  expect(counted(count, 'image')).toBe(text);
});
