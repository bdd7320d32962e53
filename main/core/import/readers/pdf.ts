import { extractPdf } from '../../extract/pdf/extract-pdf.ts';
import { refuseEmptyFile } from '../../extract/html/refuse-without-text.ts';
import type { Reader, ReaderInput, ReaderItem } from '../reader.ts';

/** A PDF with text in it: one article. A scan holds none, and is said to be one. */
export const pdfReader: Reader = {
  name: 'pdf',
  label: 'PDF document',
  async *read({ bytes, fileName }: ReaderInput): AsyncGenerator<ReaderItem> {
    refuseEmptyFile(bytes);
    yield { draft: await extractPdf(bytes, fileName) };
  },
};
