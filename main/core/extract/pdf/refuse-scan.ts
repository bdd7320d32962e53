import { LibraryError } from '../../../contract/errors.ts';

export interface TextFound {
  readonly pages: number;
  /** Letters and digits of the text, without what runs along the edges of pages. */
  readonly letters: number;
  /** Characters that fonts draw without telling which letters they are. */
  readonly meaningless: number;
  readonly pictures: number;
  readonly unread: number;
}

/** Letters a page, below which its text is a stamp on a picture. */
const LEAST_LETTERS = 12;

/** Throws LibraryError `no-text` for a document that holds nothing to read, with the likely reason. */
export function refuseScan({ pages, letters, meaningless, pictures, unread }: TextFound): void {
  if (meaningless > 2 * letters) {
    throw new LibraryError('no-text', 'The fonts of this PDF do not say which letters they draw, so its text cannot be read. Print it to a new PDF, or have its text recognised (OCR), and import that copy.');
  }
  if (pictures >= pages && letters < LEAST_LETTERS * pages) {
    throw new LibraryError('no-text', 'This PDF holds only pictures of pages: there is no text to read. Have its text recognised (OCR) and import that copy.');
  }
  if (letters > 0) return;
  if (unread > 0 && unread >= pages) throw new LibraryError('malformed', 'This PDF is damaged or incomplete: no page of it can be read. Download or export it again, then import the new copy.');
  throw new LibraryError('no-text', 'This PDF holds no text to read: its pages are empty, or drawn without letters. Have its text recognised (OCR) and import that copy.');
}

/** How many pictures a file holds: their descriptions are never packed or encrypted. */
export function countPictures(bytes: Uint8Array): number {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return source.match(/\/Subtype\s{0,4}\/Image\b/g)?.length ?? 0;
}
