import { LIMITS } from '../../base/limits.ts';
import type { GuessedTitle } from '../html/guess-title.ts';
import { startsLower } from '../plain-text/line-marks.ts';
import type { Block } from './make-blocks.ts';
import type { BodyLook } from './measure-body.ts';

export interface TitleCandidate extends GuessedTitle {
  /** The blocks that it stands in. */
  readonly blocks: readonly Block[];
}

/** Sizes of a title, in the body's. */
const LEAST_SIZE = 1.15;
const SURE_SIZE = 1.4;
/** The part of the first page in which a title stands, from its top. */
const UPPER = 0.7;
const LONGEST = 300;
const PROSE_ROWS = 4;

/**
 * What may be a document's title, the likeliest first: the largest letters of its first page, and the first line where it
 * stands out by its font or its capitals.
 *
 * @param blocks of the document, in reading order
 * @param textOf the text of a block with its lines joined
 * @param height of the first page, in points
 */
export function findTitles(blocks: readonly Block[], { body, textOf, height }: { readonly body: BodyLook; readonly textOf: (block: Block) => string; readonly height: number }): TitleCandidate[] {
  const page = blocks.find(({ kind }) => kind === 'text')?.page;
  const first = blocks.filter((block) => block.page === page && block.kind === 'text' && /\p{L}/u.test(block.text));
  return [...largestOf(first, body, textOf, height), ...firstLineOf(first, body, textOf)];
}

function largestOf(blocks: readonly Block[], body: BodyLook, textOf: (block: Block) => string, height: number): TitleCandidate[] {
  const upper = blocks.filter(({ rows, text }) => (rows[0]?.baseline ?? 0) < UPPER * height && text.length <= LONGEST && /\p{L}{2}/u.test(text));
  const size = Math.max(0, ...upper.map((block) => block.size));
  const start = upper.findIndex((block) => block.size > 0.97 * size);
  if (start < 0 || size < LEAST_SIZE * body.size) return [];
  // Below prose stands a heading of what follows.
  if (upper.slice(0, start).some(({ rows }) => rows.length >= PROSE_ROWS)) return [];
  const length = upper.slice(start).findIndex((block) => block.size <= 0.97 * size);
  const parts = upper.slice(start, length < 0 ? undefined : start + length).slice(0, 4);
  const title = parts.map(textOf).join(' ').replace(/\s+/g, ' ').trim();
  // A document that is nothing but large letters has no title that stands out.
  if (title.length > LONGEST || parts.length === blocks.length) return [];
  return [{ title: title.slice(0, LIMITS.titleLength).toWellFormed(), confidence: size >= SURE_SIZE * body.size ? 0.8 : 0.6, blocks: parts }];
}

function firstLineOf(blocks: readonly Block[], body: BodyLook, textOf: (block: Block) => string): TitleCandidate[] {
  const [block, next] = blocks;
  if (block === undefined || next === undefined || block.rows.length > 3) return [];
  const title = textOf(block).replace(/\s+/g, ' ').trim();
  const isCapitals = title === title.toUpperCase() && title !== title.toLowerCase();
  const standsOut = isCapitals || (block.oneFont && block.font !== body.font && block.font !== next.font);
  if (!standsOut || title.length > LONGEST / 2 || title.length < 4 || startsLower(title) || /[.,;:]$/.test(title)) return [];
  return [{ title, confidence: 0.5, blocks: [block] }];
}
