import { LIMITS } from '../../base/limits.ts';
import { refuseEmptyFile } from '../../extract/html/refuse-without-text.ts';
import { extractMhtml } from '../../extract/mhtml/extract-mhtml.ts';
import type { Reader, ReaderInput, ReaderItem } from '../reader.ts';

/** A page saved with its pictures in one file: one article. */
export const mhtmlReader: Reader = {
  name: 'mhtml',
  label: 'saved web page (MHTML)',
  read: ({ bytes, fileName, loadBeside, given }: ReaderInput): Iterable<ReaderItem> => {
    refuseEmptyFile(bytes, LIMITS.savedFileBytes);
    return [{ draft: extractMhtml(bytes, { fileName, loadBeside, given }) }];
  },
};
