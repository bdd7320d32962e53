const OBSIDIAN_COMMENT = /%%[^%]{0,20000}%%/g;
const BLOCK_ID = /[ \t]+\^[A-Za-z0-9-]{4,40}[ \t]*$/gm;
const ATTRIBUTE_LINE = /^ {0,3}\{:[^{}\n]{0,300}\}[ \t]*$\n?/gm;
const CONTENTS = /^ {0,3}(?:\[TOC\]|\[\[_TOC_\]\]|\[\[toc\]\]|\$\{toc\})[ \t]*$/gim;
const HUGO_FIGURE = /\{\{[<%]\s*figure\s([^{}\n]{1,1000}?)\/?\s*[>%]\}\}/g;
const LIQUID_MARK = /\{%-?\s*(?:end)?raw\s*-?%\}/g;
const LIQUID_COMMENT = /\{%-?\s*comment\s*-?%\}[\s\S]{0,20000}?\{%-?\s*endcomment\s*-?%\}/g;
const HIGHLIGHT_START = /\{(?:%-?|\{<)\s*highlight\s+"?([\w+#-]{1,30})"?[^{}\n]{0,200}?(?:-?%|>\})\}[ \t]*\n?/g;
const HIGHLIGHT_END = /\n?[ \t]*\{(?:%-?|\{<)\s*(?:endhighlight|\/\s*highlight)\s*(?:-?%|>\})\}/g;

/** Blocks of code that a site's own marks enclose, as Markdown has them. */
export function fenceHighlights(markdown: string): string {
  return markdown.includes('highlight') ? markdown.replace(HIGHLIGHT_START, '```$1\n').replace(HIGHLIGHT_END, '\n```\n') : markdown;
}

/**
 * Without what other programs than Markdown understand: comments and ids of Obsidian's blocks, attribute lines of kramdown,
 * places for a list of contents; figures of Hugo as pictures.
 */
export function tidyDialects(markdown: string): string {
  return markdown
    .replace(OBSIDIAN_COMMENT, '')
    .replace(BLOCK_ID, '')
    .replace(ATTRIBUTE_LINE, '')
    .replace(CONTENTS, '')
    .replace(LIQUID_COMMENT, '')
    .replace(LIQUID_MARK, '')
    .replace(HUGO_FIGURE, (whole, attributes: string) => toPicture(attributes) ?? whole);
}

function toPicture(attributes: string): string | undefined {
  const value = (name: string): string | undefined => new RegExp(`(?:^|\\s)${name}\\s*=\\s*"([^"]*)"`).exec(attributes)?.[1];
  const src = value('src') ?? value('link');
  if (src === undefined) return undefined;
  const caption = [value('title'), value('caption')].filter((text) => text !== undefined && text !== '').join(' ');
  return `\n\n![${value('alt') ?? ''}](<${src}>)\n\n${caption === '' ? '' : `${caption}\n\n`}`;
}
