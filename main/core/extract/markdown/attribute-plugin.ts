import type { MarkdownIt, Token } from 'markdown-it';

/** `{#id .class key=value}`, with or without kramdown's colon. */
const ATTRIBUTES = String.raw`\{:?[ \t]*(?:[#.][^\s{}]+|[\w-]+=(?:"[^"{}\n]*"|[^\s{}]+))(?:[ \t]+(?:[#.][^\s{}]+|[\w-]+=(?:"[^"{}\n]*"|[^\s{}]+)))*[ \t]*\}`;
const AT_END = new RegExp(String.raw`[ \t]*${ATTRIBUTES}[ \t]*$`);
const AT_START = new RegExp(`^${ATTRIBUTES}`);
const LONGEST = 1_000;

/**
 * Attributes in braces are no words: after a heading they name it, after a link or a picture they go. Headings without a name
 * are named by their words, as those who write links to them expect.
 */
export function attributePlugin(md: MarkdownIt): void {
  md.core.ruler.after('inline', 'attributes', ({ tokens }) => {
    const taken = new Map<string, number>();
    for (const [at, token] of tokens.entries()) {
      if (token.type !== 'inline') continue;
      dropAfterLinks(token.children ?? []);
      const open = tokens[at - 1];
      if (open?.type !== 'heading_open') continue;
      open.attrSet('id', takeName(token) ?? makeName(token, taken));
    }
  });
}

function dropAfterLinks(children: readonly Token[]): void {
  for (const [at, child] of children.entries()) {
    const before = children[at - 1]?.type;
    if (child.type === 'text' && (before === 'image' || before === 'link_close') && child.content.startsWith('{')) child.content = replaceShort(child.content, AT_START);
  }
}

function takeName({ children }: Token): string | undefined {
  const last = children?.at(-1);
  if (last?.type !== 'text') return undefined;
  const attributes = last.content.length > LONGEST ? undefined : AT_END.exec(last.content)?.[0];
  if (attributes === undefined) return undefined;
  last.content = last.content.slice(0, -attributes.length);
  return /#([^\s{}]+)/.exec(attributes)?.[1];
}

/** As GitHub and most others name a heading. */
function makeName({ children }: Token, taken: Map<string, number>): string {
  const words = (children ?? []).map(({ content }) => content).join('');
  const name = words.trim().toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-');
  const times = taken.get(name) ?? 0;
  taken.set(name, times + 1);
  return times === 0 ? name : `${name}-${times}`;
}

function replaceShort(text: string, pattern: RegExp): string {
  return text.slice(0, LONGEST).replace(pattern, '') + text.slice(LONGEST);
}
