import { readBook } from '../../extract/epub/read-book.ts';
import { refuseEmptyFile } from '../../extract/html/refuse-without-text.ts';
import type { Reader, ReaderInput, ReaderItem } from '../reader.ts';

/** A book (EPUB 2 and 3): one article, or one for each chapter. */
export const epubReader: Reader = {
  name: 'epub',
  label: 'EPUB book',
  read: ({ bytes, fileName, books, given }: ReaderInput): AsyncIterable<ReaderItem> => {
    refuseEmptyFile(bytes);
    return readBook(bytes, { fileName, books, given });
  },
};
