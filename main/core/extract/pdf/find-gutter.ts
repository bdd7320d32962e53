import type { Segment } from './page-text.ts';
import { bottomOf, topOf } from './page-text.ts';

export type Side = 'left' | 'right' | 'across';

/** White space from top to bottom between two columns. */
export interface Gutter {
  /** In points. */
  readonly from: number;
  readonly to: number;
  readonly sideOf: (segment: Segment) => Side;
}

/** Pages with more parts are tables or drawings; they are read line by line. */
const MOST_SEGMENTS = 4_000;
/** The narrowest gutter, in sizes of the font. */
const LEAST_WIDTH = 0.75;
/** A page is looked at in so many strips from left to right. */
const STRIPS = 600;
/** Parts of the lines that may lie across a gutter. The emptiest gutter wins. */
const MOST_ACROSS = [0, 0.06, 0.15, 0.35, 0.6] as const;

/**
 * The gutter between the columns of an area, if its text is in columns: white space that few lines cross, with text on both sides
 * that is read down and not across. How it was drawn tells columns from tables: columns are drawn one after the other,
 * tables row by row. Where all was drawn line by line, only full lines of prose are columns.
 */
export function findGutter(segments: readonly Segment[]): Gutter | undefined {
  if (segments.length < 4 || segments.length > MOST_SEGMENTS) return undefined;
  const size = medianOf(segments.map((segment) => segment.size));
  const strips = countStrips(segments);
  const tried = new Set<string>();
  for (const share of MOST_ACROSS) {
    const found = findValleys(strips, segments.length * share, LEAST_WIDTH * size)
      .filter(({ from, to }) => !tried.has(`${from}|${to}`))
      .flatMap(({ from, to }) => {
        tried.add(`${from}|${to}`);
        const gutter = makeGutter(from, to, size);
        const score = scoreColumns(segments, gutter, size);
        return score === undefined ? [] : [{ gutter, score }];
      });
    const best = found.toSorted((a, b) => b.score - a.score)[0];
    if (best !== undefined) return best.gutter;
  }
  return undefined;
}

function makeGutter(from: number, to: number, size: number): Gutter {
  const middle = (from + to) / 2;
  const sideOf = ({ left, right }: Segment): Side => {
    // A long line that only sticks out of its column is still of that column.
    if (left < from - size && right > to + size) return 'across';
    return (left + right) / 2 < middle ? 'left' : 'right';
  };
  return { from, to, sideOf };
}

interface Strips {
  readonly start: number;
  readonly width: number;
  /** How many segments lie over each. */
  readonly counts: readonly number[];
}

function countStrips(segments: readonly Segment[]): Strips {
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  for (const { left, right } of segments) {
    start = Math.min(start, left);
    end = Math.max(end, right);
  }
  const width = Math.max((end - start) / STRIPS, 0.01);
  const counts = Array.from({ length: STRIPS }, () => 0);
  for (const { left, right } of segments) {
    const last = Math.min(STRIPS - 1, Math.floor((right - start) / width));
    for (let strip = Math.max(0, Math.floor((left - start) / width)); strip <= last; strip += 1) counts[strip] = (counts[strip] ?? 0) + 1;
  }
  return { start, width, counts };
}

/** Runs of strips that at most so many segments lie over, not at the edges of the area. */
function findValleys({ start, width, counts }: Strips, mostAcross: number, leastWidth: number): { from: number; to: number }[] {
  const valleys: { from: number; to: number }[] = [];
  let first = 0;
  for (let strip = 0; strip <= counts.length; strip += 1) {
    const isOpen = (counts[strip] ?? Number.POSITIVE_INFINITY) <= mostAcross;
    if (isOpen) continue;
    if (first > 0 && strip < counts.length && (strip - first) * width >= leastWidth) valleys.push({ from: start + first * width, to: start + strip * width });
    first = strip + 1;
  }
  return valleys;
}

/** A column is at least so wide, in sizes of the font, and its lines have at least so many letters. */
const LEAST_COLUMN = 6;
const LEAST_LETTERS = 8;

/** How much text stands side by side at a gutter; undefined where that is no columns. */
function scoreColumns(segments: readonly Segment[], gutter: Gutter, size: number): number | undefined {
  const left = segments.filter((segment) => gutter.sideOf(segment) === 'left');
  const right = segments.filter((segment) => gutter.sideOf(segment) === 'right');
  if (left.length < 2 || right.length < 2 || [left, right].some((side) => !isColumn(side, size))) return undefined;
  const beside = Math.min(countBeside(left, right), countBeside(right, left));
  if (beside < 2) return undefined;
  const changes = countChanges(segments, gutter);
  const isDrawnDown = changes <= Math.max(1, 0.3 * beside);
  const isProse = beside >= 4 && isFullLines(left) && isFullLines(right);
  if (!isDrawnDown && !isProse) return undefined;
  return beside * (gutter.to - gutter.from);
}

function isColumn(segments: readonly Segment[], size: number): boolean {
  const { left, right } = boundsOf(segments);
  const letters = segments.reduce((sum, { text }) => sum + text.length, 0);
  return right - left >= LEAST_COLUMN * size && letters / segments.length >= LEAST_LETTERS;
}

/** How many segments of one side have one of the other beside them. */
function countBeside(segments: readonly Segment[], others: readonly Segment[]): number {
  const extents = others.map((other) => ({ top: topOf(other), bottom: bottomOf(other) }));
  return segments.filter((segment) => {
    const middle = (topOf(segment) + bottomOf(segment)) / 2;
    const reach = segment.size * 0.8;
    return extents.some(({ top, bottom }) => top - reach < middle && bottom + reach > middle);
  }).length;
}

/** How often drawing went from one side to the other. */
function countChanges(segments: readonly Segment[], gutter: Gutter): number {
  let changes = 0;
  let before: Side | undefined;
  for (const segment of segments.toSorted((a, b) => a.order - b.order)) {
    const side = gutter.sideOf(segment);
    if (side === 'across') continue;
    if (before !== undefined && side !== before) changes += 1;
    before = side;
  }
  return changes;
}

/** Most lines are full of letters: prose, and no cells of a table. */
function isFullLines(segments: readonly Segment[]): boolean {
  const { left, right } = boundsOf(segments);
  const full = segments.filter((segment) => segment.right - segment.left > 0.6 * (right - left) && segment.text.length > 20);
  return full.length > 0.55 * segments.length;
}

function boundsOf(segments: readonly Segment[]): { left: number; right: number } {
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  for (const segment of segments) {
    left = Math.min(left, segment.left);
    right = Math.max(right, segment.right);
  }
  return { left, right };
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
