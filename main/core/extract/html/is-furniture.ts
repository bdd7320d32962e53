import type { Element } from 'hast';
import { attribute } from './clean-attributes.ts';
import { elementsOf, hasMoreTextThan } from './walk-tree.ts';

/**
 * What stands around and in articles, by the names that pages give it, and how long it is at most: what is longer, or
 * holds a heading of its own, may be the article itself (a page about cookies, a newsletter that is one).
 */
const KINDS: readonly { readonly names: RegExp; readonly longest: number }[] = [
  // "This site uses cookies": on short pages it is the longest text there is.
  {
    names: /(?:^|\s)(?:eu-?)?(?:cookies?|consent|gdpr|dsgvo|cmp)(?:[_-]?(?:law|info|notice|notification|banner|bar|box|popup|modal|overlay|hint|layer|consent|policy|message|container|wrapper|manager|widget|dialog))*(?=$|\s)/i,
    longest: 3_000,
  },
  // "Get our best stories by mail".
  { names: /(?:^|[\s_-])(?:newsletters?|subscribe|mailinglist|mailing-list|mailchimp|sign-?up|email-?signup)(?=$|[\s_-])/i, longest: 600 },
  // Who wrote it, with a picture and what else they did.
  { names: /(?:^|[\s_-])(?:about-?(?:the-?)?author|author-?(?:bio|box|card|description|about|profile|contact|details|section)|post-?author-?(?:box|bio)?|bio-?box)(?=$|[\s_-])/i, longest: 1_200 },
];

/** Whether an element is something that its page names as no part of the article. Never what holds the page itself. */
export function isFurniture(element: Element): boolean {
  if (element.tagName === 'body' || element.tagName === 'html') return false;
  const names = `${attribute(element, 'id') ?? ''} ${attribute(element, 'className') ?? ''}`;
  const kind = names.length > 1 ? KINDS.find((one) => one.names.test(names)) : undefined;
  if (kind === undefined || hasMoreTextThan(element, kind.longest)) return false;
  return !elementsOf(element).some(({ tagName }) => tagName === 'article' || tagName === 'main' || tagName === 'h1');
}
