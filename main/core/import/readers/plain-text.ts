import { decodeText } from '../../extract/decode-text.ts';
import { extractPlainText } from '../../extract/plain-text/extract-plain-text.ts';
import type { Reader } from '../reader.ts';

/** One article from a file of plain text in any charset. */
export const plainTextReader: Reader = {
  name: 'text',
  label: 'plain text',
  *read({ bytes, fileName }) {
    const { text, charset } = decodeText(bytes);
    const draft = extractPlainText(text, { fileName });
    // The original is kept as bytes: how they were read must be kept, too.
    yield { draft: charset === 'utf-8' ? draft : { ...draft, extra: { ...draft.extra, charset } } };
  },
};
