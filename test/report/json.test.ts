import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { RULE_IDS } from '../../src/check';
import { formatJson } from '../../src/report';
import { checkReport, imageVerdict, SAMPLE_REPORT } from './sample-report';

const SCHEMA = JSON.parse(
  readFileSync(join(__dirname, '..', '..', 'docs', 'schema', 'check-report.schema.json'), 'utf8'),
);

/** The schema as a consumer has it, and one that takes no field that it does not name. */
function validators() {
  const open = addFormats(new Ajv({ allErrors: true, strictTypes: false }));
  const closed = JSON.parse(JSON.stringify(SCHEMA), (key, value) => {
    const named = value?.properties && key !== 'properties' && !value.additionalProperties && value.type === 'object';
    return named ? { ...value, additionalProperties: false } : value;
  });
  // a suppressed finding is a finding with a reason
  closed.definitions.finding.properties.reason = { type: 'string' };
  closed.$id += '#closed';
  return { open: open.compile(SCHEMA), closed: addFormats(new Ajv({ strictTypes: false })).compile(closed) };
}

const UNREAD = [{ file: 'a.yaml', line: 1, column: 2, message: 'bad' }];
const { open, closed } = validators();

test.each([
  ['the sample', formatJson(SAMPLE_REPORT, { unread: UNREAD })],
  ['an empty report', formatJson(checkReport())],
  [
    'places that are not known',
    formatJson(
      checkReport({ images: [imageVerdict({ location: { file: 'app/x', document: 0, path: [], start: 0, end: 0 } })] }),
    ),
  ],
])('%s agrees with the published schema, which names every field', (_, text) => {
  const document = JSON.parse(text);
  expect([open(document), open.errors]).toEqual([true, null]);
  expect([closed(document), closed.errors]).toEqual([true, null]);
});

test.each([
  [
    'a verdict that is none',
    (report: ReturnType<typeof parsed>) => Object.assign(report.images[0] ?? {}, { verdict: 'ok' }),
  ],
  ['a finding without a fix', (report: ReturnType<typeof parsed>) => delete report.findings[0]?.fix],
  ['a line 0', (report: ReturnType<typeof parsed>) => Object.assign(report.findings[0] ?? {}, { line: 0 })],
])('%s does not', (_, spoil) => {
  const report = parsed();
  spoil(report);
  expect(open(report)).toBe(false);
});

function parsed(): { images: { verdict?: string }[]; findings: { fix?: string; line?: number }[] } {
  return JSON.parse(formatJson(SAMPLE_REPORT));
}

test('the schema names every rule', () => {
  expect(SCHEMA.definitions.rule.enum).toEqual([...RULE_IDS]);
});

test('images and findings as programs read them', () => {
  const { images, findings } = JSON.parse(formatJson(SAMPLE_REPORT));
  expect(images[1]).toMatchInlineSnapshot(`
{
  "column": 18,
  "container": "side",
  "file": "k8s/api.yaml",
  "image": "quay.io/acme/side:2",
  "kind": "Deployment",
  "line": 22,
  "name": "api",
  "namespace": "payments",
  "pullSecrets": [
    "regcred",
  ],
  "pullSecretsFrom": "service-account",
  "role": "container",
  "serviceAccount": "default",
  "tried": [],
  "verdict": "missing",
  "why": "no login matches, and quay.io is not known to be public",
}
`);
  expect(findings[1]).toMatchInlineSnapshot(`
{
  "column": 22,
  "file": "k8s/api.yaml",
  "fix": "write 'ghcr.io/acme/'",
  "kind": "Secret",
  "line": 8,
  "link": "https://kubernetes.io/docs/concepts/containers/images/",
  "message": "server key 'ghcr.io/acme' also matches 'ghcr.io/acme-evil'",
  "name": "regcred",
  "namespace": "payments",
  "path": "data[".dockerconfigjson"]",
  "rule": "prefix-leak",
  "severity": "warning",
  "why": "The kubelet compares paths as plain prefixes.",
}
`);
});
