import { LIMITS } from '../../base/limits.ts';
import { refuseEmptyFile } from '../../extract/html/refuse-without-text.ts';
import { extractWebarchive } from '../../extract/webarchive/extract-webarchive.ts';
import type { Reader, ReaderInput, ReaderItem } from '../reader.ts';

/** A page saved by Safari: one article, with its pictures. */
export const webarchiveReader: Reader = {
  name: 'webarchive',
  label: 'Safari web archive',
  read: ({ bytes, fileName, loadBeside, given }: ReaderInput): Iterable<ReaderItem> => {
    refuseEmptyFile(bytes, LIMITS.savedFileBytes);
    return [{ draft: extractWebarchive(bytes, { fileName, loadBeside, given }) }];
  },
};
