import { LibraryError } from '../../contract/errors.ts';
import { LIMITS } from '../base/limits.ts';
import { decodeHtml } from '../extract/html/decode-html.ts';
import { extractHtml } from '../extract/html/extract-html.ts';
import type { PageToList } from './list-page-parts.ts';

/**
 * The videos and sounds of a page's article: for each the addresses at which its file may be had, the best first. What else plays on the page is for
 * other articles, and may be gigabytes. Runs in an extract worker.
 *
 * @throws LibraryError `too-deep`, `too-large`
 */
export function listMedia({ bytes, charset, url }: PageToList): string[][] {
  const media = new Map<string | undefined, string[]>();
  const copyOfMedia = (addresses: readonly string[]) => {
    if (addresses.length > 0) media.set(addresses[0], [...new Set(addresses)]);
    return undefined;
  };
  try {
    extractHtml(decodeHtml(bytes, charset).text, { fileName: '', loadBeside: () => undefined, pageUrl: url, copyOfMedia });
  } catch (error) {
    // What holds no article is refused when it is read, with the reason.
    if (!(error instanceof LibraryError) || (error.code !== 'no-text' && error.code !== 'empty')) throw error;
  }
  return [...media.values()].slice(0, LIMITS.savedParts);
}
