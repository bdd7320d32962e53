import type { Segment, Span } from './page-text.ts';

/** What stands on one baseline of an area: a line, or the cells of a table's row. */
export interface Row {
  readonly cells: readonly Segment[];
  readonly spans: readonly Span[];
  /** Of all spans. */
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Of most of its letters, as is `font`. */
  readonly size: number;
  readonly font: string;
  readonly oneFont: boolean;
}

/** The rows of an area from its top. */
export function buildRows(segments: readonly Segment[]): Row[] {
  const rows: Segment[][] = [];
  for (const segment of segments.toSorted((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    if (row !== undefined && isBeside(row, segment)) row.push(segment);
    else rows.push([segment]);
  }
  return rows.map(makeRow);
}

function isBeside(row: readonly Segment[], segment: Segment): boolean {
  const [first] = row;
  if (first === undefined || Math.abs(first.baseline - segment.baseline) > 0.3 * Math.min(first.size, segment.size)) return false;
  const overlap = ({ left, right }: Segment): number => Math.min(right, segment.right) - Math.max(left, segment.left);
  return row.every((other) => overlap(other) < segment.size);
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

function makeRow(segments: readonly Segment[]): Row {
  const fromRight = segments.every(({ text }) => RIGHT_TO_LEFT.test(text));
  const cells = segments.toSorted((a, b) => (fromRight ? b.left - a.left : a.left - b.left));
  const main = cells.reduce((best, cell) => (cell.text.length > best.text.length ? cell : best));
  const spans = cells.flatMap((cell, index) => (index === 0 ? cell.spans : [{ text: ' ' }, ...cell.spans]));
  return {
    cells,
    spans,
    text: spans.map(({ text }) => text).join(''),
    left: Math.min(...cells.map(({ left }) => left)),
    right: Math.max(...cells.map(({ right }) => right)),
    baseline: main.baseline,
    size: main.size,
    font: main.font,
    oneFont: cells.every(({ oneFont, font }) => oneFont && font === main.font),
  };
}
