import { findPageNumbers } from './find-page-numbers.ts';
import type { PageSegments } from './make-blocks.ts';
import type { Segment } from './page-text.ts';

export interface WithoutRunningLines {
  readonly pages: readonly PageSegments[];
  /** What was left out, each once: titles of journals, addresses of pages that a browser printed. */
  readonly running: readonly string[];
}

/** How many lines from the top and from the bottom are looked at. */
const MOST_LINES = 5;
/** Where all of those repeat, and they are so many, the page is a copy of another, or a form: they are its text. */
const TOO_MANY_LINES = 3;
/** With few pages, chance may repeat a line; then it must also stand in the margin, this part of a page's height. */
const FEW_PAGES = 4;
const MARGIN = 0.1;
/** The parts of a page's text, from its top and from its bottom, in which they stand. */
const ZONE = 0.2;
/** Points: lines of several pages that stand as high as one another. */
const SAME_HEIGHT = 4;
/** Pages that a line has to be on. */
const LEAST_PAGES = 3;
/** Larger letters, in sizes of the body's, are headings that only sound alike: "Exercise 1". */
const MOST_SIZE = 1.25;

/** A line at the edge of a page: its segments, and how far it is from that edge. */
interface EdgeLine {
  readonly page: number;
  readonly edge: 'top' | 'bottom';
  /** Counted from the edge, 0 is the outermost. */
  readonly place: number;
  /** From that edge, in points. */
  readonly distance: number;
  readonly segments: readonly Segment[];
  readonly text: string;
  readonly size: number;
}

/**
 * The pages without what is printed on many of them: running headers and footers (the same text, but for its numbers, as high on
 * the page as on others), what stands in their place, and page numbers. Only from the edge inwards, so that no line of the text
 * can be lost between others.
 *
 * @param bodySize the size of most letters
 */
export function dropRunningLines(pages: readonly PageSegments[], bodySize: number): WithoutRunningLines {
  const lines = pages.flatMap((page, index) => [...edgeLines(page, index, 'top'), ...edgeLines(page, index, 'bottom')]);
  const heights = countHeights(lines);
  const repeated = (line: EdgeLine): boolean => {
    const mayRun = pages.length > FEW_PAGES || line.distance < MARGIN * (pages[line.page]?.height ?? 0);
    return mayRun && line.size <= MOST_SIZE * bodySize && isRepeated(line, heights, pages.length);
  };
  const numbers = findPageNumbers(lines, pages.length);
  const running = new Set<EdgeLine>();
  const reached = new Map<string, number>();
  // The outermost first: one further in is only a running line below one.
  for (const line of lines.toSorted((a, b) => a.place - b.place)) {
    const key = `${line.page}|${line.edge}`;
    const isNext = line.place === (reached.get(key) ?? 0);
    if (!isNext || !(repeated(line) || numbers.has(line))) continue;
    running.add(line);
    reached.set(key, line.place + 1);
  }
  const byEdge = Map.groupBy(lines, ({ page, edge }) => `${page}|${edge}`);
  for (const line of running) {
    const looked = byEdge.get(`${line.page}|${line.edge}`) ?? [];
    // Also where they are no part of the margin: then the next line repeats as well, and the next.
    if (looked.length >= TOO_MANY_LINES && looked.every((other) => isRepeated(other, heights, pages.length))) running.delete(line);
  }
  addLinesInTheirPlace(lines, running, pages.length, bodySize);
  return takeOut(pages, [...running]);
}

function edgeLines({ segments, height }: PageSegments, page: number, edge: EdgeLine['edge']): EdgeLine[] {
  const distanceOf = ({ baseline }: Segment): number => (edge === 'top' ? baseline : height - baseline);
  const sorted = segments.toSorted((a, b) => distanceOf(a) - distanceOf(b));
  const [outermost, innermost] = [sorted[0], sorted.at(-1)];
  if (outermost === undefined || innermost === undefined) return [];
  const zone = distanceOf(outermost) + ZONE * (distanceOf(innermost) - distanceOf(outermost));
  const near = sorted.filter((segment) => distanceOf(segment) <= zone);
  const lines: Segment[][] = [];
  for (const segment of near) {
    const line = lines.at(-1);
    if (line?.[0] !== undefined && Math.abs(line[0].baseline - segment.baseline) < 0.4 * segment.size) line.push(segment);
    else if (lines.length < MOST_LINES) lines.push([segment]);
    else break;
  }
  return lines.flatMap((line, place) => {
    const [first] = line;
    if (first === undefined) return [];
    const text = line.toSorted((a, b) => a.left - b.left).map((segment) => segment.text).join(' ');
    return [{ page, edge, place, distance: distanceOf(first), segments: line, text, size: Math.max(...line.map(({ size }) => size)) }];
  });
}

/** Digits count as the same; undefined for what is no words. */
function wordsOf(text: string): string | undefined {
  const words = text.toLowerCase().replace(/\p{N}+/gu, '#').replace(/[\s\p{P}]+/gu, ' ').trim();
  return /\p{L}{2}/u.test(words) && words.length <= 200 ? words : undefined;
}

/** By edge and words: on which pages, and how far from the edge. */
type Heights = ReadonlyMap<string, readonly { readonly page: number; readonly distance: number }[]>;

function countHeights(lines: readonly EdgeLine[]): Heights {
  const heights = new Map<string, { page: number; distance: number }[]>();
  for (const { page, edge, distance, segments } of lines) {
    for (const { text } of segments) {
      const words = wordsOf(text);
      if (words === undefined) continue;
      const key = `${edge}|${words}`;
      const known = heights.get(key);
      if (known === undefined) heights.set(key, [{ page, distance }]);
      else known.push({ page, distance });
    }
  }
  return heights;
}

/** Whether most of a line's letters are on other pages too. */
function isRepeated({ edge, distance, segments }: EdgeLine, heights: Heights, pageCount: number): boolean {
  const least = pageCount <= FEW_PAGES ? 2 : LEAST_PAGES;
  let all = 0;
  let again = 0;
  for (const { text } of segments) {
    all += text.length;
    const words = wordsOf(text);
    const places = words === undefined ? [] : (heights.get(`${edge}|${words}`) ?? []);
    const pages = new Set(places.filter((place) => Math.abs(place.distance - distance) < SAME_HEIGHT).map(({ page }) => page));
    if (pages.size >= least) again += text.length;
  }
  return again * 2 >= all && again > 0;
}

/** Headers that change with each chapter stand where the others stand: what is there on most pages is never text. */
function addLinesInTheirPlace(lines: readonly EdgeLine[], running: Set<EdgeLine>, pageCount: number, bodySize: number): void {
  if (pageCount < LEAST_PAGES * 2) return;
  const heightOf = ({ edge, distance }: EdgeLine): string => `${edge}|${Math.round(distance / 2)}`;
  const usual = new Map<string, number>();
  for (const line of running) if (line.place === 0) usual.set(heightOf(line), (usual.get(heightOf(line)) ?? 0) + 1);
  for (const line of lines) {
    if (line.place !== 0 || line.size > MOST_SIZE * bodySize || line.text.length > 120) continue;
    if ((usual.get(heightOf(line)) ?? 0) >= 0.6 * pageCount) running.add(line);
  }
}

function takeOut(pages: readonly PageSegments[], lines: readonly EdgeLine[]): WithoutRunningLines {
  const dropped = new Set(lines.flatMap(({ segments }) => segments));
  // One of each: the others differ in numbers only.
  const texts = new Map(lines.map(({ text }) => [wordsOf(text) ?? '', text]));
  texts.delete('');
  return {
    pages: pages.map((page) => ({ ...page, segments: page.segments.filter((segment) => !dropped.has(segment)) })),
    running: [...texts.values()],
  };
}
