import type { Element, ElementContent, Nodes, Root } from 'hast';

/** Every element below `node`, in the order of the page. */
export function elementsOf(node: Nodes): Element[] {
  const elements: Element[] = [];
  const visit = (parent: Nodes): void => {
    if (!('children' in parent)) return;
    for (const child of parent.children) {
      if (child.type === 'element') elements.push(child);
      visit(child);
    }
  };
  visit(node);
  return elements;
}

const NOT_TEXT = new Set(['script', 'style', 'template', 'noscript', 'svg', 'iframe', 'object', 'textarea', 'select']);

/** The words of `node` on one line, without those of scripts and the like. */
export function textOf(node: Nodes): string {
  return node.type === 'element' && NOT_TEXT.has(node.tagName) ? '' : textBelow(node);
}

/** As textOf, of what is inside of `node`, whatever `node` itself is. */
export function textBelow(node: Nodes): string {
  const parts: string[] = [];
  const visit = (at: Nodes): void => {
    if (at.type === 'text') parts.push(at.value);
    if (!('children' in at)) return;
    for (const child of at.children) if (child.type !== 'element' || !NOT_TEXT.has(child.tagName)) visit(child);
    if (at.type === 'element') parts.push(' ');
  };
  visit(node);
  return parts.join('').replace(/\s+/g, ' ').replace(/ ([,.;:!?)])/g, '$1').trim();
}

/** The source text of a script or style. */
export function rawTextOf(element: Element): string {
  return element.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
}

/** Whether there are more than `length` characters of text in `node`, white space at the edges of its pieces left out. Stops as soon as it knows. */
export function hasMoreTextThan(node: Nodes, length: number): boolean {
  let left = length;
  const visit = (at: Nodes): boolean => {
    if (at.type === 'text') left -= at.value.trim().length;
    return left < 0 || ('children' in at && at.children.some(visit));
  };
  return visit(node);
}

/** The tree without one of its elements; `root` is left as it is. */
export function without(root: Root, dropped: Element): Root {
  const keepOne = (child: ElementContent): ElementContent =>
    child.type === 'element' ? { ...child, children: keep(child.children) } : child;
  const keep = (children: readonly ElementContent[]): ElementContent[] =>
    children.filter((child) => child !== dropped).map(keepOne);
  return { type: 'root', children: keep(root.children.filter((child) => child.type !== 'doctype')) };
}
