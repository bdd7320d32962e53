import { decodeText } from '../../extract/decode-text.ts';
import { refuseEmptyFile } from '../../extract/html/refuse-without-text.ts';
import { extractMarkdown } from '../../extract/markdown/extract-markdown.ts';
import type { Reader, ReaderInput, ReaderItem } from '../reader.ts';

/** A Markdown file, with or without front matter: one article, with the pictures beside it. */
export const markdownReader: Reader = {
  name: 'markdown',
  label: 'Markdown',
  read: ({ bytes, fileName, loadBeside }: ReaderInput): Iterable<ReaderItem> => {
    refuseEmptyFile(bytes);
    return [{ draft: extractMarkdown(decodeText(bytes).text, { fileName, loadBeside }) }];
  },
};
