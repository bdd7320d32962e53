import type { PDFPageProxy } from 'unpdf/pdfjs';
import { LIMITS } from '../../base/limits.ts';
import { cleanLink } from '../html/clean-link.ts';
import { cleanGlyphs, countMeaningless } from './clean-glyphs.ts';
import { linkRuns } from './link-runs.ts';
import type { LinkArea, PageText } from './page-text.ts';
import { type Glyphs, turnUpright } from './turn-upright.ts';

type TextChunk = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;
type Item = TextChunk['items'][number];
type TextItem = Extract<Item, { str: string }>;

export interface ReadPage extends PageText {
  /** Characters that the page's fonts draw without telling which letters they are. */
  readonly meaningless: number;
}

/**
 * The text of one page as it is drawn, with its links. Text that is drawn invisibly counts: it is what a scanner read in the
 * picture before it.
 */
export async function readPage(page: PDFPageProxy): Promise<ReadPage> {
  const { width, height, transform } = readViewport(page);
  const glyphs: Glyphs[] = [];
  const collector = collectGlyphs(glyphs, { transform, height });
  const cut = await readItems(page, collector.add);
  const upright = turnUpright(withoutMargins(glyphs), { width, height });
  const links = await readLinks(page, transform);
  page.cleanup();
  // Links are drawn where the page lies as it is stored; on turned pages they would meet other words.
  const runs = upright.quarter === 0 ? linkRuns(upright.runs, links) : upright.runs;
  return { width: upright.width, height: upright.height, runs, turned: upright.turned, cut, meaningless: collector.meaningless() };
}

interface Viewport {
  readonly width: number;
  readonly height: number;
  readonly transform: Matrix;
}

type Matrix = readonly [number, number, number, number, number, number];

function readViewport(page: PDFPageProxy): Viewport {
  const viewport = page.getViewport({ scale: 1 });
  return { width: viewport.width, height: viewport.height, transform: toMatrix(viewport.transform) };
}

/** Hands over the items of a page until there are more than a page may have; returns whether there were. */
async function readItems(page: PDFPageProxy, add: (item: Item, chunk: TextChunk) => void): Promise<boolean> {
  const stream: ReadableStream<TextChunk> = page.streamTextContent({ includeMarkedContent: true });
  let count = 0;
  for await (const chunk of stream) {
    for (const item of chunk.items) add(item, chunk);
    count += chunk.items.length;
    if (count > LIMITS.pdfPageItems) return true;
  }
  return false;
}

function collectGlyphs(glyphs: Glyphs[], { transform, height }: { readonly transform: Matrix; readonly height: number }) {
  /** Of the marks that are open: which of them say that what they hold is no content. */
  const marks: boolean[] = [];
  const vertical = new Map<string, boolean>();
  let meaningless = 0;
  let spaced = false;
  const add = (item: Item, { styles }: TextChunk): void => {
    for (const [font, style] of Object.entries(styles)) vertical.set(font, style.vertical);
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') marks.pop();
      else marks.push('tag' in item && item.tag === 'Artifact');
      return;
    }
    meaningless += countMeaningless(item.str);
    const text = cleanGlyphs(item.str);
    if (text.trim() === '') {
      spaced ||= text !== '' || item.hasEOL;
      return;
    }
    const placed = placeItem(item, { text, transform, vertical: vertical.get(item.fontName) === true });
    if (placed === undefined) return;
    const atEdge = placed.y < height * EDGE || placed.y > height * (1 - EDGE);
    glyphs.push({ ...placed, spaced: spaced || text.startsWith(' '), isMargin: atEdge && marks.includes(true) });
    spaced = text.endsWith(' ');
  };
  return { add, meaningless: () => meaningless };
}

/** How far from the top and the bottom a running header or footer stands, as a part of the page's height. */
const EDGE = 0.15;

/** A header that the document itself marks as no content is none, unless next to everything is marked so. */
function withoutMargins(glyphs: readonly Glyphs[]): readonly Glyphs[] {
  const content = glyphs.filter(({ isMargin }) => !isMargin);
  const length = (some: readonly Glyphs[]): number => some.reduce((sum, { text }) => sum + text.length, 0);
  return length(content) * 2 > length(glyphs) ? content : glyphs;
}

interface PlaceOptions {
  readonly text: string;
  readonly transform: Matrix;
  readonly vertical: boolean;
}

/** Where an item stands on the page. Undefined for text without a place or a size. */
function placeItem(item: TextItem, { text, transform, vertical }: PlaceOptions): Omit<Glyphs, 'spaced' | 'isMargin'> | undefined {
  const [a, b, c, d, x, y] = multiply(transform, toMatrix(item.transform));
  const size = vertical ? Math.hypot(a, b) : Math.hypot(c, d);
  const length = vertical ? Math.abs(item.height) : item.width;
  if (![x, y, size, length].every(Number.isFinite) || size <= 0.5 || size > MOST_SIZE) return undefined;
  // Vertical text goes down whatever its letters' axes are.
  const angle = vertical ? Math.PI / 2 : Math.atan2(b, a);
  return { text: text.trim(), x, y, length: Math.max(length, 0), size, angle, font: item.fontName, rightToLeft: item.dir === 'rtl' };
}

/** Points; larger letters are pictures. */
const MOST_SIZE = 2_000;

async function readLinks(page: PDFPageProxy, transform: Matrix): Promise<LinkArea[]> {
  try {
    const annotations: unknown[] = await page.getAnnotations({ intent: 'display' });
    return annotations.slice(0, LIMITS.pdfPageLinks).flatMap((annotation) => readLink(annotation, transform));
  } catch {
    // A page can be read without its links.
    return [];
  }
}

function readLink(annotation: unknown, transform: Matrix): LinkArea[] {
  if (typeof annotation !== 'object' || annotation === null || !('url' in annotation) || !('rect' in annotation)) return [];
  const { url, rect } = annotation;
  if (typeof url !== 'string' || !Array.isArray(rect) || !rect.every((value) => typeof value === 'number')) return [];
  const clean = cleanLink(url, undefined);
  if (clean === undefined || !/^https?:/.test(clean)) return [];
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0]: number[] = rect;
  const [left, top] = apply(transform, x1, y1);
  const [right, bottom] = apply(transform, x2, y2);
  return [{ url: clean, left: Math.min(left, right), right: Math.max(left, right), top: Math.min(top, bottom), bottom: Math.max(top, bottom) }];
}

function toMatrix(values: readonly unknown[]): Matrix {
  const at = (index: number): number => {
    const value = values[index];
    return typeof value === 'number' ? value : Number.NaN;
  };
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}

function multiply(m: Matrix, n: Matrix): Matrix {
  return [m[0] * n[0] + m[2] * n[1], m[1] * n[0] + m[3] * n[1], m[0] * n[2] + m[2] * n[3], m[1] * n[2] + m[3] * n[3], ...apply(m, n[4], n[5])];
}

function apply(m: Matrix, x: number, y: number): [x: number, y: number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}
