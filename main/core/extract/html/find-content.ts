/// <reference path="./readability-parser.d.ts" />
import type { Element, Root } from 'hast';
import { Readability } from '@mozilla/readability';
import JSDOMParser from '@mozilla/readability/JSDOMParser.js';
import { attribute } from './clean-attributes.ts';
import { parseCheckedHtml } from './parse-html.ts';
import { elementsOf, textOf } from './walk-tree.ts';
import { writeWellFormed } from './write-well-formed.ts';

/** The part of a page that is its article. Not sanitized yet. */
export interface FoundContent {
  readonly content: Root;
  /** What Readability takes for the byline and cut out of the content. */
  readonly byline: string | undefined;
}

/** An article is rarely shorter; below it Readability tries again with fewer of its rules. Its own default. */
const ENOUGH_CHARACTERS = 500;
/** Found text this short, on a page with this many times more, is not the article. */
const TOO_LITTLE = 150;
const MUCH_MORE = 10;
/** Scoring more than this, on a second tree beside ours, takes more memory than a worker has. */
const MOST_ELEMENTS_TO_SCORE = 40_000;
const MOST_CLASSES_OF_BARE_PAGE = 2;
const MOST_ARTICLES = 20;
const MOST_LINK_SHARE = 0.3;

/**
 * Finds the article in a prepared page. The only home of Readability and of the parser that comes with it: a tree of a third of
 * the work that a full one costs, as it does not do anything that Readability does not ask for. It reads no markup but well-formed
 * one, so it only ever sees what was written out of a tree that was read as browsers do.
 */
export function findContent(page: Root): FoundContent {
  const elements = elementsOf(page);
  const body = elements.find(({ tagName }) => tagName === 'body');
  const whole: FoundContent = { content: { type: 'root', children: body?.children ?? page.children }, byline: undefined };
  if (body === undefined || isBareArticle(body)) return whole;
  if (elements.length > MOST_ELEMENTS_TO_SCORE) return { content: { type: 'root', children: longestArticle(elements) ?? body.children }, byline: undefined };
  // Without an address, so that relative links stay as they are.
  const document = new JSDOMParser().parse(writeWellFormed(page));
  const found = new Readability(document, { charThreshold: ENOUGH_CHARACTERS, disableJSONLD: true }).parse();
  const length = (found?.textContent ?? '').replace(/\s+/g, ' ').trim().length;
  if (typeof found?.content !== 'string' || length === 0) return whole;
  if (length < TOO_LITTLE && textOf(body).length > length * MUCH_MORE) return { ...whole, content: { type: 'root', children: longestArticle(elements) ?? body.children } };
  return { content: parseCheckedHtml(found.content, { fragment: true }), byline: found.byline ?? undefined };
}

/** What a page itself calls its article or main part, the longest where there are several. */
function longestArticle(elements: readonly Element[]): Element['children'] | undefined {
  const named = elements.filter(({ tagName }) => tagName === 'article' || tagName === 'main').slice(0, MOST_ARTICLES);
  const sized = named.map((element) => ({ element, length: textOf(element).length }));
  return sized.sort((one, other) => other.length - one.length)[0]?.element.children;
}

/**
 * Pages that hold an article and nothing else, as programs and people write them to a file: no navigation, hardly any
 * class. There every guess at what is not article does harm.
 */
function isBareArticle(body: Element): boolean {
  const elements = elementsOf(body);
  if (elements.some(({ tagName }) => ['nav', 'aside', 'header', 'footer', 'form', 'table', 'button', 'iframe'].includes(tagName))) return false;
  const styled = elements.filter((element) => attribute(element, 'className') !== undefined || attribute(element, 'id') !== undefined);
  if (styled.length > MOST_CLASSES_OF_BARE_PAGE) return false;
  const linked = elements.filter(({ tagName }) => tagName === 'a').reduce((sum, link) => sum + textOf(link).length, 0);
  return linked <= MOST_LINK_SHARE * textOf(body).length;
}
