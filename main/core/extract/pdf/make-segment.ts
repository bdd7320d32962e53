import { isUnspaced } from '../plain-text/measure-width.ts';
import type { Run, Segment, Span } from './page-text.ts';

/** Gaps from here on part words even where no space is drawn, in sizes of the font. */
const WORD_GAP = 0.17;

/** One segment of runs that stand on one line. Throws for none. */
export function makeSegment(runs: readonly Run[], order: number): Segment {
  const sorted = inReadingOrder(runs);
  const look = mainLook(sorted);
  const spans = toSpans(sorted, look);
  return {
    spans,
    text: spans.map(({ text }) => text).join(''),
    left: Math.min(...sorted.map(({ left }) => left)),
    right: Math.max(...sorted.map(({ right }) => right)),
    ...look,
    oneFont: sorted.every(({ font }) => font === look.font),
    order,
  };
}

/** Hebrew and Arabic from the right. */
function inReadingOrder(runs: readonly Run[]): Run[] {
  const length = (some: readonly Run[]): number => some.reduce((sum, { text }) => sum + text.length, 0);
  const fromRight = length(runs.filter(({ rightToLeft }) => rightToLeft)) * 2 > length(runs);
  return fromRight ? runs.toSorted((a, b) => b.right - a.right) : runs.toSorted((a, b) => a.left - b.left);
}

type Look = Pick<Segment, 'size' | 'font' | 'baseline'>;

/** In lines of formulas most letters may be indices: the part of the letters from which on a size is the line's. */
const MAIN_PART = 0.3;

/** The largest size that many letters have, with the font and the baseline of most of those. */
function mainLook(runs: readonly Run[]): Look {
  const all = runs.reduce((sum, { text }) => sum + text.length, 0);
  const sizes = new Map<string, Run[]>();
  for (const run of runs) {
    const key = run.size.toFixed(1);
    const same = sizes.get(key);
    if (same === undefined) sizes.set(key, [run]);
    else same.push(run);
  }
  const bySize = [...sizes.values()].toSorted((a, b) => (b[0]?.size ?? 0) - (a[0]?.size ?? 0));
  const letters = (some: readonly Run[]): number => some.reduce((sum, { text }) => sum + text.length, 0);
  const main = bySize.find((some) => letters(some) >= MAIN_PART * all) ?? runs;
  const run = main.reduce((best, other) => (other.text.length > best.text.length ? other : best));
  return { size: run.size, font: mostLetters(main, ({ font }) => font), baseline: run.baseline };
}

function mostLetters(runs: readonly Run[], keyOf: (run: Run) => string): string {
  const counts = new Map<string, number>();
  for (const run of runs) counts.set(keyOf(run), (counts.get(keyOf(run)) ?? 0) + run.text.length);
  return [...counts].reduce((best, other) => (other[1] > best[1] ? other : best), ['', 0] as const)[0];
}

function toSpans(runs: readonly Run[], look: Look): Span[] {
  const spans: Span[] = [];
  let before: Run | undefined;
  for (const run of runs) {
    const shift = shiftOf(run, look);
    const last = spans.at(-1);
    const space = before !== undefined && needsSpace(before, run) ? ' ' : '';
    if (last !== undefined && last.shift === shift && last.link === run.link) {
      spans[spans.length - 1] = { ...last, text: last.text + space + run.text };
    } else {
      // White space takes part in no link and no note mark.
      if (space !== '') addSpace(spans);
      spans.push({ text: run.text, ...(shift === undefined ? {} : { shift }), ...(run.link === undefined ? {} : { link: run.link }) });
    }
    before = run;
  }
  return spans;
}

function addSpace(spans: Span[]): void {
  const last = spans.at(-1);
  if (last !== undefined && last.shift === undefined && last.link === undefined) spans[spans.length - 1] = { text: `${last.text} ` };
  else spans.push({ text: ' ' });
}

function needsSpace(before: Run, run: Run): boolean {
  if (isUnspaced(before.text.charAt(before.text.length - 1)) && isUnspaced(run.text.charAt(0))) return false;
  const gap = run.rightToLeft && before.rightToLeft ? before.left - run.right : run.left - before.right;
  return run.spaced || gap > WORD_GAP * Math.min(before.size, run.size);
}

function shiftOf(run: Run, look: Look): Span['shift'] {
  const isSmall = run.size < 0.85 * look.size;
  const height = look.baseline - run.baseline;
  if (isSmall && height > 0.12 * look.size) return 'sup';
  return isSmall && height < -0.05 * look.size ? 'sub' : undefined;
}
