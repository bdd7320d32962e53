import type { Block } from './make-blocks.ts';
import type { BodyLook } from './measure-body.ts';

/** Notes are smaller than the body's letters by at least so much. */
const MOST_SIZE = 0.94;
const MARK = /^(?:[*†‡¶#]+|\d{1,3}(?![\d.,]\d|\d)|\(?[a-z]\)|[a-z](?=\s))/;

/**
 * The blocks with the footnotes among them told: small print at the end of a column that begins with a mark, below text of the
 * body's size. A note that is longer than its page goes on at the foot of the next one, without a mark.
 */
export function findNotes(blocks: readonly Block[], body: BodyLook): Block[] {
  const found = [...blocks];
  let goesOn = false;
  for (const [start, end] of pagesOf(blocks)) {
    let openNote = false;
    for (const [first, after] of areasOf(blocks, start, end)) {
      const from = startOfSmallPrint(blocks, first, after, body);
      if (from === after || !hasBodyAbove(blocks, start, from, body)) continue;
      const isMarked = blocks.slice(from, after).findIndex((block) => beginsWithMark(block));
      if (isMarked !== 0 && !goesOn) continue;
      for (let at = from; at < after; at += 1) {
        const block = found[at];
        if (block !== undefined) found[at] = { ...block, kind: 'note' };
      }
      openNote = blocks[after - 1]?.isFull === true;
    }
    goesOn = openNote;
  }
  return found;
}

function* pagesOf(blocks: readonly Block[]): Generator<readonly [start: number, end: number]> {
  yield* runsOf(blocks, 0, blocks.length, ({ page }) => page);
}

function* areasOf(blocks: readonly Block[], start: number, end: number): Generator<readonly [start: number, end: number]> {
  yield* runsOf(blocks, start, end, ({ area }) => area);
}

/** The ranges of blocks next to one another that are alike. */
function* runsOf(blocks: readonly Block[], start: number, end: number, keyOf: (block: Block) => number): Generator<readonly [start: number, end: number]> {
  let first = start;
  for (let at = start; at < end; at += 1) {
    const [block, next] = [blocks[at], blocks[at + 1]];
    if (block === undefined) return;
    if (at + 1 < end && next !== undefined && keyOf(next) === keyOf(block)) continue;
    yield [first, at + 1];
    first = at + 1;
  }
}

function startOfSmallPrint(blocks: readonly Block[], first: number, after: number, body: BodyLook): number {
  let from = after;
  while (from > first && isSmall(blocks[from - 1], body)) from -= 1;
  // What stands above the first mark may be a caption.
  for (let at = from; at < after; at += 1) {
    const block = blocks[at];
    if (block !== undefined && beginsWithMark(block)) return at;
  }
  return from;
}

function isSmall(block: Block | undefined, body: BodyLook): boolean {
  return block?.kind === 'text' && block.size <= MOST_SIZE * body.size;
}

function hasBodyAbove(blocks: readonly Block[], start: number, from: number, body: BodyLook): boolean {
  return blocks.slice(start, from).some(({ kind, size }) => kind === 'text' && size > MOST_SIZE * body.size);
}

function beginsWithMark({ rows, text }: Block): boolean {
  return rows[0]?.spans[0]?.shift === 'sup' || MARK.test(text);
}
