import type { Root } from 'hast';
import { isAboutArticle } from './is-about-article.ts';
import type { KnownFacts } from './is-about-article.ts';
import { isClosingLine, isSharing } from './is-closing-line.ts';
import { listLines, withoutLines } from './list-lines.ts';
import type { Line } from './list-lines.ts';

/** How many lines an article's first words may stand below. */
const MOST_OPENING_LINES = 20;
const MOST_CLOSING_LINES = 40;
/** A line this long is text, and what follows is the article. */
const PROSE_CHARACTERS = 140;
/** One short sentence may be the line under a title; after so many the text has begun. */
const SENTENCES_OF_TEXT = 2;
const SENTENCE = /^\S+(?: \S+){3,}[.!?…]["'”’»)\]]*$/u;
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const AD = /^(?:advertisement|advertising|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|advertentie|reklama?|sponsored(?: content)?|(?:story|article) continues below(?: advertisement)?|continue reading below(?: advertisement)?|scroll to continue(?: reading)?)\s*[:.…]?$/iu;

/**
 * The article without the lines around its text that only tell about it or call for something else, and without the
 * labels of advertisements in it. `root` is left as it is. An article that would lose everything keeps everything.
 */
export function trimEdges(root: Root, facts: KnownFacts): Root {
  const lines = listLines(root);
  const dropped = new Set<Line>(lines.filter(({ text }) => AD.test(text)));
  let sentences = 0;
  for (const line of lines.slice(0, MOST_OPENING_LINES)) {
    if (isIn(line, 'table')) break;
    if (isIn(line, 'figure')) continue;
    if (isAboutArticle(line.text, facts) || isSharing(line.text)) dropped.add(line);
    else if (isProse(line)) break;
    else if (SENTENCE.test(line.text) && (sentences += 1) >= SENTENCES_OF_TEXT) break;
  }
  for (const line of lines.slice(-MOST_CLOSING_LINES).toReversed()) {
    if (dropped.has(line)) continue;
    if (['figure', 'pre', 'table'].some((name) => isIn(line, name))) break;
    if (!isClosingLine(line.text) && !isHeading(line)) break;
    dropped.add(line);
  }
  return dropped.size === lines.length ? root : withoutLines(root, [...dropped]);
}

function isIn(line: Line, name: string): boolean {
  return line.within.some(({ tagName }) => tagName === name);
}

/** Below the last heading of an article there is something. */
function isHeading(line: Line): boolean {
  return line.within.some(({ tagName }) => HEADINGS.has(tagName));
}

function isProse({ text, linked }: Line): boolean {
  return text.length >= PROSE_CHARACTERS && linked < text.length / 2;
}
