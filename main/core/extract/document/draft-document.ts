import type { Root } from 'hast';
import { LibraryError } from '../../../contract/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import type { ArticleDraft } from '../article-draft.ts';
import { cleanByline } from '../html/clean-byline.ts';
import { collectImages } from '../html/collect-images.ts';
import { dropTitleHeading, firstHeading } from '../html/drop-title-heading.ts';
import { guessTitle } from '../html/guess-title.ts';
import { treeToText } from '../html/html-to-text.ts';
import { readDate } from '../html/read-date.ts';
import { refuseWithoutText } from '../html/refuse-without-text.ts';
import { sanitizeTree } from '../html/sanitize-html.ts';
import { textOf } from '../html/walk-tree.ts';
import { limitExtra } from '../limit-extra.ts';
import { chooseLanguage } from './choose-language.ts';
import { cleanDocumentTitle } from './clean-document-title.ts';
import type { DocumentFacts } from './document-facts.ts';

export interface DocumentContext {
  /** The file's own name, without folders. */
  readonly fileName: string;
  /** The bytes of a picture by the name that the content gives it as `src`. */
  readonly findPicture: (name: string) => Uint8Array | undefined;
}

/** A document is often begun long before, or printed long after, it is published. */
const CONFIDENCE_OF_CREATED = 0.4;
const CONFIDENCE_OF_HEADING = 0.9;

/**
 * The article of a document that an office program wrote, out of its content (not sanitized yet) and of what it says of itself.
 *
 * @throws LibraryError `no-text`, `too-deep`, `too-large`
 */
export function draftDocument(content: Root, facts: DocumentFacts, { fileName, findPicture }: DocumentContext): ArticleDraft {
  const stated = cleanDocumentTitle(facts.title);
  const heading = stated === undefined ? headingOf(content) : undefined;
  const images = collectImages((name) => {
    const bytes = findPicture(name);
    return bytes === undefined ? undefined : { path: name, bytes };
  });
  const { html, text } = cleanContent(content, stated ?? heading ?? '', (src) => images.take([src]));

  const inferred = stated === undefined && heading === undefined ? guessTitle(withoutNoteMarks(text), fileName) : undefined;
  const published = readDate(facts.created ?? '');
  const { language, confidence } = chooseLanguage(facts.language, text);
  const missing = images.missing();
  return {
    title: stated ?? heading ?? inferred?.title ?? fileName,
    byline: cleanByline(facts.authors) ?? null,
    published: published ?? null,
    site: null,
    url: null,
    language: language ?? null,
    html,
    text,
    related: [],
    guessed: {
      ...(inferred === undefined ? {} : { title: inferred.confidence }),
      ...(heading === undefined ? {} : { title: CONFIDENCE_OF_HEADING }),
      ...(published === undefined ? {} : { published: CONFIDENCE_OF_CREATED }),
      ...(confidence === undefined ? {} : { language: confidence }),
    },
    extra: limitExtra({ ...facts.extra, ...(missing.length === 0 ? {} : { missingImages: missing }) }),
    tags: [],
    images: images.images(),
    companions: [],
  };
}

function headingOf(content: Root): string | undefined {
  const heading = firstHeading(content);
  const text = heading === undefined ? '' : withoutNoteMarks(textOf(heading)).slice(0, LIMITS.titleLength).toWellFormed();
  return text === '' ? undefined : text;
}

/** The mark of a note belongs to the text and not to a title that is made of it. */
function withoutNoteMarks(text: string): string {
  return text.replace(/ ?\[(?:\d{1,3}|[*†‡])\]/g, '').trim();
}

/** Without the heading that is the title, unless there is nothing else. */
function cleanContent(content: Root, title: string, localImage: (src: string) => string | undefined): { html: string; text: string } {
  const withoutTitle = clean(dropTitleHeading(content, title), localImage);
  const cleaned = hasText(withoutTitle.text) ? withoutTitle : clean(content, localImage);
  if (!hasText(cleaned.text)) {
    throw new LibraryError('no-text', 'This document holds no text to read: it is empty, or all that it holds are pictures.');
  }
  refuseWithoutText(cleaned.text);
  return cleaned;
}

function clean(content: Root, localImage: (src: string) => string | undefined): { html: string; text: string } {
  const { html, tree } = sanitizeTree(content, { localImage });
  return { html, text: treeToText(tree) };
}

function hasText(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
