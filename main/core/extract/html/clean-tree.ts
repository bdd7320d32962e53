import type { Element, ElementContent, Root, RootContent } from 'hast';
import { ALLOWED_ELEMENTS, DROPPED_WITH_CONTENT, PLAYERS, SHOWN_AS } from './allow-list.ts';
import { anchorOf, attribute, cleanAttributes, cleanText, localId } from './clean-attributes.ts';
import type { CleaningContext } from './clean-attributes.ts';
import { fragmentOf } from './clean-link.ts';
import { isMediaLabel } from './media-label.ts';
import { textOfMath } from './text-of-math.ts';

/** Elements inside one another in a stored article. Below it only text stays: no article needs more. */
const MAX_DEPTH = 100;

const ALLOWED = new Set(ALLOWED_ELEMENTS);
/** Elements that mean something without content. */
const MAY_BE_EMPTY = new Set(['br', 'hr', 'img', 'wbr', 'col', 'td', 'th']);
/** Elements that mean nothing without attributes. */
const ONLY_WITH_ATTRIBUTES = new Set(['span', 'a']);

export interface CleaningOptions {
  readonly pageUrl: string | undefined;
  readonly localImage: (src: string) => string | undefined;
  readonly localMedia: (src: string) => string | undefined;
}

/** A new tree with what the allow-list lets through, of `root`, which is left as it is. */
export function cleanTree(root: Root, options: CleaningOptions): Root {
  const anchors = findAnchors(root, options.pageUrl);
  const context: CleaningContext = { ...options, ...anchors, usedIds: new Set() };
  return { type: 'root', children: cleanChildren(root.children, context, 0) };
}

function cleanChildren(children: readonly RootContent[], context: CleaningContext, depth: number): ElementContent[] {
  const clean: ElementContent[] = [];
  for (const child of children) {
    if (child.type === 'text') addText(clean, cleanText(child.value));
    if (child.type !== 'element') continue;
    // A loop, not a spread: a list of a hundred thousand arguments overflows the stack.
    for (const node of cleanElement(child, context, depth)) {
      if (node.type === 'text') addText(clean, node.value);
      else clean.push(node);
    }
  }
  return clean;
}

function addText(nodes: ElementContent[], value: string): void {
  const last = nodes.at(-1);
  if (last?.type === 'text') last.value += value;
  else if (value !== '') nodes.push({ type: 'text', value });
}

function cleanElement(element: Element, context: CleaningContext, depth: number): ElementContent[] {
  if (element.tagName === 'math') return [{ type: 'text', value: cleanText(textOfMath(element)) }];
  if (DROPPED_WITH_CONTENT.has(element.tagName)) return [];
  if (PLAYERS.has(element.tagName)) return cleanPlayer(element, context, depth);
  const name = Object.hasOwn(SHOWN_AS, element.tagName) ? (SHOWN_AS[element.tagName] ?? '') : element.tagName;
  if (!ALLOWED.has(name) || depth >= MAX_DEPTH) return cleanChildren(element.children, context, depth);

  const properties = cleanAttributes(name, element, context);
  const children = cleanChildren(element.children, context, depth + 1);
  if (name === 'img') return properties.src === undefined || isTrackingPixel(element) ? [] : [{ type: 'element', tagName: name, properties, children: [] }];
  if (name === 'pre') dropLeadingLineBreaks(children);
  const bare = Object.keys(properties).length === 0;
  if (children.length === 0 && properties.id === undefined && !MAY_BE_EMPTY.has(name)) return [];
  if (bare && ONLY_WITH_ATTRIBUTES.has(name)) return children;
  if (name === 'a' && properties.href === undefined) return [{ type: 'element', tagName: 'span', properties, children }];
  return [{ type: 'element', tagName: name, properties, children }];
}

/** A player of a file that the library has. Of what stands in it, only our own link to where it came from is kept. */
function cleanPlayer(player: Element, context: CleaningContext, depth: number): ElementContent[] {
  const src = context.localMedia(attribute(player, 'src') ?? '');
  if (src === undefined || depth >= MAX_DEPTH) return [];
  const poster = player.tagName === 'video' ? context.localImage(attribute(player, 'poster') ?? '') : undefined;
  const label = player.children.find((child) => child.type === 'element' && isMediaLabel(child));
  const properties = { src, ...(poster === undefined ? {} : { poster }), controls: true, preload: 'metadata' };
  return [{ type: 'element', tagName: player.tagName, properties, children: label ? cleanChildren([label], context, depth + 1) : [] }];
}

/** One pixel that only counts readers. */
function isTrackingPixel(element: Element): boolean {
  const isTiny = (property: string): boolean => /^\s*[01](px)?\s*$/.test(attribute(element, property) ?? '');
  return isTiny('width') && isTiny('height');
}

/** A parser eats the first line break of `pre`; ones that are kept would change the article each time it is read. */
function dropLeadingLineBreaks(children: ElementContent[]): void {
  const first = children[0];
  if (first?.type !== 'text') return;
  first.value = first.value.replace(/^\n+/, '');
  if (first.value === '') children.shift();
}

/** Which ids the page's own links point to, and which it has. */
function findAnchors(root: Root, pageUrl: string | undefined): Pick<CleaningContext, 'linkedIds' | 'presentIds'> {
  const linkedIds = new Set<string>();
  const presentIds = new Set<string>();
  const visit = (nodes: readonly RootContent[]): void => {
    for (const node of nodes) {
      if (node.type !== 'element' || DROPPED_WITH_CONTENT.has(node.tagName) || PLAYERS.has(node.tagName) || node.tagName === 'math') continue;
      const anchor = anchorOf(node);
      if (anchor !== undefined) presentIds.add(anchor);
      const href = node.tagName === 'a' ? attribute(node, 'href') : undefined;
      const fragment = href === undefined ? undefined : fragmentOf(href, pageUrl);
      const linked = fragment === undefined ? undefined : localId(fragment);
      if (linked !== undefined) linkedIds.add(linked);
      visit(node.children);
    }
  };
  visit(root.children);
  return { linkedIds, presentIds };
}
