import type { Element, Properties } from 'hast';
import { LIMITS } from '../../base/limits.ts';
import { attribute } from '../html/clean-attributes.ts';
import type { SheetRule } from '../html/clean-svg-style.ts';
import { svgDrawingCost, type SvgNode } from '../html/svg-drawing-cost.ts';
import { elementsOf, rawTextOf } from '../html/walk-tree.ts';
import { listReferences, toSvgReferences } from './list-references.ts';

/** What is taken away, one after the other, while the drawings of a page are too much. Without ids, nothing refers to anything. */
const MEASURES = [withoutUse, withoutId];

/**
 * The elements of a cleaned page, with drawings that a browser can draw: reckoned for all of them together, as they may use parts of one another, and
 * with what the page's styles draw by parts of them. Icons that stand all over a page are far below the limit; past it are pages made to hang it.
 */
export function limitDrawings(html: Element): Element {
  let limited = html;
  for (const measure of MEASURES) {
    // The other way round, what is no number would pass.
    if (countDrawn(limited) <= LIMITS.svgDrawnElements) break;
    limited = changeDrawings(limited, measure, false);
  }
  return limited;
}

/** How many elements a browser draws, by estimate. None where nothing refers to another: such a page is no longer than it looks. */
function countDrawn(html: Element): number {
  const owners = ownersOfIds(html);
  const nodes: SvgNode[] = [];
  const rules: SheetRule[] = [];
  const build = (element: Element, parent: SvgNode | undefined): SvgNode => {
    const references = listReferences(textOfStyles(element));
    const isSheet = element.tagName === 'style';
    for (const reference of references) if (isSheet || reference.property === undefined) rules.push({ keys: reference.keys, references: toSvgReferences(reference) });
    const id = attribute(element, 'id');
    const used = usedBy(element);
    const node: SvgNode = {
      name: element.tagName,
      id: id !== undefined && owners.get(id) === element ? id : undefined,
      classes: attribute(element, 'className')?.split(/\s+/) ?? [],
      parent,
      children: [],
      references: isSheet ? [] : references.flatMap(toSvgReferences),
      // Many an icon has the name of what it uses, where that is missing: browsers draw nothing for what stands in itself.
      href: used === undefined || isWithin(parent, used) ? undefined : used,
      pathLength: ['d', 'points', 'style'].reduce((length, name) => length + (attribute(element, name)?.length ?? 0), 0),
    };
    nodes.push(node);
    for (const child of element.children) if (child.type === 'element') node.children.push(build(child, node));
    return node;
  };
  const root = build(html, undefined);
  return rules.length > 0 || nodes.some(({ href, references }) => href !== undefined || references.length > 0) ? svgDrawingCost(root, nodes, rules) : 0;
}

/** The element that each id means: the first that has it. */
function ownersOfIds(html: Element): ReadonlyMap<string, Element> {
  const owners = new Map<string, Element>();
  for (const element of [html, ...elementsOf(html)]) {
    const id = attribute(element, 'id');
    if (id !== undefined && !owners.has(id)) owners.set(id, element);
  }
  return owners;
}

/** A sheet, or the declarations that an element has by `style` and by its other attributes. */
function textOfStyles(element: Element): string {
  if (element.tagName === 'style') return rawTextOf(element);
  const values = Object.entries(element.properties).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].includes('url("#'));
  return values.map(([name, value]) => (name === 'style' ? value : `${name}:${value}`)).join(';');
}

/** The id of the part of the page that an element shows, or goes on from. */
function usedBy(element: Element): string | undefined {
  const href = element.tagName === 'a' ? undefined : attribute(element, 'href');
  return href?.startsWith('#') ? href.slice(1) : undefined;
}

function isWithin(node: SvgNode | undefined, id: string): boolean {
  for (let around = node; around; around = around.parent) if (around.id === id) return true;
  return false;
}

function changeDrawings(element: Element, change: (element: Element) => Properties, isInside: boolean): Element {
  const isDrawing = isInside || element.tagName === 'svg';
  const children = element.children.map((child) => (child.type === 'element' ? changeDrawings(child, change, isDrawing) : child));
  return { ...element, properties: isDrawing ? change(element) : element.properties, children };
}

function withoutUse({ tagName, properties }: Element): Properties {
  const { href: _, ...others } = properties;
  return tagName === 'use' ? others : properties;
}

function withoutId({ properties }: Element): Properties {
  const { id: _, ...others } = properties;
  return others;
}
