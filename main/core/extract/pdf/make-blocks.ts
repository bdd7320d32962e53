import { buildRows, type Row } from './build-rows.ts';
import { findTables } from './find-tables.ts';
import type { Segment } from './page-text.ts';
import { orderSegments } from './order-segments.ts';
import { splitParagraphs } from './split-paragraphs.ts';

/** A paragraph or a table, with where it stands. */
export interface Block {
  readonly kind: 'text' | 'table' | 'note';
  readonly rows: readonly Row[];
  /** For each row after the first: whether it begins a line of its own. */
  readonly ownLines: readonly boolean[];
  /** Its last row reaches the end of its column. */
  readonly isFull: boolean;
  /** From 0, as is `area`, which counts through the document: columns, and parts of pages without columns. */
  readonly page: number;
  readonly area: number;
  /** Of most of its letters, as is `font`. */
  readonly size: number;
  readonly font: string;
  readonly oneFont: boolean;
  /** Of its rows, one line each, before hyphens are dealt with. */
  readonly text: string;
}

export interface PageSegments {
  readonly width: number;
  readonly height: number;
  readonly segments: readonly Segment[];
}

/** All paragraphs and tables of a document in reading order. */
export function makeBlocks(pages: readonly PageSegments[]): Block[] {
  const blocks: Block[] = [];
  let area = 0;
  for (const [page, { segments }] of pages.entries()) {
    for (const part of orderSegments(segments)) {
      for (const block of blocksOfArea(part)) blocks.push({ ...block, page, area });
      area += 1;
    }
  }
  return blocks;
}

function blocksOfArea(segments: readonly Segment[]): Omit<Block, 'page' | 'area'>[] {
  return findTables(buildRows(segments)).flatMap(({ kind, rows }) => {
    if (kind === 'table') return [describe({ kind, rows, ownLines: [], isFull: false })];
    return splitParagraphs(rows).map((paragraph) => describe({ kind: 'text', ...paragraph }));
  });
}

function describe(parts: Pick<Block, 'kind' | 'rows' | 'ownLines' | 'isFull'>): Omit<Block, 'page' | 'area'> {
  const main = parts.rows.reduce((best, row) => (row.text.length > best.text.length ? row : best));
  return {
    ...parts,
    size: main.size,
    font: main.font,
    oneFont: parts.rows.every(({ oneFont, font }) => oneFont && font === main.font),
    text: parts.rows.map(({ text }) => text).join('\n'),
  };
}
