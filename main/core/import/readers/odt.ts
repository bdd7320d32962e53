import { refuseEmptyFile } from '../../extract/html/refuse-without-text.ts';
import { extractOdt } from '../../extract/odt/extract-odt.ts';
import type { Reader } from '../reader.ts';

/** An OpenDocument text (LibreOffice and others): one article, with its pictures. */
export const odtReader: Reader = {
  name: 'odt',
  label: 'OpenDocument text',
  async *read({ bytes, fileName }) {
    refuseEmptyFile(bytes);
    yield { draft: await extractOdt(bytes, fileName) };
  },
};
