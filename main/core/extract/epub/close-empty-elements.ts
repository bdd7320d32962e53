import { Tokenizer } from 'htmlparser2';
import type { TokenizerCallbacks } from 'htmlparser2';

/** Elements that HTML, too, knows without an end. */
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr']);
/** In these a slash ends an element in HTML, too. */
const FOREIGN = /^(?:svg|math)$/;
/** A document type stands at the top. */
const PROLOG_CHARS = 10_000;

/**
 * XHTML as an HTML parser reads it in the same way: `<a id="p1"/>`, which HTML would leave open to the end of the page, is
 * closed; definitions of entities, which HTML would take for text, are gone. Linear.
 */
export function closeEmptyElements(xhtml: string): string {
  const source = withoutDefinitions(xhtml);
  if (!source.includes('/>')) return source;
  const parts: string[] = [];
  let copied = 0;
  let name = '';
  let foreign = 0;
  const nothing = (): void => undefined;
  const callbacks: TokenizerCallbacks = {
    onopentagname: (start, end) => {
      name = source.slice(start, end);
    },
    onopentagend: () => {
      if (FOREIGN.test(name)) foreign += 1;
    },
    onselfclosingtag: (end) => {
      if (VOID.has(name.toLowerCase()) || foreign > 0 || FOREIGN.test(name)) return;
      parts.push(source.slice(copied, end).replace(/\s*\/$/, ''), `></${name}`);
      copied = end;
    },
    onclosetag: (start, end) => {
      if (FOREIGN.test(source.slice(start, end))) foreign = Math.max(0, foreign - 1);
    },
    ontext: nothing,
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
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: false }, callbacks);
  tokenizer.write(source);
  tokenizer.end();
  return parts.join('') + source.slice(copied);
}

/** Without what a document type defines between brackets. */
function withoutDefinitions(xhtml: string): string {
  const start = xhtml.slice(0, PROLOG_CHARS).search(/<!DOCTYPE[^>[]*\[/i);
  const end = start < 0 ? null : /\]\s*>/.exec(xhtml.slice(start));
  return end === null ? xhtml : `${xhtml.slice(0, start)}<!DOCTYPE html>${xhtml.slice(start + end.index + end[0].length)}`;
}
