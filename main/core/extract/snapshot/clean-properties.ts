import type { Element, Properties } from 'hast';
import { attribute } from '../html/clean-attributes.ts';
import { cleanLink, fragmentOf } from '../html/clean-link.ts';
import { resolveAddress } from '../mime/resolve-address.ts';
import { CONTROLS, isKept, isKeptForeign } from './allowed.ts';
import { cssContextOf, placePicture, type Cleaning } from './cleaning.ts';
import { isPartOfPage } from './css-context.ts';
import { rewriteStyleValue } from './rewrite-css.ts';

/** SVG elements that show the picture at their address. */
const SVG_PICTURES = new Set(['image', 'feImage']);

/** The attributes that an element keeps. Those of a picture's address are given by whoever looks for the picture. */
export function cleanProperties(element: Element, cleaning: Cleaning): Properties {
  const clean: Properties = {};
  for (const [name, value] of Object.entries(element.properties)) {
    if (value === null || value === undefined) continue;
    if (name === 'style') clean[name] = rewriteStyleValue(String(value), cssContextOf(cleaning));
    else if (!cleaning.isForeign) {
      if (isKept(name)) clean[name] = value;
    } else if (isKeptForeign(name)) clean[name] = typeof value === 'string' ? rewriteStyleValue(value, cssContextOf(cleaning)) : value;
  }
  if (element.tagName === 'a') Object.assign(clean, cleanHref(element, cleaning));
  else if (cleaning.isForeign) Object.assign(clean, cleanReference(element, cleaning));
  else Object.assign(clean, cleanOwn(element, cleaning));
  return clean;
}

/** What some elements of HTML have of their own. */
function cleanOwn(element: Element, cleaning: Cleaning): Properties {
  const own: Properties = {};
  if (CONTROLS.has(element.tagName)) {
    own['inert'] = true;
    const type = (attribute(element, 'type') ?? '').trim().toLowerCase();
    // A button of this type sends nothing; the look of fields is in their type.
    if (element.tagName === 'button') own['type'] = 'button';
    if (element.tagName === 'input') own['type'] = INPUT_TYPES.has(type) ? type : 'text';
  }
  const background = attribute(element, 'background');
  const placed = background === undefined ? undefined : placePicture([background], cleaning);
  if (placed !== undefined) own['background'] = placed;
  return own;
}

const INPUT_TYPES = new Set(['button', 'checkbox', 'radio', 'range', 'color', 'date', 'time', 'number', 'search', 'email', 'tel', 'url', 'reset', 'submit', 'month', 'week']);

/** A link leads where it led, if that is a page or a place in this one. The window opens it, never the page. */
function cleanHref(element: Element, { base, pageUrl }: Cleaning): Properties {
  const href = attribute(element, 'href') ?? attribute(element, 'xLinkHref');
  if (href === undefined) return {};
  const fragment = fragmentOf(href, pageUrl);
  if (fragment !== undefined) return { href: `#${encodeURIComponent(fragment.toWellFormed())}` };
  if (href.trim() === '#') return { href: '#' };
  const link = cleanLink(href, base);
  return link === undefined ? {} : { href: link, rel: ['noopener', 'noreferrer'] };
}

/** Of SVG: pictures that came along, and references to parts of the same page. */
function cleanReference(element: Element, cleaning: Cleaning): Properties {
  const href = (attribute(element, 'href') ?? attribute(element, 'xLinkHref'))?.trim();
  if (href === undefined || href === '') return {};
  if (SVG_PICTURES.has(element.tagName)) {
    const placed = cleaning.files.place(resolveAddress(href, cleaning.base), 'picture');
    return placed === undefined ? {} : { href: placed };
  }
  return isPartOfPage(href) ? { href } : {};
}
