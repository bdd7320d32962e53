import type { Row } from './build-rows.ts';

/** Rows one below the other: of text, or of a table. */
export interface RowGroup {
  readonly kind: 'text' | 'table';
  readonly rows: readonly Row[];
}

/** Fewer rows of several cells are formulas with their numbers, or signatures side by side. */
const LEAST_ROWS = 3;

/** Parts an area's rows into tables and what is none: a table is rows of cells that stand below one another. */
export function findTables(rows: readonly Row[]): RowGroup[] {
  const groups: { kind: RowGroup['kind']; rows: Row[] }[] = [];
  let at = 0;
  while (at < rows.length) {
    const end = endOfTable(rows, at);
    const kind = end > at ? 'table' : 'text';
    const next = rows.slice(at, Math.max(end, at + 1));
    const last = groups.at(-1);
    if (kind === 'text' && last?.kind === 'text') last.rows.push(...next);
    else groups.push({ kind, rows: next });
    at += next.length;
  }
  return groups;
}

/** Where the table ends that begins at a row; the row itself where none does. */
function endOfTable(rows: readonly Row[], start: number): number {
  let end = start;
  while (hasCells(rows[end]) || (end > start && isWrappedCell(rows, end))) end += 1;
  const table = rows.slice(start, end);
  const full = table.filter(hasCells).length;
  return full >= LEAST_ROWS && findTableColumns(table).length > 1 ? end : start;
}

function hasCells(row: Row | undefined): boolean {
  return row !== undefined && row.cells.length > 1;
}

/** A cell that goes on in a row of its own, below and above rows with cells. */
function isWrappedCell(rows: readonly Row[], at: number): boolean {
  const [before, row, next] = [rows[at - 1], rows[at], rows[at + 1]];
  if (before === undefined || row === undefined || !hasCells(before) || !hasCells(next)) return false;
  const close = row.baseline - before.baseline < 1.5 * row.size;
  return close && before.cells.some(({ left, right }) => row.left < right && row.right > left && row.right < before.right + row.size);
}

export interface TableColumn {
  left: number;
  right: number;
}

/** The columns of a table from the left: where its cells stand below one another. Headings that span several do not make them one. */
export function findTableColumns(rows: readonly Row[]): TableColumn[] {
  const cells = rows.flatMap((row) => (row.cells.length > 1 ? row.cells : [])).toSorted((a, b) => a.right - a.left - (b.right - b.left));
  const columns: TableColumn[] = [];
  for (const { left, right } of cells) {
    const over = columns.filter((column) => left < column.right && right > column.left);
    const [first] = over;
    if (first === undefined) columns.push({ left, right });
    else if (over.length === 1) Object.assign(first, { left: Math.min(first.left, left), right: Math.max(first.right, right) });
  }
  return columns.sort((a, b) => a.left - b.left);
}
