import type { Element, Root, RootContent } from 'hast';
import { isMediaLabel } from './media-label.ts';
import { parseHtml } from './parse-html.ts';

/** Elements that begin and end a paragraph. */
const BLOCKS = new Set([
  ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'hr', 'div', 'section', 'article', 'ul', 'ol', 'li'],
  ...['dl', 'dt', 'dd', 'figure', 'figcaption', 'details', 'summary', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr'],
]);
const CELLS = new Set(['td', 'th']);
/** Not read as text: rt and rp say again how the text before them sounds. */
const SILENT = new Set(['rt', 'rp', 'img', 'col', 'colgroup', 'script', 'style', 'template', 'noscript', 'title']);

/**
 * The text of sanitized markup: paragraphs parted by one empty line, `br` a line break, cells of a row parted by a tab,
 * white space (no-break spaces too) folded but in `pre`, soft hyphens gone. No text of images, no reading aids, no words of ours (media-label.ts). The same markup gives the same text, always.
 */
export function htmlToText(html: string): string {
  return treeToText(parseHtml(html, { fragment: true }));
}

/** As htmlToText, for a tree that was parsed already. */
export function treeToText(root: Root): string {
  const writer = new ParagraphWriter();
  for (const node of root.children) writeNode(node, writer, false);
  return writer.finish();
}

class ParagraphWriter {
  readonly #paragraphs: string[] = [];
  #current = '';
  #preformatted = false;

  /** `text` as it stands in the markup. */
  add(text: string, preformatted: boolean): void {
    this.#preformatted ||= preformatted;
    this.#current += preformatted ? text : text.replaceAll('\u00ad', '').replace(/[ \t\n\r\f\u00a0]+/g, ' ');
  }

  /** A line break or tab that folding must not touch. */
  addMark(mark: '\n' | '\t'): void {
    this.#current += mark;
  }

  endParagraph(): void {
    const paragraph = this.#preformatted ? tidyPreformatted(this.#current) : tidy(this.#current);
    if (paragraph !== '') this.#paragraphs.push(paragraph);
    this.#current = '';
    this.#preformatted = false;
  }

  finish(): string {
    this.endParagraph();
    return this.#paragraphs.join('\n\n');
  }
}

function tidy(paragraph: string): string {
  return (
    paragraph
      .replace(/ {2,}/g, ' ')
      .replace(/ ?([\n\t]) ?/g, '$1')
      // Two `br` are a paragraph of their own in old pages.
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  );
}

/** Lines stay, but empty ones: they would part paragraphs. */
function tidyPreformatted(paragraph: string): string {
  const lines = paragraph.split('\n').map((line) => line.trimEnd());
  return lines.filter((line) => line !== '').join('\n');
}

function writeNode(node: RootContent, writer: ParagraphWriter, preformatted: boolean): void {
  if (node.type === 'text') writer.add(node.value, preformatted);
  if (node.type !== 'element' || SILENT.has(node.tagName) || isMediaLabel(node)) return;
  if (node.tagName === 'br') return writer.addMark('\n');
  if (node.tagName === 'tr' && !hasBlocksInCells(node)) return writeRow(node, writer);
  const isBlock = BLOCKS.has(node.tagName) || CELLS.has(node.tagName);
  if (isBlock) writer.endParagraph();
  for (const child of node.children) writeNode(child, writer, preformatted || node.tagName === 'pre');
  if (isBlock) writer.endParagraph();
}

function writeRow(row: Element, writer: ParagraphWriter): void {
  writer.endParagraph();
  let cells = 0;
  for (const child of row.children) {
    if (child.type !== 'element' || !CELLS.has(child.tagName)) continue;
    if (cells > 0) writer.addMark('\t');
    cells += 1;
    for (const node of child.children) writeNode(node, writer, false);
  }
  writer.endParagraph();
}

/** Tables that only lay out a page hold whole paragraphs: their cells are no cells. */
function hasBlocksInCells(row: Element): boolean {
  const hasBlock = (node: RootContent): boolean =>
    node.type === 'element' && (BLOCKS.has(node.tagName) || node.children.some(hasBlock));
  return row.children.some((cell) => cell.type === 'element' && cell.children.some(hasBlock));
}
