import type { Element, Nodes, Root } from 'hast';
import { isSameTitle } from './clean-title.ts';
import { textOf, without } from './walk-tree.ts';

const HEADINGS = new Set(['h1', 'h2', 'h3']);

/** The tree without its first heading if that only repeats the title; `root` is left as it is. */
export function dropTitleHeading(root: Root, title: string): Root {
  const heading = firstHeading(root);
  return heading !== undefined && isSameTitle(textOf(heading), title) ? without(root, heading) : root;
}

/** The first heading, if nothing to read but headings stands before it. */
export function firstHeading(node: Nodes): Element | undefined {
  let textSeen = false;
  const visit = (at: Nodes): Element | undefined => {
    if (at.type === 'text' && at.value.trim() !== '') textSeen = true;
    if (at.type === 'element' && HEADINGS.has(at.tagName)) return at;
    if (!('children' in at)) return undefined;
    for (const child of at.children) {
      const found = textSeen ? undefined : visit(child);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return visit(node);
}
