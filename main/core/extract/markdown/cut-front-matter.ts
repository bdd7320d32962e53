/** How a block of facts above an article is written. `lines`: `Title: ...` without any mark around it. */
export type BlockKind = 'yaml' | 'toml' | 'json' | 'percent' | 'lines';

export interface CutFrontMatter {
  readonly kind: BlockKind;
  readonly block: string;
  /** What follows it. */
  readonly body: string;
}

const YAML = /^\ufeff?\n*---[ \t]*\n(?:([\s\S]*?)\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)/;
const TOML = /^\ufeff?\n*\+\+\+[ \t]*\n(?:([\s\S]*?)\n)?\+\+\+[ \t]*(?:\n|$)/;
const JSON_BLOCK = /^\ufeff?(\{[ \t]*\n[\s\S]*?\n\})[ \t]*(?:\n|$)/;
/** Up to three fields, each of one line and of indented ones after it: title, authors, date. */
const PERCENT = /^\ufeff?((?:%[ \t]*(?:.*\n)(?:[ \t]+\S.*\n)*){1,3})/;
const LINES = /^\ufeff?((?:[A-Za-z][\w -]{0,40}:[ \t]*.*\n(?:[ \t]+\S.*\n)*)+)(?:[ \t]*\n|$)/;
/** Prose, too, may begin with a word and a colon. */
const FIRST_FIELD = /^\ufeff?(?:title|author|authors|subtitle|date|layout|slug)[ \t]*:[ \t]*\S/i;

/** Cuts the block of facts off a Markdown file's beginning, whichever program wrote it. Undefined where there is none. */
export function cutFrontMatter(markdown: string): CutFrontMatter | undefined {
  const yaml = YAML.exec(markdown);
  // A rule between two paragraphs is no block.
  if (yaml !== null) return /(?:^|\n)[^\n:]{1,100}:/.test(yaml[1] ?? '') ? cut('yaml', markdown, yaml) : undefined;
  const toml = TOML.exec(markdown);
  if (toml !== null) return cut('toml', markdown, toml);
  const json = JSON_BLOCK.exec(markdown);
  if (json !== null) return cut('json', markdown, json);
  const percent = /^\ufeff?%[ \t]*\S/.test(markdown) ? PERCENT.exec(markdown) : null;
  if (percent !== null) return cut('percent', markdown, percent);
  const lines = FIRST_FIELD.test(markdown) ? LINES.exec(markdown) : null;
  return lines === null ? undefined : cut('lines', markdown, lines);
}

function cut(kind: BlockKind, markdown: string, [whole, block]: RegExpExecArray): CutFrontMatter {
  return { kind, block: block ?? '', body: markdown.slice(whole.length) };
}
