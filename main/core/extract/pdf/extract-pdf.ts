import type { Root } from 'hast';
import type { ArticleDraft, PublishedDate } from '../article-draft.ts';
import { guessLanguage } from '../guess-language.ts';
import { cleanByline } from '../html/clean-byline.ts';
import { guessTitle } from '../html/guess-title.ts';
import { treeToText } from '../html/html-to-text.ts';
import { refuseWithoutText } from '../html/refuse-without-text.ts';
import { sanitizeTree } from '../html/sanitize-html.ts';
import { limitExtra } from '../limit-extra.ts';
import { withBoundedMemory } from './bound-memory.ts';
import { buildTree } from './build-tree.ts';
import { chooseTitle, type ChosenTitle } from './choose-title.ts';
import { collectWords } from './collect-words.ts';
import { describeReading } from './describe-reading.ts';
import { dropRunningLines } from './drop-running-lines.ts';
import { findAddress } from './find-address.ts';
import { findHeadings } from './find-headings.ts';
import { findNotes } from './find-notes.ts';
import { findTitles } from './find-title.ts';
import { joinAcross } from './join-across.ts';
import { joinRows } from './join-rows.ts';
import { makeBlocks, type Block } from './make-blocks.ts';
import { measureBody } from './measure-body.ts';
import { openPdf } from './open-pdf.ts';
import { readPages, type ReadPages } from './read-pages.ts';
import { readPdfFacts, type PdfFacts } from './read-pdf-facts.ts';
import { countPictures, refuseScan } from './refuse-scan.ts';

interface ReadPdf extends ReadPages {
  readonly facts: PdfFacts;
  /** Something in the file was larger than it may be. */
  readonly exceeded: boolean;
  /** Its list of pages was lost. */
  readonly rebuilt: boolean;
}

/**
 * A PDF to its article. Throws LibraryError: `no-text` for a scan, `malformed`, `file-unreadable` for one that asks for a
 * password, `too-large`.
 *
 * @param bytes are left as they are
 */
export async function extractPdf(bytes: Uint8Array, fileName: string): Promise<ArticleDraft> {
  const read = await readPdf(bytes);
  const laidOut = layOut(read, fileName);
  refuseScan({ ...read, pages: read.pages.length, letters: countLetters(laidOut.text), pictures: countPictures(bytes), isDamaged: read.rebuilt || read.unread.length > 0 });
  refuseWithoutText(laidOut.text);
  return draftFrom(read, laidOut, fileName);
}

async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  return withBoundedMemory(async (bounds) => {
    const { document, rebuilt } = await openPdf(bytes);
    try {
      const facts = await readPdfFacts(document);
      return { ...(await readPages(document)), facts, rebuilt, exceeded: bounds.exceeded };
    } finally {
      await document.loadingTask.destroy();
    }
  });
}

interface LaidOut {
  readonly html: string;
  readonly text: string;
  readonly title: ChosenTitle | undefined;
  readonly running: readonly string[];
}

/** From pieces of text on pages to an article's body. */
function layOut({ pages, facts }: ReadPdf, fileName: string): LaidOut {
  const body = measureBody(pages.flatMap(({ segments }) => segments));
  const { pages: kept, running } = dropRunningLines(pages, body.size);
  const blocks = joinAcross(findNotes(makeBlocks(kept), body));
  const isWord = collectWords(blocks.flatMap(({ rows }) => rows.map(({ text }) => text)));
  const textOf = (block: Block): string => joinRows(block, isWord).map((inline) => ('lineEnd' in inline ? ' ' : inline.text)).join('');

  const visible = findTitles(blocks, { body, textOf, height: kept[0]?.height ?? 0 });
  const firstPage = blocks.filter(({ page }) => page === blocks[0]?.page).map(textOf).join(' ');
  const title = chooseTitle({ stated: facts.title, fileName, visible, firstPage });
  const inTitle = new Set(visible.filter((candidate) => isTitle(candidate.title, title)).flatMap((candidate) => candidate.blocks));
  const rest = blocks.filter((block) => !inTitle.has(block));

  const tree: Root = buildTree(rest, { headings: findHeadings(rest, body), isWord });
  const clean = sanitizeTree(tree);
  return { html: clean.html, text: treeToText(clean.tree), title, running };
}

/** What is said as the title is not said again in the text. */
function isTitle(visible: string, title: ChosenTitle | undefined): boolean {
  const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return title !== undefined && fold(visible) === fold(title.title);
}

function draftFrom(read: ReadPdf, { html, text, title: chosen, running }: LaidOut, fileName: string): ArticleDraft {
  const { facts } = read;
  const guessedTitle = guessTitle(text, fileName);
  const title = chosen ?? { title: guessedTitle.title, confidence: guessedTitle.confidence };
  const byline = cleanByline(facts.authors);
  const published = facts.published ?? dayOf(facts.created);
  const language = chooseLanguage(facts.language, text);
  const address = findAddress(running);
  return {
    title: title.title,
    byline: byline ?? null,
    published: published ?? null,
    site: facts.site ?? null,
    url: address ?? null,
    language: language?.language ?? null,
    html,
    text,
    related: [],
    guessed: {
      ...(title.confidence === undefined ? {} : { title: title.confidence }),
      ...(facts.published === undefined && published !== undefined ? { published: CREATED_IS_PUBLISHED } : {}),
      ...(address === undefined ? {} : { url: ADDRESS_IN_MARGIN }),
      ...(language?.confidence === undefined ? {} : { language: language.confidence }),
    },
    extra: limitExtra(describeReading(read, running)),
    tags: [],
    images: [],
    companions: [],
  };
}

/** The second in which a file was made is none in which anything was published. */
function dayOf(date: PublishedDate | undefined): PublishedDate | undefined {
  return date === undefined || date.value.length <= 10 ? date : { value: date.value.slice(0, 10), precision: 'day' };
}

/** A file may be made long after what is in it was published, and before. */
const CREATED_IS_PUBLISHED = 0.3;
/** Browsers print it there; it may be cut. */
const ADDRESS_IN_MARGIN = 0.7;
/** A guess so sure goes before the stated language: programs state their own, whatever is written in them. */
const SURE_LANGUAGE = 0.9;
const ENOUGH_TEXT = 300;

function chooseLanguage(stated: string | undefined, text: string): { language: string; confidence?: number } | undefined {
  const guessed = guessLanguage(text);
  if (stated === undefined) return guessed;
  const base = stated.split('-')[0];
  const contradicts = guessed !== undefined && guessed.language !== base && guessed.confidence >= SURE_LANGUAGE && text.length >= ENOUGH_TEXT;
  return contradicts ? guessed : { language: stated };
}

function countLetters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
