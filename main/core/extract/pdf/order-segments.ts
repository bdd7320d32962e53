import { findGutter, type Gutter } from './find-gutter.ts';
import type { Segment } from './page-text.ts';
import { bottomOf, topOf } from './page-text.ts';

/** Columns inside columns; more would be a drawing. */
const MOST_DEPTH = 6;

/**
 * A page's segments in reading order, as the areas that they stand in: each is a column, or a part of the page that has none.
 *
 * A recursive XY-cut (G. Nagy, S. Seth: Hierarchical representation of optically scanned documents, 1984), but that the cut across
 * comes from the cut down: where there is a gutter (see findGutter), what lies over it (a title above two columns, a wide figure)
 * divides the page into bands, and each band is read column by column. Cutting at every white space across would tear
 * columns apart whose lines happen to stand side by side.
 */
export function orderSegments(segments: readonly Segment[], depth = 0): Segment[][] {
  if (segments.length === 0) return [];
  const gutter = depth < MOST_DEPTH ? findGutter(segments) : undefined;
  if (gutter === undefined) return cutAcross(segments, depth) ?? [[...segments]];
  return cutIntoBands(segments, gutter).flatMap((band) => {
    if (band.kind === 'across') return [band.segments];
    return [...orderSegments(band.left, depth + 1), ...orderSegments(band.right, depth + 1)];
  });
}

/** White space across that may part a table from columns below it, in sizes of the font. */
const LEAST_SPACE = 1.2;

/** The parts above and below the widest white space, where one of them turns out to be in columns; else undefined. */
function cutAcross(segments: readonly Segment[], depth: number): Segment[][] | undefined {
  if (depth >= MOST_DEPTH || segments.length < 8) return undefined;
  const sorted = segments.toSorted((a, b) => topOf(a) - topOf(b));
  let best = { space: 0, at: 0 };
  let bottom = Number.NEGATIVE_INFINITY;
  for (const [at, segment] of sorted.entries()) {
    const space = at === 0 ? 0 : (topOf(segment) - bottom) / segment.size;
    if (space > best.space) best = { space, at };
    bottom = Math.max(bottom, bottomOf(segment));
  }
  if (best.space < LEAST_SPACE) return undefined;
  const above = orderSegments(sorted.slice(0, best.at), depth + 1);
  const below = orderSegments(sorted.slice(best.at), depth + 1);
  return above.length + below.length > 2 ? [...above, ...below] : undefined;
}

type Band =
  | { readonly kind: 'across'; readonly segments: Segment[] }
  | { readonly kind: 'columns'; readonly left: Segment[]; readonly right: Segment[] };

/** From the top: what lies across the gutter, and the columns between. */
function cutIntoBands(segments: readonly Segment[], gutter: Gutter): Band[] {
  const bands: Band[] = [];
  for (const segment of segments.toSorted((a, b) => topOf(a) - topOf(b))) {
    const side = gutter.sideOf(segment);
    const band = bands.at(-1);
    if (side === 'across') {
      if (band?.kind === 'across') band.segments.push(segment);
      else bands.push({ kind: 'across', segments: [segment] });
    } else if (band?.kind === 'columns') {
      band[side].push(segment);
    } else {
      const columns = { kind: 'columns', left: [], right: [] } satisfies Band;
      bands.push({ ...columns, [side]: [segment] });
    }
  }
  return bands;
}
