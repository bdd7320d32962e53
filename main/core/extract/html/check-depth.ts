import { Tokenizer } from 'htmlparser2';
import type { TokenizerCallbacks } from 'htmlparser2';
import { LibraryError } from '../../../contract/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import { followOpenElements } from './follow-open-elements.ts';

/**
 * Refuses markup that would hang or overflow an HTML parser. Reads tokens only and builds nothing, so a page of any
 * shape costs time in proportion to its length; stops at the first element too many.
 * Throws LibraryError `too-deep` past LIMITS.htmlDepth and `too-large` past LIMITS.htmlElements.
 */
export function checkDepth(html: string): void {
  const elements = followOpenElements();
  let name = '';
  let tagStart = 0;

  const open = (endIndex: number, selfClosing: boolean): void => {
    elements.open(name, html.slice(tagStart, endIndex), selfClosing);
    refuseTooMany(elements.depth(), elements.count());
  };
  const nothing = (): void => undefined;

  const callbacks: TokenizerCallbacks = {
    onopentagname: (start, endIndex) => {
      tagStart = start;
      name = html.slice(start, endIndex).toLowerCase();
    },
    onopentagend: (endIndex) => open(endIndex, false),
    onselfclosingtag: (endIndex) => open(endIndex, true),
    onclosetag: (start, endIndex) => elements.close(html.slice(start, endIndex).toLowerCase()),
    ontext: () => {
      elements.text();
      refuseTooMany(elements.depth(), elements.count());
    },
    ontextentity: nothing,
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
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: false }, callbacks);
  tokenizer.write(html);
  tokenizer.end();
}

function refuseTooMany(depth: number, count: number): void {
  if (depth > LIMITS.htmlDepth) {
    throw new LibraryError(
      'too-deep',
      `This page has more than ${LIMITS.htmlDepth} elements inside one another. It cannot be read safely.`,
    );
  }
  if (count > LIMITS.htmlElements) {
    throw new LibraryError('too-large', `This page has more than ${LIMITS.htmlElements} elements. It is too large to read.`);
  }
}
