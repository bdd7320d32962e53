import { LibraryError } from '../../../contract/errors.ts';
import { decodeText } from '../decode-text.ts';
import { decodeHtml } from '../html/decode-html.ts';
import type { MimePart } from '../mime/read-mime.ts';
import { unflowText } from './unflow-text.ts';

/**
 * The text of a part in the charset that it names, if its bytes bear it out. Undefined where they are no text. Line ends are
 * `\n`; lines that were broken for the way (format=flowed) are whole again.
 */
export function decodeMailText(part: MimePart): string | undefined {
  const bytes = part.content();
  const charset = part.params.get('charset');
  // A page that claims this charset may want to hide its markup; a message that does is Japanese.
  if (/^(?:cs)?iso-?2022-?jp/i.test(charset ?? '') && bytes.includes(0x1b)) return new TextDecoder('iso-2022-jp').decode(bytes).replace(/\r\n?/g, '\n');
  try {
    if (part.type.includes('html')) return decodeHtml(bytes, charset).text;
    const { text } = decodeText(bytes, charset);
    const isFlowed = part.params.get('format')?.toLowerCase() === 'flowed';
    return isFlowed ? unflowText(text, part.params.get('delsp')?.toLowerCase() === 'yes') : text;
  } catch (error) {
    if (error instanceof LibraryError && error.code === 'not-text') return undefined;
    throw error;
  }
}
