import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brokenExamples, FINDINGS_PAGE, findingsPage, outputFile } from '../../../scripts/findings-docs';
import { RULE_IDS } from '../../../src/check';
import { runCli } from '../run-cli';

const REPOSITORY = { cwd: join(__dirname, '..', '..', '..') };
const HINT = 'if not: node -r ./scripts/typescript.js scripts/findings-docs.ts';
const examples = brokenExamples();

test.each(examples.map((example) => [example.file, example] as const))(
  `regcred check %s prints what is beside it; ${HINT}`,
  async (file, example) => {
    const version = example.kubernetesVersion;
    const flags = version === undefined ? [] : ['--kubernetes-version', version];
    const { stdout, stderr } = await runCli(['check', file, ...flags], REPOSITORY);
    expect(stderr).toBe('');
    expect(stdout).toBe(readFileSync(outputFile(example), 'utf8'));
  },
);

test('there is an example for each rule, and each breaks its rule', () => {
  expect(examples.map(({ rule }) => rule)).toEqual([...RULE_IDS]);
  const silent = examples.filter(({ rule, report }) => !report.findings.some((finding) => finding.rule === rule));
  expect(silent.map(({ rule }) => rule)).toEqual([]);
});

test('regcred check examples/broken lists every finding', async () => {
  const argv = ['check', 'examples/broken', '--kubernetes-version', '1.33', '--format', 'json'];
  const { code, stdout } = await runCli(argv, REPOSITORY);
  const rules = new Set(JSON.parse(stdout).findings.map(({ rule }: { rule: string }) => rule));
  expect(code).toBe(1);
  expect(RULE_IDS.filter((rule) => !rules.has(rule))).toEqual([]);
});

test.each(['text', 'json', 'sarif', 'junit', 'mermaid', 'html'])(
  'no password of the gallery is in the %s report',
  async (format) => {
    const { stdout } = await runCli(['check', 'examples/broken', '--format', format], REPOSITORY);
    for (const { text } of examples) {
      for (const [, data = ''] of text.matchAll(/\.docker(?:configjson|cfg): (\S{24,})/g))
        expect(stdout).not.toContain(data.slice(0, 24));
    }
    expect(stdout).not.toMatch(/not-a-real-password|hunter2/);
  },
);

test(`docs/findings.md is what the rules say; ${HINT}`, () => {
  expect(readFileSync(FINDINGS_PAGE, 'utf8')).toBe(findingsPage(examples));
});
