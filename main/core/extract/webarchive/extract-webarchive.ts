import { LibraryError } from '../../../contract/errors.ts';
import type { GivenFacts, ReaderInput } from '../../import/reader.ts';
import type { ArticleDraft } from '../article-draft.ts';
import { decodeText } from '../decode-text.ts';
import { addSavedFacts } from '../html/add-saved-facts.ts';
import { cleanPageUrl } from '../html/clean-link.ts';
import { decodeHtml } from '../html/decode-html.ts';
import { extractHtml } from '../html/extract-html.ts';
import { extractPlainText } from '../plain-text/extract-plain-text.ts';
import { openWebarchive } from './open-webarchive.ts';

export interface WebarchiveContext {
  /** The file's own name, without folders. */
  readonly fileName: string;
  readonly loadBeside: ReaderInput['loadBeside'];
  readonly given?: GivenFacts | undefined;
}

/**
 * A page saved by Safari (.webarchive) to its article, with its pictures. Frames of the page are left out, as in every other
 * saved page.
 *
 * Throws LibraryError: `malformed`, `no-text`, `too-deep`, `too-large`.
 */
export function extractWebarchive(bytes: Uint8Array, { fileName, loadBeside, given }: WebarchiveContext): ArticleDraft {
  const { main, load } = openWebarchive(bytes);
  const url = cleanPageUrl(main.url ?? given?.url ?? '');
  if (main.type.startsWith('text/') && !main.type.includes('html')) {
    return addSavedFacts({ ...extractPlainText(decodeText(main.data, main.charset).text, { fileName }), url: url ?? null }, { savedAt: given?.savedAt });
  }
  if (!main.type.includes('html')) throw new LibraryError('no-text', `This web archive holds no page to read, but a file of the type ${main.type.slice(0, 100)}.`);
  const draft = extractHtml(decodeHtml(main.data, main.charset).text, {
    fileName,
    loadBeside,
    loadEmbedded: load,
    ...(url === undefined ? {} : { pageUrl: url }),
  });
  return addSavedFacts(draft, { savedAt: given?.savedAt });
}
