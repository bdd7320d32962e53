import { Tokenizer } from 'htmlparser2';
import type { TokenizerCallbacks } from 'htmlparser2';

const BLOCKS = /^(?:p|div|br|h[1-6]|li|ul|ol|tr|table|td|th|blockquote|pre|hr|section|article|title|center|dd|dt)$/;
const SILENT = new Set(['script', 'style']);

/**
 * The words of markup that no tree can be made of, because it is too deep or too large. Reads tokens only, in time that grows
 * with the length and nothing else. A line for each block.
 */
export function roughText(html: string): string {
  const parts: string[] = [];
  let silent: string | undefined;
  const open = (start: number, end: number): void => {
    const name = html.slice(start, end).toLowerCase();
    if (SILENT.has(name)) silent = name;
    if (BLOCKS.test(name)) parts.push('\n');
  };
  const close = (start: number, end: number): void => {
    const name = html.slice(start, end).toLowerCase();
    if (name === silent) silent = undefined;
    if (BLOCKS.test(name)) parts.push('\n');
  };
  const nothing = (): void => undefined;
  const callbacks: TokenizerCallbacks = {
    ontext: (start, end) => {
      if (silent === undefined) parts.push(html.slice(start, end).replace(/\s+/g, ' '));
    },
    ontextentity: (codepoint) => {
      if (silent === undefined) parts.push(String.fromCodePoint(codepoint));
    },
    onopentagname: open,
    onclosetag: close,
    onopentagend: nothing,
    onselfclosingtag: nothing,
    onattribdata: nothing,
    onattribentity: nothing,
    onattribend: nothing,
    onattribname: nothing,
    oncdata: nothing,
    oncomment: nothing,
    ondeclaration: nothing,
    onprocessinginstruction: nothing,
    onend: nothing,
  };
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, callbacks);
  tokenizer.write(html);
  tokenizer.end();
  const lines = parts.join('').split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').join('\n\n');
}
