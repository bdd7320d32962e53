import { decodeHtml } from '../../extract/html/decode-html.ts';
import { extractHtml } from '../../extract/html/extract-html.ts';
import { refuseEmptyFile } from '../../extract/html/refuse-without-text.ts';
import type { Reader, ReaderInput, ReaderItem } from '../reader.ts';

/** A saved web page, SingleFile page or piece of HTML: one article, with the pictures in it and beside it. */
export const htmlReader: Reader = {
  name: 'html',
  label: 'web page',
  read: ({ bytes, fileName, loadBeside, given }: ReaderInput): Iterable<ReaderItem> => {
    refuseEmptyFile(bytes);
    const address = given?.url === undefined ? {} : given.isUrlFormer ? { formerUrl: given.url } : { pageUrl: given.url };
    return [{ draft: extractHtml(decodeHtml(bytes).text, { fileName, loadBeside, ...address }) }];
  },
};
