import { LibraryError } from '../../../contract/errors.ts';
import { LIMITS } from '../../base/limits.ts';

/** Throws LibraryError `no-text` for an article without a letter or digit, and `too-large` past LIMITS.textBlocks paragraphs. */
export function refuseWithoutText(text: string): void {
  if (!/[\p{L}\p{N}]/u.test(text)) {
    throw new LibraryError('no-text', 'This page holds no text to read. It may have been saved before its text was loaded.');
  }
  if (text.split('\n\n', LIMITS.textBlocks + 1).length > LIMITS.textBlocks) {
    throw new LibraryError('too-large', `This page has more than ${LIMITS.textBlocks} paragraphs. It is too large for an article.`);
  }
}

/** Throws LibraryError `empty` for a file of nothing but white space, and `too-large` past a limit. */
export function refuseEmptyFile(bytes: Uint8Array, limitBytes: number = LIMITS.articleFileBytes): void {
  if (bytes.length > limitBytes) {
    const mebibytes = limitBytes / 1024 / 1024;
    throw new LibraryError('too-large', `This file is larger than ${mebibytes} MB. That is too large for an article.`);
  }
  const isSpace = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
  if (bytes.every(isSpace)) throw new LibraryError('empty', 'This file is empty.');
}
