import type { Element, ElementContent, Root } from 'hast';
import { findTableColumns } from './find-tables.ts';
import type { HeadingLevel } from './find-headings.ts';
import { bulletLength, textBehindBullet } from './item-marks.ts';
import { joinRows, type Inline, type IsWord } from './join-rows.ts';
import type { Block } from './make-blocks.ts';
import type { Segment } from './page-text.ts';

export interface TreeOptions {
  readonly headings: ReadonlyMap<Block, HeadingLevel>;
  readonly isWord: IsWord;
}

/** The blocks as markup: headings, paragraphs, lists, tables, notes in small print. It is not sanitized. */
export function buildTree(blocks: readonly Block[], { headings, isWord }: TreeOptions): Root {
  const children: Element[] = [];
  for (const block of blocks) {
    const level = headings.get(block);
    if (block.kind === 'table') {
      children.push(buildTable(block));
      continue;
    }
    const inlines = joinRows(block, isWord);
    if (level === undefined && block.kind === 'text' && textBehindBullet(block.text) !== undefined) addItem(children, inlines);
    else children.push(element(level === undefined ? 'p' : `h${level}`, wrapNote(block, toContent(inlines))));
  }
  return { type: 'root', children };
}

function addItem(children: Element[], inlines: readonly Inline[]): void {
  const [first, ...rest] = inlines;
  const behind = first === undefined || 'lineEnd' in first ? inlines : [{ ...first, text: first.text.slice(bulletLength(first.text)) }, ...rest];
  const item = element('li', toContent(behind));
  const last = children.at(-1);
  if (last?.tagName === 'ul') last.children.push(item);
  else children.push(element('ul', [item]));
}

function wrapNote({ kind }: Block, content: ElementContent[]): ElementContent[] {
  return kind === 'note' ? [element('small', content)] : content;
}

function toContent(inlines: readonly Inline[]): ElementContent[] {
  return inlines.map((inline) => {
    if ('lineEnd' in inline) return element('br', []);
    const text: ElementContent = { type: 'text', value: inline.text };
    const shifted = inline.shift === undefined ? text : element(inline.shift, [text]);
    return inline.link === undefined ? shifted : element('a', [shifted], { href: inline.link });
  });
}

function buildTable({ rows }: Block): Element {
  const columns = findTableColumns(rows);
  const lines = rows.map((row) => {
    const cells: Segment[][] = columns.map(() => []);
    for (const cell of row.cells) {
      const at = columns.findIndex(({ left, right }) => cell.left < right && cell.right > left);
      cells[Math.max(at, 0)]?.push(cell);
    }
    return element('tr', cells.map((some) => element('td', some.flatMap((cell, index) => [...(index === 0 ? [] : [space()]), ...toContent(cell.spans)]))));
  });
  return element('table', [element('tbody', lines)]);
}

const space = (): ElementContent => ({ type: 'text', value: ' ' });

function element(tagName: string, children: ElementContent[], properties: Element['properties'] = {}): Element {
  return { type: 'element', tagName, properties, children };
}
