import { endsWithFullStop, startsLower } from '../plain-text/line-marks.ts';
import type { Block } from './make-blocks.ts';
import type { BodyLook } from './measure-body.ts';

export type HeadingLevel = 2 | 3;

/** Sizes of a heading, in the body's. */
const LEAST_SIZE = 1.1;
/** Letters. */
const LONGEST = 180;
const LONGEST_OF_BODY_SIZE = 90;
const CAPTION = /^(?:fig(?:ure|\.)?|tab(?:le|\.)?|abb(?:ildung|\.)?|tabelle|photo|foto|source|quelle|©|by)\b/iu;

/**
 * Which blocks are headings, and of which level: those in larger letters, the largest being of level 2; and short ones above
 * prose that differ from it in their font, or are in capitals.
 */
export function findHeadings(blocks: readonly Block[], body: BodyLook): Map<Block, HeadingLevel> {
  const large = blocks.filter((block) => mayBeHeading(block) && block.size >= LEAST_SIZE * body.size && block.text.length <= LONGEST);
  const largest = Math.max(0, ...large.map(({ size }) => size));
  const headings = new Map<Block, HeadingLevel>(large.map((block) => [block, block.size > 0.93 * largest ? 2 : 3]));
  for (const [index, block] of blocks.entries()) {
    if (!headings.has(block) && isHeadingOfBodySize(block, blocks[index + 1], body)) headings.set(block, large.length === 0 ? 2 : 3);
  }
  return headings;
}

function mayBeHeading({ kind, text, ownLines }: Block): boolean {
  if (kind !== 'text' || !/\p{L}{2}/u.test(text) || ownLines.filter(Boolean).length > 2) return false;
  return !/[,;]$/.test(text.trimEnd()) && !CAPTION.test(text);
}

function isHeadingOfBodySize(block: Block, next: Block | undefined, body: BodyLook): boolean {
  if (!mayBeHeading(block) || block.rows.length > 2 || block.text.length > LONGEST_OF_BODY_SIZE) return false;
  // Small capitals are drawn as small letters.
  if (block.size < (isCapitals(block.text) ? 0.7 : 0.94) * body.size) return false;
  const ends = endsWithFullStop(block.text) || /[:.!?]$/.test(block.text.trimEnd());
  if (ends || startsLower(block.text) || next?.kind !== 'text') return false;
  const aboveProse = next.font === body.font && next.text.length > block.text.length && (next.rows.length > 1 || next.text.length > LONGEST_OF_BODY_SIZE);
  if (!aboveProse) return false;
  return (block.oneFont && block.font !== body.font) || isCapitals(block.text);
}

function isCapitals(text: string): boolean {
  return text === text.toUpperCase() && /\p{L}{3}/u.test(text) && text !== text.toLowerCase();
}
