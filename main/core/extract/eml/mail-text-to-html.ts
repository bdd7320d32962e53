import { buildBody } from '../plain-text/build-body.ts';
import { cleanText } from '../plain-text/clean-text.ts';
import { splitParagraphs } from '../plain-text/split-paragraphs.ts';

const MOST_QUOTED = 10;
const QUOTE = /^(?:> ?){1,50}/;
/** Two dashes part a message from its signature. */
const SIGNATURE = /^--$/;
/** A line of its own, which no paragraph goes on into. */
const RULE = /^[-_=*]{2,}$/;

interface Run {
  readonly depth: number;
  readonly lines: string[];
}

/**
 * The text of a message as markup: quoted lines (`> `) as quotations, paragraphs by the rules of plain text, a rule
 * above the signature. Safe: nothing of the text is markup.
 */
export function mailTextToHtml(text: string): string {
  const html: string[] = [];
  let depth = 0;
  const moveTo = (wanted: number): void => {
    for (; depth < wanted; depth += 1) html.push('<blockquote>');
    for (; depth > wanted; depth -= 1) html.push('</blockquote>');
  };
  for (const run of splitRuns(cleanText(text))) {
    const paragraphs = splitParagraphs(run.lines.join('\n'), (line) => (RULE.test(line) ? 'alone' : undefined));
    // Empty lines between quotations part nothing.
    if (paragraphs.length === 0) continue;
    moveTo(run.depth);
    for (const paragraph of paragraphs) html.push(SIGNATURE.test(paragraph.lines.join('')) ? '<hr>' : buildBody([paragraph]).html);
  }
  moveTo(0);
  return html.join('\n');
}

/** Lines of the same depth of quotation that follow one another. */
function splitRuns(text: string): Run[] {
  const runs: Run[] = [];
  for (const line of text.split('\n')) {
    const marks = QUOTE.exec(line)?.[0] ?? '';
    const depth = Math.min(MOST_QUOTED, marks.replaceAll(' ', '').length);
    const last = runs.at(-1);
    if (last?.depth === depth) last.lines.push(line.slice(marks.length));
    else runs.push({ depth, lines: [line.slice(marks.length)] });
  }
  return runs;
}
