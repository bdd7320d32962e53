import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import { LIMITS } from '../../base/limits.ts';
import { buildSegments } from './build-segments.ts';
import type { PageSegments } from './make-blocks.ts';
import { readPage } from './read-page.ts';

export interface ReadPages {
  readonly pages: readonly PageSegments[];
  /** How many the document says that it has. */
  readonly count: number;
  /** Numbers of pages, from 1, that could not be read. */
  readonly unread: readonly number[];
  /** Numbers of pages, from 1, of which only a part was read. */
  readonly cut: readonly number[];
  /** The last page that was looked at, where the others are too many. */
  readonly stoppedAt?: number;
  /** Text that stands at an angle. */
  readonly turned: readonly string[];
  readonly letters: number;
  /** Characters that fonts draw without telling which letters they are. */
  readonly meaningless: number;
}

/** What has been read so far. */
interface Reading {
  readonly pages: PageSegments[];
  readonly unread: number[];
  readonly cut: number[];
  readonly turned: string[];
  letters: number;
  meaningless: number;
}

/** What a document's fonts take is let go of after so many pages. */
const CLEAN_UP_AFTER = 200;
/** Pieces of text at an angle that are told of each page. */
const MOST_TURNED = 100;
/** Missing pages one after the other, after which a document is taken to have no more of them. */
const MOST_MISSING = 200;

/**
 * The text of a document's pages, as far as the limits go: of pages, of pieces of text, and of time, so that a book which takes
 * too long is cut and not lost.
 */
export async function readPages(document: PDFDocumentProxy): Promise<ReadPages> {
  const until = performance.now() + LIMITS.pdfReadMs;
  const reading: Reading = { pages: [], unread: [], cut: [], turned: [], letters: 0, meaningless: 0 };
  const count = document.numPages;
  let segments = 0;
  let missing = 0;
  for (let number = 1; number <= count; number += 1) {
    const isTooMuch = number > LIMITS.pdfPages || segments > LIMITS.pdfLines || missing >= MOST_MISSING;
    if (isTooMuch || performance.now() > until) return { ...reading, count, stoppedAt: number - 1 };
    const page = await tryPage(document, number);
    if (page === undefined) {
      reading.unread.push(number);
      missing += 1;
      continue;
    }
    missing = 0;
    reading.pages.push({ width: page.width, height: page.height, segments: page.segments });
    reading.turned.push(...page.turned.slice(0, MOST_TURNED));
    reading.letters += page.letters;
    reading.meaningless += page.meaningless;
    segments += page.segments.length;
    if (page.cut) reading.cut.push(number);
    if (number % CLEAN_UP_AFTER === 0) await document.cleanup();
  }
  return { ...reading, count };
}

async function tryPage(document: PDFDocumentProxy, number: number) {
  try {
    const { runs, ...page } = await readPage(await document.getPage(number));
    const letters = runs.reduce((sum, { text }) => sum + text.length, 0);
    return { ...page, letters, segments: buildSegments(runs) };
  } catch {
    // A damaged page: the others are read all the same, and the article says which are missing.
    return undefined;
  }
}
