import { LibraryError } from '../../../contract/errors.ts';
import { cleanPageUrl } from '../html/clean-link.ts';
import type { LoadEmbedded } from '../html/collect-images.ts';
import { decodeHtml } from '../html/decode-html.ts';
import { indexParts, leavesOf, locationOf } from '../mhtml/index-parts.ts';
import { firstField } from '../mime/read-header-fields.ts';
import { readMime } from '../mime/read-mime.ts';
import { openWebarchive } from '../webarchive/open-webarchive.ts';
import type { SnapshotSource } from './snapshot-source.ts';
import { indexStoredPictures } from './stored-pictures.ts';

/** A page as it was saved. */
export interface SavedPage {
  readonly html: string;
  /** Where it lay; undefined where nobody knows. */
  readonly url: string | undefined;
  /** A file that came with it, by its address. */
  readonly load: LoadEmbedded;
}

/** A page of frames holds what is to be seen in one of the next ones. */
const MOST_PAGES = 5;

/**
 * The pages that a saved file holds, the one to look at first.
 *
 * @throws LibraryError `malformed`, `no-text`, `not-text`, `too-deep`, `too-large`
 */
export function openSavedPage({ kind, bytes, url, stored }: SnapshotSource): readonly SavedPage[] {
  switch (kind) {
    case 'html': {
      const html = decodeHtml(bytes).text;
      return [{ html, url, load: stored ? indexStoredPictures(html, stored, url) : () => undefined }];
    }
    case 'mhtml':
      return openMhtml(bytes, url);
    case 'webarchive': {
      const { main, load } = openWebarchive(bytes);
      if (!main.type.includes('html')) throw new LibraryError('no-text', `This web archive holds no page, but a file of the type ${main.type.slice(0, 100)}.`);
      return [{ html: decodeHtml(main.data, main.charset).text, url: main.url ?? url, load }];
    }
  }
}

function openMhtml(bytes: Uint8Array, url: string | undefined): readonly SavedPage[] {
  const file = readMime(bytes);
  const parts = leavesOf(file);
  const pages = parts.filter(({ type }) => type === 'text/html' || type === 'application/xhtml+xml').slice(0, MOST_PAGES);
  if (pages.length === 0) throw new LibraryError('no-text', 'This saved page holds no HTML. It may not have been saved to its end.');
  const stated = firstField(file.fields, 'snapshot-content-location')?.replace(/\s+/g, '');
  return pages.map((page) => {
    const location = locationOf(page, stated) ?? locationOf(file, stated) ?? stated;
    return {
      html: decodeHtml(page.content(), page.params.get('charset')).text,
      url: [location, stated, url].find((one) => one !== undefined && cleanPageUrl(one) !== undefined) ?? location,
      load: indexParts(parts, location),
    };
  });
}
