import type { CheckReport, Finding, ImageVerdict, SuppressedFinding } from '../../check';
import { objectName } from '../object-name';
import type { ReportContext, UnreadDocument } from '../report-context';
import { formatPlace } from '../text/format-finding';
import { formatSummary } from '../text/format-summary';
import { html, Markup } from './markup';
import { STYLE } from './style';

/** The report as one page that loads nothing. */
export function formatHtml(report: CheckReport, context: ReportContext = {}): string {
  const summary = formatSummary(report, { ...context, color: false }).trim();
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>regcred check: ${summary}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Will each image be pulled?</h1>
<p>${summary}</p>
${section('Not read', (context.unread ?? []).map(unreadArticle))}
${section('Findings', report.findings.map(findingArticle))}
${section('Images', imageTable(report.images))}
${section('Suppressed', report.suppressed.map(suppressedArticle))}
</body>
</html>
`;
  return page.text.replace(/\n\n+/g, '\n');
}

function section(title: string, content: readonly Markup[]): Markup {
  return content.length === 0 ? new Markup('') : html`<section>\n<h2>${title}</h2>\n${content}</section>`;
}

function imageTable(images: readonly ImageVerdict[]): readonly Markup[] {
  if (images.length === 0) return [];
  const headings = ['Namespace', 'Object', 'Container', 'Image', 'Verdict', 'Why'].map(
    (text) => html`<th>${text}</th>`,
  );
  const rows = images.map(
    (
      image,
    ) => html`<tr><td>${image.namespace}</td><td>${image.kind}/${image.name}</td><td>${image.container}</td><td><code>${image.image}</code></td><td class="${image.verdict}">${image.verdict}</td><td>${image.why}</td></tr>
`,
  );
  return [html`<table>\n<thead><tr>${headings}</tr></thead>\n<tbody>\n${rows}</tbody>\n</table>\n`];
}

function findingArticle({ severity, rule, message, path, why, fix, link, location, ...object }: Finding): Markup {
  return html`<article class="${severity}">
<h3>${severity}: ${rule}</h3>
<p>${message}</p>
<p><code>${formatPlace(location)}</code> ${objectName(object)} <code>${path}</code></p>
<p>Why: ${why} (<a href="${safeLink(link)}">more</a>)</p>
<p>Fix: ${fix}</p>
</article>
`;
}

/** Links come from the rules, which are ours; still nothing but a web page is linked. */
function safeLink(link: string): string {
  return /^https:\/\//.test(link) ? link : '#';
}

function suppressedArticle({ finding, reason }: SuppressedFinding): Markup {
  return html`<article>
<h3>${finding.rule}</h3>
<p>${finding.message}</p>
<p>${objectName(finding)}: ${reason}</p>
</article>
`;
}

function unreadArticle(document: UnreadDocument): Markup {
  return html`<article class="error">
<h3>${formatPlace(document)}</h3>
<p>${document.message}</p>
</article>
`;
}
