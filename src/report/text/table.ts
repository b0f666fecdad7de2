/** A cell: what it says, and how it is shown; colours take no width. */
export interface Cell {
  readonly text: string;
  readonly shown?: string;
}

const GAP = '  ';

/** Rows with their columns aligned on the left; the last column is not padded. */
export function formatTable(rows: readonly (readonly Cell[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach(({ text }, column) => {
      widths[column] = Math.max(widths[column] ?? 0, text.length);
    });
  }
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => padded(cell, widths[column] ?? 0))
          .join(GAP)
          .trimEnd()}\n`,
    )
    .join('');
}

function padded({ text, shown = text }: Cell, width: number): string {
  return shown + ' '.repeat(width - text.length);
}
