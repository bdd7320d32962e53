import type { Element, Root } from 'hast';
import { cleanByline } from './clean-byline.ts';
import { elementsOf, textOf, without } from './walk-tree.ts';

const LINES = new Set(['p', 'div', 'address', 'span', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** A byline stands among the first lines of a page. */
const LINES_LOOKED_AT = 3;
/** Room for "Written by: ". More words than that are a sentence. */
const LONGEST_PREFIX = 14;

/** The tree without a first line that only repeats the byline ("By Jane Doe"); `root` is left as it is. */
export function dropBylineLine(root: Root, byline: string | undefined): Root {
  if (byline === undefined) return root;
  const lines = elementsOf(root).filter((element) => LINES.has(element.tagName) && isLine(element));
  const line = lines.slice(0, LINES_LOOKED_AT).find((element) => repeats(textOf(element), byline));
  return line === undefined ? root : without(root, line);
}

/** It holds words, and no other line. */
function isLine(element: Element): boolean {
  return textOf(element).trim() !== '' && !elementsOf(element).some(({ tagName }) => LINES.has(tagName) && tagName !== 'span');
}

function repeats(text: string, byline: string): boolean {
  const line = text.trim();
  return line.length <= byline.length + LONGEST_PREFIX && cleanByline(line)?.toLowerCase() === byline.toLowerCase();
}
