import type { ReportEntry } from '../../contract/imports.ts';
import { writeLine } from './table-line.ts';

const COLUMNS = ['list', 'source', 'item', 'title', 'id', 'action', 'code', 'message', 'of'] as const;

/** The names of the columns, as a line. */
export const REPORT_HEADER = writeLine(COLUMNS);

/** Entries of an import's report as lines of RFC 4180. */
export function reportToCsv(entries: readonly ReportEntry[]): string {
  return entries.map((entry) => writeLine(COLUMNS.map((column) => textOf(entry, column)))).join('');
}

function textOf(entry: ReportEntry, column: string): string | null {
  const value: unknown = new Map<string, unknown>(Object.entries(entry)).get(column);
  return typeof value === 'string' ? value : null;
}
