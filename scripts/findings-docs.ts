// Writes docs/findings.md and examples/broken/*.txt from the rules and the gallery:
// node -r ./scripts/typescript.js scripts/findings-docs.ts
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CheckReport, checkManifests, type Finding, locateFindings, SEVERITIES } from '../src/check';
import { RULES } from '../src/check/rules';
import { readManifests } from '../src/manifest';
import { formatText } from '../src/report';

const ROOT = join(__dirname, '..');
const GALLERY = 'examples/broken';
export const FINDINGS_PAGE = join(ROOT, 'docs', 'findings.md');

/** The Kubernetes that an example is for, where its rule is silent about the newest. */
const KUBERNETES_VERSIONS: Readonly<Record<string, string>> = { 'pull-identity-version': '1.33' };

/** One manifest of the gallery, and what the check says of it. */
export interface BrokenExample {
  /** The rule that it breaks. */
  readonly rule: string;
  /** The file as `regcred check` is called with it, from the root of the repository. */
  readonly file: string;
  readonly text: string;
  /** @default - the newest */
  readonly kubernetesVersion?: string;
  readonly report: CheckReport;
}

/** The gallery, in the order of the rules. */
export function brokenExamples(): readonly BrokenExample[] {
  const names = readdirSync(join(ROOT, GALLERY)).filter((name) => name.endsWith('.yaml'));
  const order = RULES.map(({ id }) => `${id}.yaml`);
  return names
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((name) => {
      const file = `${GALLERY}/${name}`;
      const text = readFileSync(join(ROOT, file), 'utf8');
      const rule = name.replace(/\.yaml$/, '');
      const kubernetesVersion = KUBERNETES_VERSIONS[rule];
      const found = checkManifests(readManifests(text, { file }).documents, { kubernetesVersion });
      return { rule, file, text, kubernetesVersion, report: locateFindings(found, () => text) };
    });
}

/** What `regcred check` prints for an example. */
export function expectedOutput({ report, text }: BrokenExample): string {
  return formatText(report, { sourceOf: () => text });
}

/** Where the expected output of an example is. */
export function outputFile({ file }: BrokenExample): string {
  return join(ROOT, file.replace(/\.yaml$/, '.txt'));
}

/** The whole page, in Markdown. */
export function findingsPage(examples: readonly BrokenExample[]): string {
  const sections = RULES.map((rule) => {
    const example = examples.find((candidate) => candidate.rule === rule.id);
    return { rule, example, hits: example?.report.findings.filter((finding) => finding.rule === rule.id) ?? [] };
  });
  return [
    '<!-- Written by scripts/findings-docs.ts from src/check/rules and examples/broken: edit those, then run it. -->',
    '# Findings',
    [
      'What `regcred check` and `PullCheck` can say, one section a rule. Each has a small manifest that breaks it in',
      '[`examples/broken`](../examples/broken), with what the check prints. A rule gets another severity, or is turned off, under `severities` in',
      '`regcred.yaml`; a single finding is accepted under `suppressions` ([how](guides/check.md#accept-a-finding)).',
    ].join('\n'),
    [
      '| rule | severity | why it matters |',
      '|---|---|---|',
      ...sections.map(({ rule, hits }) => `| [\`${rule.id}\`](#${rule.id}) | ${severityOf(hits)} | ${rule.why} |`),
    ].join('\n'),
    ...sections.flatMap(({ rule, example, hits }) => [
      `## ${rule.id}`,
      `**${severityOf(hits)}.** ${sentence(rule.why)} ([more](${rule.link}))`,
      ...(example ? exampleSection(example, hits) : []),
    ]),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

function exampleSection({ file, text }: BrokenExample, hits: readonly Finding[]): string[] {
  return [
    `[\`${file}\`](../${file}):`,
    `\`\`\`yaml\n${text.trimEnd()}\n\`\`\``,
    ...hits.map(({ message, fix }) => `- Says: ${sentence(message)}\n- Fix: ${sentence(fix)}`),
  ];
}

/** The severities that the rule has in the gallery. */
function severityOf(hits: readonly Finding[]): string {
  return SEVERITIES.filter((severity) => hits.some((hit) => hit.severity === severity)).join(' or ');
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
}

if (require.main === module) {
  const examples = brokenExamples();
  for (const example of examples) writeFileSync(outputFile(example), expectedOutput(example));
  writeFileSync(FINDINGS_PAGE, findingsPage(examples));
}
