import type { Element, Nodes, Root } from 'hast';
import { attribute } from './clean-attributes.ts';
import { rawTextOf, textOf } from './walk-tree.ts';

/** An element that may name the author or the date, by what its markup says of it. */
export interface Hint {
  /**
   * `stated`: the markup means exactly this (itemprop, rel). `class`: its class or id only sounds like it. `near`: short
   * words close to the page's heading.
   */
  readonly kind: 'stated' | 'class' | 'near';
  readonly text: string;
}

/** Everything in a page that tells about the article, as it stands there. */
export interface PageFacts {
  /** By lower-case name, property or itemprop, in the order of the page. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  readonly jsonLd: readonly string[];
  readonly title: string | undefined;
  readonly headings: readonly string[];
  readonly canonical: string | undefined;
  readonly base: string | undefined;
  readonly language: string | undefined;
  readonly authors: readonly Hint[];
  readonly dates: readonly Hint[];
  readonly comments: readonly string[];
}

const MOST_OF_EACH = 200;
const LONGEST_HINT = 300;
/** How far from the heading a page shows its date. */
const ELEMENTS_NEAR_HEADING = 60;
const LONGEST_NEAR = 80;
const AUTHOR_CLASS = /(?:^|[\s_-])(?:byline|byl|author|authors|auteur|autor|writer|contributor)(?:$|[\s_-]|name|link)/i;
const NO_AUTHOR_CLASS = /bio|avatar|image|img|photo|box|related|comment|social|follow|more|date|time|twitter|icon|about/i;
const DATE_CLASS = /(?:^|[\s_-])(?:date|dates|datum|dateline|pubdate|publish|published|posted|timestamp|updated|time|meta-date|entry-date|post-date)(?:$|[\s_-])/i;
const NO_DATE_CLASS = /comment|related|sidebar|event|copyright|footer|modified/i;
const ASIDE = new Set(['aside', 'footer', 'nav']);

interface Collected {
  readonly meta: Map<string, string[]>;
  readonly jsonLd: string[];
  readonly headings: string[];
  readonly authors: Hint[];
  readonly dates: Hint[];
  readonly comments: string[];
  /** Elements since the heading; negative before it. */
  sinceHeading: number;
  readonly single: Map<'title' | 'canonical' | 'base' | 'language', string>;
}

/** Reads a whole page once. */
export function readPageFacts(page: Root): PageFacts {
  const found: Collected = {
    meta: new Map(),
    jsonLd: [],
    headings: [],
    authors: [],
    dates: [],
    comments: [],
    sinceHeading: Number.NEGATIVE_INFINITY,
    single: new Map(),
  };
  visit(page, found);
  const { single, sinceHeading: _, ...lists } = found;
  return {
    ...lists,
    title: single.get('title'),
    canonical: single.get('canonical'),
    base: single.get('base'),
    language: single.get('language'),
  };
}

function visit(node: Nodes, found: Collected): void {
  if (node.type === 'comment') add(found.comments, node.value);
  if (node.type === 'element') {
    if (ASIDE.has(node.tagName) || node.tagName === 'svg' || isCommentSection(node)) return visitHeadless(node, found);
    readElement(node, found);
  }
  if ('children' in node) for (const child of node.children) visit(child, found);
}

/** Beside the article only machine-readable facts are about the article. */
function visitHeadless(node: Element, found: Collected): void {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'script') readElement(child, found);
    else visitHeadless(child, found);
  }
}

function isCommentSection(element: Element): boolean {
  return /^(?:comments?|respond|disqus_thread|comment-list|related-posts)$/i.test(attribute(element, 'id') ?? '');
}

function readElement(element: Element, found: Collected): void {
  const name = element.tagName;
  if (name === 'meta') readMeta(element, found);
  else if (name === 'link') readLink(element, found);
  else if (name === 'script') {
    if (/^\s*application\/ld\+json/i.test(attribute(element, 'type') ?? '')) add(found.jsonLd, rawTextOf(element));
  } else if (name === 'title') keepFirst(found, 'title', textOf(element));
  else if (name === 'base') keepFirst(found, 'base', attribute(element, 'href'));
  else if (name === 'html') keepFirst(found, 'language', attribute(element, 'lang') ?? attribute(element, 'xmlLang'));
  else readVisible(element, found);
}

function readVisible(element: Element, found: Collected): void {
  found.sinceHeading += 1;
  if (element.tagName === 'h1') {
    add(found.headings, textOf(element));
    found.sinceHeading = 0;
  }
  const itemprop = attribute(element, 'itemProp')?.toLowerCase() ?? '';
  const classes = `${attribute(element, 'className') ?? ''} ${attribute(element, 'id') ?? ''}`;
  const rel = attribute(element, 'rel')?.toLowerCase() ?? '';
  if (itemprop.includes('author') || /\bauthor\b/.test(rel)) addHint(found.authors, 'stated', nameOf(element));
  else if (AUTHOR_CLASS.test(classes) && !NO_AUTHOR_CLASS.test(classes)) addHint(found.authors, 'class', nameOf(element));
  if (itemprop.includes('datepublished') || attribute(element, 'pubDate') !== undefined) addHint(found.dates, 'stated', dateOf(element));
  else if (element.tagName === 'time' && !itemprop.includes('modified')) addHint(found.dates, 'class', dateOf(element));
  else if (DATE_CLASS.test(classes) && !NO_DATE_CLASS.test(classes)) addHint(found.dates, 'class', dateOf(element));
  else if (found.sinceHeading >= 0 && found.sinceHeading <= ELEMENTS_NEAR_HEADING) {
    const text = element.children.map((child) => (child.type === 'text' ? child.value : ' ')).join('').trim();
    if (text.length <= LONGEST_NEAR && /\b(?:19|20)\d{2}\b/.test(text)) addHint(found.dates, 'near', text);
  }
}

/** In microdata an author may be a whole person, of which only the name is wanted. */
function nameOf(element: Element): string {
  const named = findNamed(element);
  return attribute(element, 'content') ?? (named === undefined ? textOf(element) : (attribute(named, 'content') ?? textOf(named)));
}

function findNamed(element: Element): Element | undefined {
  for (const child of element.children) {
    if (child.type !== 'element') continue;
    if (attribute(child, 'itemProp')?.toLowerCase() === 'name') return child;
    const inside = findNamed(child);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

function dateOf(element: Element): string {
  return attribute(element, 'dateTime') ?? attribute(element, 'content') ?? textOf(element);
}

function readMeta(element: Element, found: Collected): void {
  const content = attribute(element, 'content')?.replace(/\s+/g, ' ').trim();
  if (content === undefined || content === '') return;
  for (const property of ['name', 'property', 'itemProp', 'httpEquiv']) {
    const key = attribute(element, property)?.trim().toLowerCase();
    if (key === undefined || key === '' || found.meta.size >= MOST_OF_EACH) continue;
    const values = found.meta.get(key) ?? [];
    add(values, content);
    found.meta.set(key, values);
  }
}

function readLink(element: Element, found: Collected): void {
  if (/\bcanonical\b/i.test(attribute(element, 'rel') ?? '')) keepFirst(found, 'canonical', attribute(element, 'href'));
}

function keepFirst(found: Collected, key: 'title' | 'canonical' | 'base' | 'language', value: string | undefined): void {
  if (value !== undefined && value.trim() !== '' && !found.single.has(key)) found.single.set(key, value.trim());
}

function add(list: string[], value: string): void {
  if (value.trim() !== '' && list.length < MOST_OF_EACH) list.push(value);
}

function addHint(list: Hint[], kind: Hint['kind'], text: string): void {
  const trimmed = text.trim();
  if (trimmed !== '' && trimmed.length <= LONGEST_HINT && list.length < MOST_OF_EACH) list.push({ kind, text: trimmed });
}
