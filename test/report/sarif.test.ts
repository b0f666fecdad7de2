import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { formatSarif } from '../../src/report';
import { artifactUri } from '../../src/report/sarif/artifact-uri';
import { checkReport, finding, SAMPLE_REPORT } from './sample-report';

const UNREAD = [{ file: '-', line: 3, column: 1, message: 'bad indentation' }];

/** The committee's schema, as a package of Microsoft's SARIF tools ships it; it is a draft 4, which has `id` for `$id`. */
function sarifSchema(): object {
  const file = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const { $schema: _draft, id, ...schema } = JSON.parse(readFileSync(file, 'utf8'));
  return { $id: id, ...schema };
}

// one of its patterns has a bracket too many, which only expressions without the flag `u` take
const validate = addFormats(new Ajv({ allErrors: true, strict: false, unicodeRegExp: false })).compile(sarifSchema());

test.each([
  ['the sample', formatSarif(SAMPLE_REPORT, { unread: UNREAD, toolVersion: '1.2.3' })],
  ['an empty report', formatSarif(checkReport())],
])('%s is valid SARIF 2.1.0', (_, text) => {
  expect([validate(JSON.parse(text)), validate.errors]).toEqual([true, null]);
});

test('the schema is not taken for granted: it refuses what is no SARIF', () => {
  const log = runOf();
  expect(validate({ version: '2.1.0', runs: [{ ...log, columnKind: 'bytes' }] })).toBe(false);
  expect(validate({ version: '2.1.0', runs: [{ ...log, results: [{ level: 'info', message: { text: 'x' } }] }] })).toBe(
    false,
  );
});

function runOf(report = SAMPLE_REPORT, context = {}) {
  return JSON.parse(formatSarif(report, context)).runs[0];
}

test('a result has its rule, place and message', () => {
  expect(runOf().results[0]).toMatchInlineSnapshot(`
{
  "level": "error",
  "locations": [
    {
      "logicalLocations": [
        {
          "fullyQualifiedName": "Deployment/payments/api:spec.template.spec.containers[1].image",
          "kind": "object",
          "name": "api",
        },
      ],
      "physicalLocation": {
        "artifactLocation": {
          "uri": "k8s/api.yaml",
        },
        "region": {
          "startColumn": 18,
          "startLine": 22,
        },
      },
      "properties": {
        "kind": "Deployment",
        "namespace": "payments",
      },
    },
  ],
  "message": {
    "text": "no login of Secret 'regcred' matches 'quay.io/acme/side:2'
add a login for 'quay.io' to Secret 'regcred', or say that the image is public with --public 'quay.io/acme/side'",
  },
  "partialFingerprints": {
    "regcred/v1": "d7b3a74af826ac24d7c565b4f26c3117:1",
  },
  "ruleId": "missing-credential",
  "ruleIndex": 0,
}
`);
});

test('a rule has its help', () => {
  expect(runOf().tool.driver.rules[1]).toMatchInlineSnapshot(`
{
  "defaultConfiguration": {
    "level": "warning",
  },
  "fullDescription": {
    "text": "The kubelet compares paths as plain prefixes.",
  },
  "help": {
    "markdown": "The kubelet compares paths as plain prefixes.

[More](https://kubernetes.io/docs/concepts/containers/images/)",
    "text": "The kubelet compares paths as plain prefixes.

https://kubernetes.io/docs/concepts/containers/images/",
  },
  "helpUri": "https://kubernetes.io/docs/concepts/containers/images/",
  "id": "prefix-leak",
  "name": "PrefixLeak",
  "properties": {
    "tags": [
      "kubernetes",
      "registry",
      "image-pull",
    ],
  },
  "shortDescription": {
    "text": "prefix leak",
  },
}
`);
});

test('a suppressed finding says why, and only it is suppressed', () => {
  const { results } = runOf();
  expect(results.map((result: { suppressions?: unknown }) => result.suppressions)).toEqual([
    undefined,
    undefined,
    [{ kind: 'external', justification: 'a playground' }],
  ]);
});

test('every result points at its rule', () => {
  const { results, tool } = runOf();
  for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
});

test('documents that could not be read are notifications of a run that failed', () => {
  expect(runOf(checkReport(), { unread: UNREAD }).invocations).toMatchObject([
    {
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: 'error', message: { text: 'bad indentation' } }],
    },
  ]);
  expect(runOf().invocations[0].executionSuccessful).toBe(true);
});

describe('partialFingerprints', () => {
  const of = (...findings: Parameters<typeof finding>[0][]) =>
    runOf(checkReport({ findings: findings.map(finding) })).results.map(
      (result: { partialFingerprints: Record<string, string> }) => result.partialFingerprints['regcred/v1'],
    );

  test('stay when lines move and words change', () => {
    const location = { ...finding().location, line: 99, start: 7 };
    expect(of({ location, message: 'other', fix: 'words' })).toEqual(of({}));
  });

  test.each([{ rule: 'latest-tag' }, { namespace: 'b' }, { kind: 'Job' }, { name: 'b' }, { path: 'spec.x' }] as const)(
    'differ by %j',
    (change) => {
      expect(of(change)).not.toEqual(of({}));
    },
  );

  test('are not shared by findings that are alike', () => {
    expect(new Set(of({}, {}, {})).size).toBe(3);
  });
});

test.each([
  ['k8s/api.yaml', 'k8s/api.yaml'],
  ['./k8s/a b#1.yaml', 'k8s/a%20b%231.yaml'],
  ['../x/é.yaml', '../x/%C3%A9.yaml'],
  ['k8s\\api.yaml', 'k8s/api.yaml'],
  ['/abs/a.yaml', 'file:///abs/a.yaml'],
  ['C:\\abs\\a.yaml', 'file:///C:/abs/a.yaml'],
  ['-', 'stdin'],
])('file %s is the URI %s', (file, uri) => {
  expect(artifactUri(file)).toBe(uri);
});
