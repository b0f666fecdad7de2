import type { Finding, Location } from '../../check';
import { objectName } from '../object-name';
import { formatCodeFrame, type SourceText } from './code-frame';
import { printable } from './printable';
import { type Paint, SEVERITY_INK } from './style';

/** One finding with its lines, why, fix and link. */
export function formatFinding(
  finding: Finding,
  paint: Paint,
  source: SourceText | undefined,
  explained: ReadonlySet<string>,
): string {
  const { severity, rule, message, location, path, why, fix, link } = finding;
  const ink = SEVERITY_INK[severity];
  const object = printable(`${objectName(finding)}${path === '' ? '' : ` ${path}`}`);
  const lines = [
    `${paint(severity, 'bold', ink)}${paint(`[${rule}]`, ink)}: ${paint(printable(message), 'bold')}`,
    `  ${paint('-->', 'blue')} ${printable(formatPlace(location))}  ${paint(object, 'dim')}`,
    ...(source ? frameOf(source, location, paint) : []),
    // the reason is the same for each finding of a rule: once is enough
    ...(explained.has(why) ? [] : [`  ${paint('why:', 'cyan')} ${printable(why)}`]),
    `  ${paint('fix:', 'cyan')} ${printable(fix)}`,
    ...(explained.has(why) ? [] : [`  ${paint('see:', 'cyan')} ${printable(link)}`]),
  ];
  return `${lines.join('\n')}\n`;
}

/** Where it is, as editors and terminals take it: `deploy.yaml:12:9`. */
export function formatPlace({ file, line, column }: Pick<Location, 'file' | 'line' | 'column'>): string {
  const name = file === '-' ? '<stdin>' : file;
  if (line === undefined) return name;
  return column === undefined ? `${name}:${line}` : `${name}:${line}:${column}`;
}

function frameOf(source: SourceText, location: Location, paint: Paint): readonly string[] {
  return formatCodeFrame(source, location, paint)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `  ${line}`);
}
