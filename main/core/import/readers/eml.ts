import { readMessage } from '../../extract/eml/read-message.ts';
import { refuseEmptyFile } from '../../extract/html/refuse-without-text.ts';
import type { Reader, ReaderInput, ReaderItem } from '../reader.ts';

/** One message: one article, with the pictures in it. */
export const emlReader: Reader = {
  name: 'eml',
  label: 'e-mail message',
  read: ({ bytes, fileName, given }: ReaderInput): Iterable<ReaderItem> => {
    refuseEmptyFile(bytes);
    return [{ draft: readMessage(bytes, { fileName, given }) }];
  },
};
