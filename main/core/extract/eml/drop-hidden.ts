import type { Element, ElementContent, Root, RootContent } from 'hast';
import { attribute } from '../html/clean-attributes.ts';

const HIDDEN = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|max-height\s*:\s*0(?:px)?\s*(?:;|$))/i;
const TINY = /(?:^|;)\s*(?:width|height)\s*:\s*[01](?:px)?\s*(?:!important\s*)?(?:;|$)/i;

/**
 * A new tree without what a message hides from its reader: teasers for the list of messages, copies for other screens, and
 * pixels that only count readers.
 */
export function dropHidden(root: Root): Root {
  return { type: 'root', children: keep(root.children) };
}

function keep(children: readonly RootContent[]): ElementContent[] {
  const kept: ElementContent[] = [];
  for (const child of children) {
    if (child.type === 'text') kept.push(child);
    if (child.type === 'element' && !isHidden(child)) kept.push({ ...child, children: keep(child.children) });
  }
  return kept;
}

function isHidden(element: Element): boolean {
  const style = attribute(element, 'style') ?? '';
  if (HIDDEN.test(style) || attribute(element, 'hidden') !== undefined) return true;
  if (element.tagName !== 'img') return false;
  const isTiny = (name: string): boolean => /^\s*[01](?:px)?\s*$/.test(attribute(element, name) ?? '');
  return isTiny('width') || isTiny('height') || TINY.test(style);
}
