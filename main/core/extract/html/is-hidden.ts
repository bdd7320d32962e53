import type { Element } from 'hast';
import { attribute } from './clean-attributes.ts';

const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i;
/** Notes that a page shows when its reader points at their sign. They belong to the article, hidden or not. */
const NOTE = /(?:foot|side|end|margin)-?note/i;
/** Pictures that stand in for formulas are hidden from those who hear the formula instead. */
const STAND_IN = /fallback-image/;

/** A part that React's server sends after the page, hidden until a script puts it into its place. Saved without that, it is where the text is. */
const SENT_LATER = /^S:[0-9a-f]+$/i;

/** Whether a page keeps an element from everybody's eyes by its own markup. What style sheets hide is not seen here. */
export function isHidden(element: Element): boolean {
  if (!hidesItself(element) || element.tagName === 'img' || SENT_LATER.test(attribute(element, 'id') ?? '')) return false;
  const names = `${attribute(element, 'id') ?? ''} ${attribute(element, 'className') ?? ''}`;
  return !NOTE.test(names) && !STAND_IN.test(names);
}

/** Whether it would not be seen where it stands, though it may belong to the article. */
export function hidesItself(element: Element): boolean {
  const hidden = attribute(element, 'hidden');
  return (
    (hidden !== undefined && hidden !== 'until-found') ||
    HIDING_STYLE.test(attribute(element, 'style') ?? '') ||
    attribute(element, 'ariaHidden')?.trim() === 'true'
  );
}
