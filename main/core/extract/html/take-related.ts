import type { Element, Root, RootContent } from 'hast';
import type { RelatedLink } from '../../../contract/articles.ts';
import { LIMITS } from '../../base/limits.ts';
import { attribute } from './clean-attributes.ts';
import { cleanPageUrl } from './clean-link.ts';
import { elementsOf, hasMoreTextThan, textOf } from './walk-tree.ts';

/** What publishers write above links to other articles of theirs. */
const HEADING =
  /^(?:related(?: (?:articles?|stories|story|links?|posts?|news|content|coverage|reading|topics?))?|read (?:more|next|also)(?: (?:on|about) .{1,60})?|more (?:on|from|about) .{1,60}|more stories|see also|also (?:read|see|on .{1,40})|you (?:may|might) (?:also )?(?:like|enjoy)|recommended(?: (?:reading|for you|stories|articles))?|further reading on this site|don.t miss|mehr zum thema|lesen sie auch|lesen sie mehr|weiterlesen|(?:à )?lire aussi|sur le même sujet|lea también|leer más|también te puede interesar|leggi anche|leia (?:também|mais)|lees ook)\s*[:.…»>-]*$/iu;
const LABEL = /^(?:related|read more|read also|also read|see also|more|read next|lire aussi|lesen sie auch|lea también|leggi anche|leia também|lees ook)\s*:\s*/iu;
const HEADINGS = new Set(['h2', 'h3', 'h4', 'h5', 'h6', 'p', 'strong', 'b', 'div', 'span', 'header', 'summary']);
const HOLDERS = new Set(['aside', 'div', 'section', 'ul', 'ol', 'nav', 'figure']);
const LONGEST_HEADING = 80;
const LONGEST_TEXT = 1_500;
const DEEPEST_HEADING = 8;
const LEAST_LINK_SHARE = 0.7;

/** Whether these words stand above links to other articles: "Related", "Read more:". */
export function isRelatedHeading(text: string): boolean {
  return text.length <= LONGEST_HEADING && HEADING.test(text.trim());
}

export interface WithoutRelated {
  readonly content: Root;
  readonly related: readonly RelatedLink[];
}

/**
 * Takes links to other articles out of an article's text. Careful rather than complete: only where words that say so
 * stand above or before, and hardly anything but links follows.
 */
export function takeRelated(content: Root, pageUrl: string | undefined): WithoutRelated {
  const related: RelatedLink[] = [];
  const take = (nodes: readonly RootContent[]): void => {
    for (const node of nodes) {
      for (const link of node.type === 'element' ? linksOf(node, pageUrl) : []) {
        if (related.length < LIMITS.relatedLinks && !related.some(({ title }) => title === link.title)) related.push(link);
      }
    }
  };
  const clean = <Content extends RootContent>(children: readonly Content[]): Content[] => {
    const kept: Content[] = [];
    for (let at = 0; at < children.length; at += 1) {
      const child = children[at];
      if (child === undefined) continue;
      const length = child.type === 'element' ? relatedRun(children, at) : 0;
      if (length > 0) {
        take(children.slice(at, at + length));
        at += length - 1;
      } else {
        kept.push(child.type === 'element' ? { ...child, children: clean(child.children) } : child);
      }
    }
    return kept;
  };
  return { content: { type: 'root', children: clean(content.children) }, related };
}

/** How many nodes from `at` on are a block of related links: 0 when none begins here. */
function relatedRun(children: readonly RootContent[], at: number): number {
  const first = children[at];
  if (first?.type !== 'element') return 0;
  if (isBlockOfLinks(first) || isLabelledLink(first)) return 1;
  if (!HEADINGS.has(first.tagName) || hasMoreTextThan(first, LONGEST_HEADING) || !isRelatedHeading(textOf(first))) return 0;
  for (let next = at + 1; next < children.length; next += 1) {
    const node = children[next];
    if (node?.type === 'text' && node.value.trim() === '') continue;
    return node?.type === 'element' && isMostlyLinks(node) ? next - at + 1 : 0;
  }
  return 0;
}

/** One element that holds both the heading and the links. */
function isBlockOfLinks(element: Element): boolean {
  if (!HOLDERS.has(element.tagName) || hasMoreTextThan(element, LONGEST_TEXT)) return false;
  const text = textOf(element);
  const heading = firstWithText(element);
  return heading !== element && heading.tagName !== 'a' && text.startsWith(textOf(heading)) && isRelatedHeading(textOf(heading)) && isMostlyLinks(element, textOf(heading).length);
}

/** The innermost element that the text begins in. Not looked for without end: headings do not lie that deep. */
function firstWithText(element: Element): Element {
  let at = element;
  for (let level = 0; level < DEEPEST_HEADING; level += 1) {
    const inner = at.children.find((child) => child.type === 'element' && hasMoreTextThan(child, 0));
    if (inner?.type !== 'element') break;
    at = inner;
  }
  return at;
}

/** A paragraph such as "Read more: The harbour reopens". */
function isLabelledLink(element: Element): boolean {
  if ((element.tagName !== 'p' && element.tagName !== 'li') || hasMoreTextThan(element, LONGEST_TEXT)) return false;
  const text = textOf(element);
  return LABEL.test(text) && isMostlyLinks(element, LABEL.exec(text)?.[0].length ?? 0);
}

function isMostlyLinks(element: Element, besides = 0): boolean {
  const links = elementsOf(element).filter(({ tagName }) => tagName === 'a');
  const linked = links.reduce((sum, link) => sum + textOf(link).length, 0);
  const text = textOf(element).length;
  return links.length > 0 && linked > 0 && text <= LONGEST_TEXT && linked >= LEAST_LINK_SHARE * (text - besides);
}

function linksOf(element: Element, pageUrl: string | undefined): RelatedLink[] {
  return elementsOf(element).flatMap((link) => {
    const title = textOf(link).slice(0, LIMITS.titleLength).toWellFormed();
    if (link.tagName !== 'a' || title === '') return [];
    return [{ title, url: cleanPageUrl(attribute(link, 'href') ?? '', pageUrl) ?? null }];
  });
}
