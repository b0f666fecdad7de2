/** One bound of docs/performance.md: what was measured, and what it must keep to. */
export interface BenchGate {
  readonly name: string;
  readonly measured: number;
  readonly limit: number;
  readonly holds: boolean;
}

/** A bound that what was measured must not be above. */
export function atMost(limit: number, name: string, measured: number): BenchGate {
  return { name, measured, limit, holds: measured <= limit };
}

/** A bound that what was measured must not be below. */
export function atLeast(limit: number, name: string, measured: number): BenchGate {
  return { name, measured, limit, holds: measured >= limit };
}

/** What a bench found, ready to be printed. */
export interface BenchTable {
  readonly title: string;
  readonly columns: string[];
  readonly rows: string[][];
  readonly gate?: BenchGate[];
}

/** The table in Markdown, columns padded so that it reads well in a terminal too, with its gates below. */
export function printTable({ title, columns, rows, gate = [] }: BenchTable): string {
  const widths = columns.map((column, index) =>
    Math.max(3, column.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const line = (cells: string[]) =>
    `| ${widths.map((width, index) => (cells[index] ?? '').padEnd(width)).join(' | ')} |`;
  const gates = gate.map(
    ({ name, measured, limit, holds }) =>
      `- ${holds ? 'holds' : 'BROKEN'}: ${name} (${number(measured)}, bound ${number(limit)})`,
  );
  const table = [line(columns), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
  return [`## ${title}`, '', ...table, ...(gates.length > 0 ? ['', ...gates] : []), ''].join('\n');
}

function number(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 2 });
}
