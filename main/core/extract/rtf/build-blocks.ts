import type { Element, ElementContent } from 'hast';
import type { RtfParagraph } from './rtf-story.ts';

/** Lists inside one another. */
const DEEPEST_LIST = 8;

/** The paragraphs of a story as blocks of HTML: items joined to lists, cells to rows and tables. */
export function buildBlocks(paragraphs: readonly RtfParagraph[]): Element[] {
  const blocks = new BlockList();
  const table = new TableRows();
  for (const paragraph of paragraphs) {
    if (paragraph.inTable || paragraph.ends !== 'paragraph') table.take(paragraph);
    else {
      blocks.addAll(table.finish());
      blocks.take(paragraph);
    }
  }
  blocks.addAll(table.finish());
  return blocks.blocks;
}

/** Blocks below one another, of which items in a row make lists. */
class BlockList {
  readonly blocks: Element[] = [];
  /** The open lists, the innermost last. */
  readonly #lists: { readonly list: Element; readonly level: number }[] = [];

  addAll(blocks: readonly Element[]): void {
    if (blocks.length > 0) this.#lists.length = 0;
    for (const block of blocks) this.blocks.push(block);
  }

  take({ content, heading, mark, level }: RtfParagraph): void {
    if (heading === undefined && mark !== undefined) return this.#takeItem(content, mark, Math.min(level, DEEPEST_LIST));
    // Empty paragraphs are the space between others, also between items of one list.
    if (isBlank(content)) return;
    this.#lists.length = 0;
    this.blocks.push(elementOf(heading === undefined ? 'p' : `h${heading}`, {}, content));
  }

  #takeItem(content: ElementContent[], mark: string, level: number): void {
    const { tagName, start } = listOf(mark);
    while ((this.#lists.at(-1)?.level ?? -1) > level) this.#lists.pop();
    const open = this.#lists.at(-1);
    if (open?.level !== level || open.list.tagName !== tagName || start === 1) {
      if (open?.level === level) this.#lists.pop();
      const list = elementOf(tagName, start === undefined || start === 1 ? {} : { start }, []);
      const item = this.#lists.at(-1)?.list.children.at(-1);
      if (item?.type === 'element') item.children.push(list);
      else this.blocks.push(list);
      this.#lists.push({ list, level });
    }
    this.#lists.at(-1)?.list.children.push(elementOf('li', {}, content));
  }
}

class TableRows {
  #rows: Element[] = [];
  #cells: Element[] = [];
  #cell = new BlockList();

  take(paragraph: RtfParagraph): void {
    this.#cell.take(paragraph);
    if (paragraph.ends === 'paragraph') return;
    if (paragraph.ends === 'cell' || this.#cell.blocks.length > 0) this.#endCell();
    if (paragraph.ends === 'row') this.#endRow();
  }

  /** The table so far, or nothing; what comes next is another one. */
  finish(): Element[] {
    if (this.#cell.blocks.length > 0) this.#endCell();
    this.#endRow();
    const rows = this.#rows;
    this.#rows = [];
    return rows.length === 0 ? [] : [elementOf('table', {}, [elementOf('tbody', {}, rows)])];
  }

  #endCell(): void {
    this.#cells.push(elementOf('td', {}, this.#cell.blocks));
    this.#cell = new BlockList();
  }

  #endRow(): void {
    if (this.#cells.length > 0) this.#rows.push(elementOf('tr', {}, this.#cells));
    this.#cells = [];
  }
}

/** The list that an item with this mark belongs to: numbered where the mark counts, from its number. */
function listOf(mark: string): { tagName: 'ol' | 'ul'; start: number | undefined } {
  const counts = /^[\s(]*(?:(\d{1,6})|[a-z]{1,6}|[A-Z]{1,6})[.):\s]/.exec(`${mark} `);
  if (counts === null || /^\s*o\s*$/.test(mark)) return { tagName: 'ul', start: undefined };
  return { tagName: 'ol', start: counts[1] === undefined ? undefined : Number(counts[1]) };
}

function isBlank(content: readonly ElementContent[]): boolean {
  return content.every((node) => (node.type === 'text' ? node.value.trim() === '' : node.type === 'element' && node.tagName !== 'img' && isBlank(node.children) && node.properties['id'] === undefined));
}

function elementOf(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
