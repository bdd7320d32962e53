import type { Element } from 'hast';
import { attribute } from './clean-attributes.ts';

const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i;
/** Notes that a page shows when its reader points at their sign. They belong to the article, hidden or not. */
const NOTE = /(?:foot|side|end|margin)-?note/i;
/** Pictures that stand in for formulas are hidden from those who hear the formula instead. */
const STAND_IN = /fallback-image/;

/** Whether a page keeps an element from everybody's eyes by its own markup. What style sheets hide is not seen here. */
export function isHidden(element: Element): boolean {
  const hidden = attribute(element, 'hidden');
  const isKept =
    (hidden === undefined || hidden === 'until-found') &&
    !HIDING_STYLE.test(attribute(element, 'style') ?? '') &&
    attribute(element, 'ariaHidden')?.trim() !== 'true';
  if (isKept || element.tagName === 'img') return false;
  const names = `${attribute(element, 'id') ?? ''} ${attribute(element, 'className') ?? ''}`;
  return !NOTE.test(names) && !STAND_IN.test(names);
}
