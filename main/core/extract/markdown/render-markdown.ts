import MarkdownIt from 'markdown-it';

/** HTML in Markdown is read as HTML, as every Markdown reader does; what comes out is sanitized like any page. */
const renderer = new MarkdownIt({ html: true, linkify: true, typographer: false, maxNesting: 100 });
// Only addresses that are written out: `notes.md` is a file, not a site of Moldova.
renderer.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
// Sanitizing decides about addresses, in one place for all formats; here they would turn into text.
renderer.validateLink = () => true;

const EMBED = /!\[\[([^[\]|\n]{1,500})(?:\|[^[\]\n]{0,200})?\]\]/g;
const WIKI_LINK = /\[\[([^[\]|\n]{1,500})(?:\|([^[\]\n]{1,500}))?\]\]/g;
const IMAGE_NAME = /\.(?:png|jpe?g|gif|webp|avif)$/i;

/** Markdown to HTML that is not sanitized yet. Links between notes (`[[Note|label]]`) become their label. */
export function renderMarkdown(markdown: string): string {
  return renderer.render(outsideOfCode(markdown, resolveWikiLinks));
}

/** The words of a text with links between notes. */
export function resolveWikiLinks(text: string): string {
  return text
    .replace(EMBED, (_, target: string) => (IMAGE_NAME.test(target.trim()) ? `![](<${target.trim()}>)` : target))
    .replace(WIKI_LINK, (_, target: string, label: string | undefined) => label ?? target);
}

/** Applies `change` to everything but fenced blocks and spans of code: there brackets are what the author typed. */
function outsideOfCode(markdown: string, change: (text: string) => string): string {
  if (!markdown.includes('[[')) return markdown;
  return markdown
    .split(/(^(?:```|~~~)[\s\S]*?^(?:```|~~~)[^\n]*$|`[^`\n]+`)/m)
    .map((piece, index) => (index % 2 === 0 ? change(piece) : piece))
    .join('');
}
