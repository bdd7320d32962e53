import type { Element } from 'hast';
import { attribute } from './clean-attributes.ts';

/** The words for what an article had where we have no picture for it. */
export type MediaLabel = 'Video' | 'Audio';

/**
 * A link that says what it leads to in a word of ours. The word is English, whatever the article's language, and says so; by that it is known again
 * in stored markup.
 */
export function labelMedia(href: string, label: MediaLabel): Element {
  return { type: 'element', tagName: 'a', properties: { href, lang: 'en' }, children: [{ type: 'text', value: label }] };
}

/** Whether an element is such a link. Nobody wrote its word, so it is no part of an article's text: not found, not counted, not quoted. */
export function isMediaLabel(element: Element): boolean {
  const [word] = element.children;
  if (element.tagName !== 'a' || element.children.length !== 1 || word?.type !== 'text' || (word.value !== 'Video' && word.value !== 'Audio')) return false;
  return attribute(element, 'lang') === 'en' && attribute(element, 'href') !== undefined;
}
