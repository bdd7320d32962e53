import MarkdownIt from 'markdown-it';
import { attributePlugin } from './attribute-plugin.ts';
import { calloutPlugin } from './callout-plugin.ts';
import { envWith, footnotePlugin } from './footnote-plugin.ts';
import type { Footnotes } from './footnote-plugin.ts';
import { markPlugin } from './mark-plugin.ts';
import { outsideOfCode } from './outside-of-code.ts';
import { resolveWikiLinks } from './resolve-wiki-links.ts';
import { takeFootnotes } from './take-footnotes.ts';
import { taskPlugin } from './task-plugin.ts';
import { fenceHighlights, tidyDialects } from './tidy-dialects.ts';

/** HTML in Markdown is read as HTML, as every Markdown reader does; what comes out is sanitized like any page. */
const renderer = new MarkdownIt({ html: true, linkify: true, typographer: false, maxNesting: 100 });
// Only addresses that are written out: `notes.md` is a file, not a site of Moldova.
renderer.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
// Sanitizing decides about addresses, in one place for all formats; here they would turn into text.
renderer.validateLink = () => true;
for (const plugin of [footnotePlugin, markPlugin, calloutPlugin, taskPlugin, attributePlugin]) renderer.use(plugin);

/**
 * Markdown, in whichever program's dialect, to HTML that is not sanitized yet: CommonMark with tables, footnotes, ==marks==,
 * callouts, tasks and attributes in braces. Links between notes (`[[Note|label]]`) become their label.
 */
export function renderMarkdown(markdown: string): string {
  const fenced = fenceHighlights(markdown);
  const { body, notes } = takeFootnotes(outsideOfCode(fenced, (text) => resolveWikiLinks(tidyDialects(text))));
  const footnotes: Footnotes = { notes: new Map(notes), order: [] };
  return renderer.render(body, envWith(footnotes)) + renderNotes(footnotes);
}

/** The notes as a numbered list. Those that nothing refers to stand at its end. */
function renderNotes(footnotes: Footnotes): string {
  if (footnotes.notes.size === 0) return '';
  const items: string[] = [];
  const env = envWith(footnotes);
  // Notes may refer to notes: the order grows while they are rendered.
  for (let at = 0; at < footnotes.notes.size; at += 1) {
    const name = footnotes.order[at] ?? [...footnotes.notes.keys()].find((other) => !footnotes.order.includes(other));
    if (name === undefined) break;
    if (footnotes.order[at] === undefined) footnotes.order.push(name);
    items.push(`<li id="fn-${at + 1}">${renderer.render(footnotes.notes.get(name) ?? '', env)}</li>`);
  }
  return `<hr>\n<ol>\n${items.join('\n')}\n</ol>\n`;
}
