import { decodeWords } from 'postal-mime';
import { LibraryError } from '../../../contract/errors.ts';
import type { GivenFacts, ReaderInput } from '../../import/reader.ts';
import type { ArticleDraft } from '../article-draft.ts';
import { addSavedFacts } from '../html/add-saved-facts.ts';
import { cleanPageUrl } from '../html/clean-link.ts';
import { decodeHtml } from '../html/decode-html.ts';
import { extractHtml } from '../html/extract-html.ts';
import { firstField } from '../mime/read-header-fields.ts';
import { readMailDate } from '../mime/read-mail-date.ts';
import { readMime } from '../mime/read-mime.ts';
import type { MimePart } from '../mime/read-mime.ts';
import { addMissingPages, isFurtherPage, isMissingPage } from './further-pages.ts';
import { isSameSite } from '../../base/is-same-site.ts';
import { addKeptMedia, findKeptMedia } from './kept-media.ts';
import { joinPages } from './join-pages.ts';
import { indexParts, leavesOf, locationOf } from './index-parts.ts';

export interface MhtmlContext {
  /** The file's own name, without folders. */
  readonly fileName: string;
  readonly loadBeside: ReaderInput['loadBeside'];
  readonly given?: GivenFacts | undefined;
}

/** A page of frames holds its text in one of the next parts. */
const MOST_PAGES_TRIED = 5;

/**
 * A page saved with its pictures in one MIME file (MHTML, .mht) to its article. The first HTML part that holds text is the page.
 *
 * Throws LibraryError: `no-text`, `too-deep`, `too-large`.
 */
export function extractMhtml(bytes: Uint8Array, context: MhtmlContext): ArticleDraft {
  const file = readMime(bytes);
  const parts = leavesOf(file);
  const further = parts.filter((part) => isFurtherPage(part) && !isMissingPage(part));
  const first = extractFirst(parts, file, context);
  const draft = further.length > 0 ? joinPages(first, further, (page) => extractPage(page, parts, file, context)) : first;
  return isOwnCapture(file) ? addKeptMedia(addMissingPages(draft, parts), parts, context.given?.media ?? []) : draft;
}

function extractFirst(parts: readonly MimePart[], file: MimePart, context: MhtmlContext): ArticleDraft {
  const pages = parts.filter(({ type }) => type === 'text/html' || type === 'application/xhtml+xml').slice(0, MOST_PAGES_TRIED);
  let refused: LibraryError | undefined;
  for (const page of pages) {
    try {
      return extractPage(page, parts, file, context);
    } catch (error) {
      if (!(error instanceof LibraryError) || error.code !== 'no-text') throw error;
      refused ??= error;
    }
  }
  throw refused ?? new LibraryError('no-text', 'This saved page holds no HTML. It may not have been saved to its end.');
}

function extractPage(page: MimePart, parts: readonly MimePart[], file: MimePart, { fileName, loadBeside, given }: MhtmlContext): ArticleDraft {
  const snapshot = firstField(file.fields, 'snapshot-content-location')?.replace(/\s+/g, '');
  const isFurther = isFurtherPage(page);
  const location = locationOf(page, snapshot) ?? locationOf(file, snapshot) ?? snapshot;
  const pageUrl = [isFurther ? location : snapshot, location, given?.url].map((url) => cleanPageUrl(url ?? '')).find((url) => url !== undefined);
  const draft = extractHtml(decodeHtml(page.content(), page.params.get('charset')).text, {
    fileName,
    loadBeside,
    loadEmbedded: indexParts(parts, location),
    copyOfMedia: findKeptMedia(parts, given?.media ?? []),
    ...(pageUrl === undefined ? {} : { pageUrl }),
  });
  const subject = firstField(file.fields, 'subject');
  return addSavedFacts(isOwnCapture(file) ? withOwnAddress(draft, pageUrl) : draft, {
    title: subject === undefined ? undefined : decodeWords(subject),
    savedAt: readMailDate(firstField(file.fields, 'date') ?? '')?.value ?? given?.savedAt,
  });
}

function isOwnCapture(file: MimePart): boolean {
  return firstField(file.fields, 'from')?.trim() === '<Saved by Carrel>';
}

/** A page that was fetched may call itself by another address of its own site, and by none of another's: else it could pass for an article there. */
function withOwnAddress(draft: ArticleDraft, fetched: string | undefined): ArticleDraft {
  if (fetched === undefined || draft.url === null || isSameSite(draft.url, fetched)) return draft;
  return { ...draft, url: fetched };
}
