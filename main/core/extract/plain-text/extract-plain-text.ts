import { LibraryError } from '../../../contract/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import type { ArticleDraft, PublishedDate } from '../article-draft.ts';
import { guessLanguage } from '../guess-language.ts';
import { buildBody } from './build-body.ts';
import { cleanText } from './clean-text.ts';
import { dateOfFileName } from './date-of-file-name.ts';
import { makeTitle } from './find-headline.ts';
import { parseLabel } from './parse-label.ts';
import { parseAddress } from './parse-link.ts';
import { parseSourceLine } from './parse-source-line.ts';
import { type Opening, OPENING_LINES, readOpening } from './read-opening.ts';
import { isRelatedHeading, textAfterRelatedHeading } from './related-phrases.ts';
import { type Paragraph, splitParagraphs, type StandsAlone } from './split-paragraphs.ts';
import { takeRelated } from './take-related.ts';

/** How sure a title is that was made from the first sentence. */
const TITLE_FROM_SENTENCE = 0.3;

/**
 * An article from plain text: what the text states is recovered, what is inferred is in `guessed`, and every line of prose is in `text`.
 *
 * Throws LibraryError `empty` for a text of white space only, `no-text` for one of addresses only, `too-large` for one with more paragraphs than an article has.
 */
export function extractPlainText(text: string, context: { fileName: string | null }): ArticleDraft {
  const clean = cleanText(text);
  refuseList(clean);
  const language = guessLanguage(clean.trimStart());
  const paragraphs = checkCount(splitParagraphs(clean, standsAlone));
  const { body: unlinked, related } = takeRelated(paragraphs);
  const { opening, body } = readOpening(unlinked, { language: language?.language });
  const title = opening.title ?? makeTitle(body.length > 0 ? body : paragraphs);
  const content = body.length > 0 ? body : [{ lines: [title], afterGap: false }];
  const published = opening.published ?? dateOfFileName(context.fileName ?? '');
  return {
    title,
    byline: opening.byline ?? null,
    published: published === undefined ? null : withoutConfidence(published),
    site: opening.site ?? null,
    url: opening.url ?? null,
    language: language?.language ?? null,
    ...buildBody(content),
    related,
    guessed: {
      ...opening.guessed,
      ...(opening.title === undefined ? { title: TITLE_FROM_SENTENCE } : {}),
      ...(opening.published === undefined && published !== undefined ? { published: published.confidence } : {}),
      ...(language === undefined ? {} : { language: language.confidence }),
    },
    extra: extraOf(opening),
    tags: opening.tags,
    images: [],
    companions: [],
  };
}

/** A line that ends so goes on below, so what is below is no line of its own. */
const OPEN_END = /(?:[,;–—-]|\s(?:in|on|of|since|until|from|to|by|and|the|for|at|am|im|vom|seit|und|von|le|en|du|de|et|par|el|del|y|desde|il|nel|e|em|desde|op|sinds|в|с|до|и|от|с))$/iu;

/** Lines that no paragraph above goes on into. */
function standsAlone(line: string, before: string, lineNumber: number): ReturnType<StandsAlone> {
  if (isRelatedHeading(line) || parseAddress(line) !== undefined) return 'alone';
  if (textAfterRelatedHeading(line) !== undefined) return 'begins';
  if (lineNumber >= OPENING_LINES) return undefined;
  // `... more than in` above `February 1986.`: the end of a sentence that happens to be a date.
  if (before !== '' && (OPEN_END.test(before) || /\d\.$/.test(line))) return undefined;
  return parseLabel(line) !== undefined || parseSourceLine(line, {}, false) !== undefined ? 'alone' : undefined;
}

/** Who has a list of pages wants the pages. As an article, the list would even pass for the first of them. */
function refuseList(text: string): void {
  if (!ADDRESS.test(text.trimStart()) || !text.trim().split(/\s+/).every((word) => ADDRESS.test(word))) return;
  throw new LibraryError('no-text', 'This file lists addresses and holds no article. To have their pages, drop it on the form that saves pages, or run carrel save --from with it.');
}

const ADDRESS = /^https?:\/\/\S/i;

function checkCount(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  if (paragraphs.length === 0) throw new LibraryError('empty', 'This file is empty: there is no text to read.');
  if (paragraphs.length > LIMITS.textBlocks) {
    throw new LibraryError('too-large', `This text has more than ${LIMITS.textBlocks} paragraphs. Split it into its articles and import those.`);
  }
  return paragraphs;
}

function withoutConfidence({ value, precision }: PublishedDate): PublishedDate {
  return { value, precision };
}

function extraOf({ dateline, section, lines }: Opening): ArticleDraft['extra'] {
  const extra = {
    ...(dateline === undefined ? {} : { dateline }),
    ...(section === undefined ? {} : { section }),
    ...(lines.length === 0 ? {} : { opening: lines }),
  };
  return Object.keys(extra).length === 0 ? null : extra;
}
