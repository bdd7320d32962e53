import type { Run, Segment } from './page-text.ts';
import { makeSegment } from './make-segment.ts';

/** Gaps that part words, in sizes of the font: wider ones part columns. Drawn right after one another, words of a justified line may be far apart. */
const MOST_GAP = 0.9;
const MOST_GAP_IN_ORDER = 1.6;
/** How far runs may lie over one another: kerning, and slanted letters. */
const MOST_OVERLAP = 0.5;

/**
 * The lines of a page, or their parts where a wide gap divides them, in the order of drawing. Runs that follow one another on a
 * baseline belong together; then so do parts that were drawn at different times.
 */
export function buildSegments(runs: readonly Run[]): Segment[] {
  const groups: Run[][] = [];
  for (const run of withoutDoubles(runs)) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && continues(last, run, run.spaced ? MOST_GAP_IN_ORDER : MOST_GAP)) group.push(run);
    else groups.push([run]);
  }
  return mergeNeighbours(groups).map((group, order) => makeSegment(group, order));
}

function continues(before: Run, run: Run, mostGap: number): boolean {
  if (!sharesBaseline(before, run)) return false;
  const size = Math.max(before.size, run.size);
  // Either may be read from the right.
  const gap = run.rightToLeft ? Math.min(Math.abs(before.left - run.right), Math.abs(run.left - before.right)) : run.left - before.right;
  return gap <= mostGap * size && gap >= -MOST_OVERLAP * size;
}

/** Small letters may stand above or below the line: notes, formulas. */
function sharesBaseline(one: Run, other: Run): boolean {
  const large = Math.max(one.size, other.size);
  const small = Math.min(one.size, other.size);
  const distance = Math.abs(one.baseline - other.baseline);
  return distance <= 0.2 * small || (small < 0.87 * large && distance <= 0.55 * large);
}

/** Joins parts of one line that were not drawn one after the other. The joined part stands where its first one was drawn. */
function mergeNeighbours(groups: readonly Run[][]): Run[][] {
  const parts = groups.map((runs, order) => ({ runs, order, ...extentOf(runs) }));
  const byPlace = parts.toSorted((a, b) => a.baseline - b.baseline || a.left - b.left);
  const merged: (typeof parts)[number][] = [];
  for (const part of byPlace) {
    const neighbour = findNeighbour(merged, part);
    if (neighbour === undefined) {
      merged.push(part);
      continue;
    }
    neighbour.runs = [...neighbour.runs, ...part.runs];
    neighbour.order = Math.min(neighbour.order, part.order);
    neighbour.left = Math.min(neighbour.left, part.left);
    neighbour.right = Math.max(neighbour.right, part.right);
  }
  return merged.sort((a, b) => a.order - b.order).map(({ runs }) => runs);
}

interface Extent {
  left: number;
  right: number;
  readonly baseline: number;
  readonly size: number;
}

function extentOf(runs: readonly Run[]): Extent {
  const largest = runs.reduce((one, other) => (other.size > one.size ? other : one));
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    left = Math.min(left, run.left);
    right = Math.max(right, run.right);
  }
  return { left, right, baseline: largest.baseline, size: largest.size };
}

/** How many parts before one, from the top down, may be of its line. */
const LOOK_BACK = 24;

function findNeighbour<T extends Extent>(parts: readonly T[], part: Extent): T | undefined {
  for (let index = parts.length - 1; index >= Math.max(0, parts.length - LOOK_BACK); index -= 1) {
    const other = parts[index];
    if (other === undefined) return undefined;
    const size = Math.max(other.size, part.size);
    const overlap = Math.min(other.right, part.right) - Math.max(other.left, part.left);
    const gap = -overlap;
    if (onOneLine(other, part) && gap <= MOST_GAP * Math.min(other.size, part.size) && overlap <= MOST_OVERLAP * size) return other;
  }
  return undefined;
}

function onOneLine(one: Extent, other: Extent): boolean {
  const large = Math.max(one.size, other.size);
  const small = Math.min(one.size, other.size);
  const distance = Math.abs(one.baseline - other.baseline);
  return distance <= 0.2 * small || (small < 0.8 * large && distance <= 0.5 * large);
}

/** Text that is drawn twice, a hair apart, to look bold or to have a shadow, is said once. */
function withoutDoubles(runs: readonly Run[]): Run[] {
  const drawn = new Map<string, Run[]>();
  return runs.filter((run) => {
    const same = drawn.get(run.text);
    if (same === undefined) {
      drawn.set(run.text, [run]);
      return true;
    }
    const near = run.size * 0.2;
    if (same.slice(-LOOK_BACK).some((other) => Math.abs(other.left - run.left) < near && Math.abs(other.baseline - run.baseline) < near)) return false;
    same.push(run);
    return true;
  });
}
