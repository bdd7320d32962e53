import type { Element, ElementContent, Root, RootContent } from 'hast';
import { elementsOf, textOf } from './walk-tree.ts';

/** Words that a browser shows apart from those before and after: a paragraph, a cell, what stands between two `br`. */
export interface Line {
  /** All that the line consists of, next to one another in the tree. */
  readonly nodes: readonly RootContent[];
  readonly text: string;
  /** Characters of `text` that are links. */
  readonly linked: number;
  /** The elements around it, the outermost first. */
  readonly within: readonly Element[];
}

const BLOCKS = new Set([
  ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'hr', 'div', 'section', 'article', 'main', 'header', 'footer', 'nav', 'aside'],
  ...['ul', 'ol', 'li', 'menu', 'dir', 'dl', 'dt', 'dd', 'figure', 'figcaption', 'details', 'summary', 'table', 'caption', 'thead', 'tbody', 'tfoot'],
  ...['tr', 'td', 'th', 'form', 'fieldset', 'legend', 'center', 'address', 'hgroup', 'button', 'noscript'],
]);

/** The lines of a tree in their order, those without text left out. */
export function listLines(root: Root): Line[] {
  const lines: Line[] = [];
  const visit = (children: readonly RootContent[], within: readonly Element[]): void => {
    let run: RootContent[] = [];
    const end = (): void => {
      const text = textOf({ type: 'root', children: run });
      if (text !== '') lines.push({ nodes: run, text, linked: linkedLength(run, within), within });
      run = [];
    };
    for (const child of children) {
      if (child.type === 'element' && child.tagName === 'br') end();
      else if (child.type === 'element' && holdsBlocks(child)) {
        end();
        visit(child.children, [...within, child]);
      } else run.push(child);
    }
    end();
  };
  visit(root.children, []);
  return lines;
}

/** The tree without these lines, and without what held nothing but them; `root` is left as it is. */
export function withoutLines(root: Root, dropped: readonly Line[]): Root {
  if (dropped.length === 0) return root;
  const nodes = new Set<RootContent>(dropped.flatMap((line) => line.nodes));
  const keep = <Content extends RootContent>(children: readonly Content[]): Content[] => children.flatMap((child) => keepOne(child));
  const keepOne = <Content extends RootContent>(child: Content): Content[] => {
    if (nodes.has(child)) return [];
    if (child.type !== 'element') return [child];
    const children: ElementContent[] = keep(child.children);
    return children.length === 0 && child.children.length > 0 ? [] : [{ ...child, children }];
  };
  return { type: 'root', children: keep(root.children) };
}

function holdsBlocks(element: Element): boolean {
  return BLOCKS.has(element.tagName) || elementsOf(element).some(({ tagName }) => BLOCKS.has(tagName) || tagName === 'br');
}

function linkedLength(nodes: readonly RootContent[], within: readonly Element[]): number {
  if (within.some(({ tagName }) => tagName === 'a')) return textOf({ type: 'root', children: [...nodes] }).length;
  const links = elementsOf({ type: 'root', children: [...nodes] }).filter(({ tagName }) => tagName === 'a');
  return links.reduce((sum, link) => sum + textOf(link).length, 0);
}
