import { endsSentence, startsLower } from '../plain-text/line-marks.ts';
import { startsItem } from './item-marks.ts';
import type { Block } from './make-blocks.ts';

/** Notes, captions and tables that may stand between the halves of a paragraph. */
const MOST_BETWEEN = 8;
const CAPTION = /^(?:fig(?:ure|\.)?|tab(?:le|\.)?|abb(?:ildung|\.)?|tabelle|photo|foto|source|quelle|box|chart|graph|map)\b/iu;

/**
 * The blocks with paragraphs whole again that the end of a column or page divided. What stood between the halves (notes,
 * captions, tables) follows the paragraph.
 */
export function joinAcross(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  const left = new Set(blocks.keys());
  for (const start of blocks.keys()) {
    if (!left.delete(start)) continue;
    let block = blocks[start];
    if (block === undefined) continue;
    let end = start;
    let next = block.kind === 'text' ? findSecondHalf(blocks, left, block, end) : undefined;
    while (next !== undefined) {
      const half = blocks[next];
      if (half === undefined) break;
      left.delete(next);
      block = merge(block, half);
      end = next;
      next = findSecondHalf(blocks, left, block, end);
    }
    joined.push(block);
  }
  return joined;
}

/** Where a paragraph goes on behind the end of its column. */
function findSecondHalf(blocks: readonly Block[], left: ReadonlySet<number>, block: Block, end: number): number | undefined {
  if (!isOpen(block)) return undefined;
  const area = blocks[end]?.area;
  let isNear = true;
  for (let at = end + 1; at <= end + MOST_BETWEEN && at < blocks.length; at += 1) {
    const other = blocks[at];
    if (other === undefined) return undefined;
    if (!left.has(at) || other.kind !== 'text' || CAPTION.test(other.text)) continue;
    if (!isAlike(other, block)) {
      isNear = false;
      continue;
    }
    // Another paragraph of the same column: this one was at its end.
    if (other.area === area) return undefined;
    return goesOn(block, other, isNear) ? at : undefined;
  }
  return undefined;
}

function isOpen({ text, kind }: Block): boolean {
  return kind === 'text' && !endsSentence(text.trimEnd()) && !/[:;]$/.test(text.trimEnd());
}

function isAlike(one: Block, other: Block): boolean {
  return Math.abs(one.size / other.size - 1) < 0.06;
}

/** @param isNear whether nothing but notes, tables and captions stands between */
function goesOn(block: Block, next: Block, isNear: boolean): boolean {
  if (startsLower(next.text)) return block.isFull || /[-\u00ad\u2010]$/.test(block.text) || block.rows.length > 1;
  // A name or a number may come next; then both must be prose, in columns of one width.
  if (!isNear || !block.isFull || next.font !== block.font || startsItem(next.text, false)) return false;
  return block.rows.length > 1 && next.rows.length > 1 && Math.abs(widthOf(block) / widthOf(next) - 1) < 0.1;
}

function widthOf({ rows }: Block): number {
  return Math.max(...rows.map(({ right }) => right)) - Math.min(...rows.map(({ left }) => left));
}

function merge(first: Block, second: Block): Block {
  return {
    ...first,
    rows: [...first.rows, ...second.rows],
    ownLines: [...first.ownLines, false, ...second.ownLines],
    isFull: second.isFull,
    oneFont: first.oneFont && second.oneFont && first.font === second.font,
    text: `${first.text}\n${second.text}`,
  };
}
