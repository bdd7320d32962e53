import type { MarkdownIt } from 'markdown-it';

const TASK = /^\[([ xX/-])\](?=\s)/;

/** `- [ ]` and `- [x]` show boxes, empty or ticked. */
export function taskPlugin(md: MarkdownIt): void {
  md.core.ruler.after('inline', 'tasks', ({ tokens }) => {
    for (const [at, token] of tokens.entries()) {
      const first = token.type === 'inline' ? token.children?.[0] : undefined;
      if (first?.type !== 'text' || tokens[at - 1]?.type !== 'paragraph_open' || tokens[at - 2]?.type !== 'list_item_open') continue;
      first.content = first.content.replace(TASK, (_, mark: string) => (mark === ' ' ? '☐' : '☑'));
    }
  });
}
