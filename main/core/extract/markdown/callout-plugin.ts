import type { MarkdownIt, StateCore, Token } from 'markdown-it';

const CALLOUT = /^\[!([\w-]{1,40})(?:\|[^\]\n]{0,40})?\][+-]?[ \t]*/;

/** `> [!note] Title` is a quotation with a heading of its own; without a title it is called what it is. */
export function calloutPlugin(md: MarkdownIt): void {
  md.core.ruler.after('inline', 'callouts', (state) => {
    state.tokens = state.tokens.flatMap((token, at) => {
      const isFirst = state.tokens[at - 1]?.type === 'paragraph_open' && state.tokens[at - 2]?.type === 'blockquote_open';
      return isFirst && token.type === 'inline' ? splitCallout(token, state) : [token];
    });
  });
}

function splitCallout(inline: Token, state: StateCore): Token[] {
  const [first, ...others] = inline.children ?? [];
  const kind = CALLOUT.exec(inline.content)?.[1];
  if (first?.type !== 'text' || kind === undefined || !CALLOUT.test(first.content)) return [inline];
  first.content = first.content.replace(CALLOUT, '');
  const end = others.findIndex(({ type }) => type === 'softbreak' || type === 'hardbreak');
  const title = [first, ...(end < 0 ? others : others.slice(0, end))];
  if (title.every(({ content, children }) => content.trim() === '' && children === null)) first.content = kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase();
  inline.children = [new state.Token('strong_open', 'strong', 1), ...title, new state.Token('strong_close', 'strong', -1)];
  const rest = end < 0 ? [] : others.slice(end + 1);
  if (rest.length === 0) return [inline];
  const close = new state.Token('paragraph_close', 'p', -1);
  const open = new state.Token('paragraph_open', 'p', 1);
  const below = new state.Token('inline', '', 0);
  for (const token of [close, open, below]) token.block = true;
  below.children = rest;
  return [inline, close, open, below];
}
