import type { Element, ElementContent, Root, RootContent } from 'hast';
import { attribute } from '../html/clean-attributes.ts';

const ROWS = new Set(['thead', 'tbody', 'tfoot', 'tr', 'colgroup', 'col']);

/**
 * A new tree in which tables that only lay out a message are plain blocks, one for each cell. Such tables hold other tables,
 * have one cell in each row, or say that they are for presentation; tables of data stay.
 */
export function unwrapLayoutTables(root: Root): Root {
  return { type: 'root', children: unwrapAll(root.children).children };
}

interface Unwrapped {
  readonly children: ElementContent[];
  readonly hasTable: boolean;
}

function unwrapAll(nodes: readonly RootContent[]): Unwrapped {
  const children: ElementContent[] = [];
  let hasTable = false;
  for (const node of nodes) {
    if (node.type === 'text') children.push(node);
    if (node.type !== 'element') continue;
    const inner = unwrapAll(node.children);
    const element: Element = { ...node, children: inner.children };
    const isLayout = node.tagName === 'table' && (inner.hasTable || isPresentation(node) || !hasSeveralCells(element));
    children.push(isLayout ? toBlocks(element) : element);
    hasTable ||= inner.hasTable || node.tagName === 'table';
  }
  return { children, hasTable };
}

function isPresentation(table: Element): boolean {
  return /^(?:presentation|none)$/i.test(attribute(table, 'role')?.trim() ?? '');
}

/** A table with headings is one of data, however few its columns are. */
function hasSeveralCells(element: Element): boolean {
  const inside = element.children.flatMap((child) => (child.type === 'element' ? [child] : []));
  if (inside.some(({ tagName }) => tagName === 'th')) return true;
  if (inside.filter(({ tagName }) => tagName === 'td').length > 1) return true;
  return inside.some((child) => ROWS.has(child.tagName) && hasSeveralCells(child));
}

function toBlocks(element: Element): Element {
  const children = element.children.map((child) => {
    const isPart = child.type === 'element' && (ROWS.has(child.tagName) || /^(?:td|th|caption)$/.test(child.tagName));
    return isPart ? toBlocks(child) : child;
  });
  return { type: 'element', tagName: 'div', properties: {}, children };
}
