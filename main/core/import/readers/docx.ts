import { extractDocx } from '../../extract/docx/extract-docx.ts';
import { refuseEmptyFile } from '../../extract/html/refuse-without-text.ts';
import type { Reader } from '../reader.ts';

/** A Word document: one article, with its pictures. */
export const docxReader: Reader = {
  name: 'docx',
  label: 'Word document',
  async *read({ bytes, fileName }) {
    refuseEmptyFile(bytes);
    yield { draft: await extractDocx(bytes, fileName) };
  },
};
