import { LibraryError } from '../../../contract/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import { damagedPdf } from './open-pdf.ts';

export interface TextFound {
  readonly pages: number;
  /** Letters and digits of the text, without what runs along the edges of pages. */
  readonly letters: number;
  /** Characters that fonts draw without telling which letters they are. */
  readonly meaningless: number;
  readonly pictures: number;
  /** Pages of it could not be read, or may be missing. */
  readonly isDamaged: boolean;
  /** A part of it is larger than it may be. */
  readonly exceeded: boolean;
}

/** Letters a page, below which its text is a stamp on a picture. */
const LEAST_LETTERS = 12;

/** Throws LibraryError for a document that holds nothing to read, with the likely reason: `no-text`, `malformed`, `too-large`. */
export function refuseScan({ pages, letters, meaningless, pictures, isDamaged, exceeded }: TextFound): void {
  if (meaningless > 2 * letters) {
    throw new LibraryError('no-text', 'The fonts of this PDF do not say which letters they draw, so its text cannot be read. Print it to a new PDF, or have its text recognised (OCR), and import that copy.');
  }
  if (pictures >= pages && letters < LEAST_LETTERS * pages) {
    throw new LibraryError('no-text', 'This PDF holds only pictures of pages: there is no text to read. Have its text recognised (OCR) and import that copy.');
  }
  if (letters > 0) return;
  if (exceeded) throw new LibraryError('too-large', `A part of this PDF unpacks to more than ${LIMITS.pdfStreamBytes / 1024 / 1024} MB, and nothing else of it is text. It is too large for an article.`);
  if (isDamaged) throw damagedPdf();
  throw new LibraryError('no-text', 'This PDF holds no text to read: its pages are empty, or drawn without letters. Have its text recognised (OCR) and import that copy.');
}

/** How many pictures a file holds: their descriptions are never packed or encrypted. */
export function countPictures(bytes: Uint8Array): number {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return source.match(/\/Subtype\s{0,4}\/Image\b/g)?.length ?? 0;
}
