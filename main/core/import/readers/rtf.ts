import { refuseEmptyFile } from '../../extract/html/refuse-without-text.ts';
import { extractRtf } from '../../extract/rtf/extract-rtf.ts';
import type { Reader } from '../reader.ts';

/** An RTF document: one article, with its pictures. */
export const rtfReader: Reader = {
  name: 'rtf',
  label: 'RTF document',
  *read({ bytes, fileName }) {
    refuseEmptyFile(bytes);
    yield { draft: extractRtf(bytes, fileName) };
  },
};
