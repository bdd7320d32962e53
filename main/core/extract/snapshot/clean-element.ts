import type { Element, ElementContent, Parents } from 'hast';
import { attribute } from '../html/clean-attributes.ts';
import { listImageSources } from '../html/list-image-sources.ts';
import { elementsOf, rawTextOf } from '../html/walk-tree.ts';
import { resolveAddress } from '../mime/resolve-address.ts';
import { DROPPED, SHOWN_AS } from './allowed.ts';
import { cleanProperties } from './clean-properties.ts';
import { cssContextOf, placePicture, type Cleaning } from './cleaning.ts';
import { rewriteStyleSheet } from './rewrite-css.ts';

const ELEMENT_NAME = /^[a-zA-Z][\w.-]*$/;
/** Roots of what is not HTML. */
const FOREIGN = new Set(['svg', 'math']);

/** What is left of the content of an element. Comments go: browsers of old read conditions in them. */
export function cleanChildren(parent: Parents, cleaning: Cleaning, picture?: Element): ElementContent[] {
  const clean: ElementContent[] = [];
  for (const [index, child] of parent.children.entries()) {
    if (child.type === 'text') clean.push({ type: 'text', value: child.value });
    if (child.type !== 'element') continue;
    if (child.tagName === 'noscript') clean.push(...cleanNoscript(child, parent.children[index + 1] ?? parent.children[index + 2], clean, cleaning));
    else clean.push(...cleanElement(child, cleaning, picture));
  }
  return clean;
}

function cleanElement(element: Element, outside: Cleaning, picture: Element | undefined): ElementContent[] {
  const { tagName } = element;
  if (DROPPED.has(tagName) || !ELEMENT_NAME.test(tagName)) return [];
  const cleaning = FOREIGN.has(tagName) && !outside.isForeign ? { ...outside, isForeign: true } : outside;
  if (tagName === 'style') return makeStyle(rawTextOf(element), element, cleaning);
  if (tagName === 'link') return inlineLink(element, cleaning);
  const properties = cleanProperties(element, cleaning);
  if (!cleaning.isForeign || tagName === 'img') {
    if (tagName === 'source') return picture === undefined ? cleanSource(element, properties, cleaning) : [];
    if (tagName === 'input' && attribute(element, 'type')?.trim().toLowerCase() === 'hidden') return [];
    Object.assign(properties, addressesOf(element, cleaning, picture));
    if (tagName === 'img') for (const name in properties) if (LAZY.test(name)) delete properties[name];
  }
  const inside = tagName === 'foreignObject' || tagName === 'annotation-xml' ? { ...cleaning, isForeign: false } : cleaning;
  return [{ type: 'element', tagName: SHOWN_AS.get(tagName) ?? tagName, properties, children: cleanChildren(element, inside, tagName === 'picture' ? element : undefined) }];
}

/** Where pages keep addresses of pictures that their scripts load late. */
const LAZY = /^data(?:.*Src|.*Srcset|.*SrcSet|Original|Image|Url|Lazy)$/;

/** What an element of HTML shows, as it came with the page. */
function addressesOf(element: Element, cleaning: Cleaning, picture: Element | undefined): Element['properties'] {
  const placed = (name: string, address: string | undefined): Element['properties'] => (address === undefined ? {} : { [name]: address });
  switch (element.tagName) {
    case 'img':
      return placed('src', placePicture(listImageSources(element, picture), cleaning));
    case 'audio':
    case 'video':
      return { ...placed('src', placeMedia(element, cleaning)), ...placed('poster', placePicture([attribute(element, 'poster') ?? ''], cleaning)) };
    default:
      return {};
  }
}

function placeMedia(element: Element, { files, base }: Cleaning): string | undefined {
  const source = attribute(element, 'src');
  return source === undefined ? undefined : files.place(resolveAddress(source, base), 'media');
}

function cleanSource(element: Element, properties: Element['properties'], cleaning: Cleaning): ElementContent[] {
  const src = placeMedia(element, cleaning);
  return src === undefined ? [] : [{ type: 'element', tagName: 'source', properties: { ...properties, src }, children: [] }];
}

/** A sheet that the page links to, as a style in its place. */
function inlineLink(link: Element, cleaning: Cleaning): ElementContent[] {
  const rel = (attribute(link, 'rel') ?? '').toLowerCase().split(/\s+/);
  const href = attribute(link, 'href');
  if (!rel.includes('stylesheet') || rel.includes('alternate') || href === undefined || attribute(link, 'disabled') !== undefined) return [];
  const address = resolveAddress(href, cleaning.base);
  const css = cleaning.files.sheet(address);
  return css === undefined ? [] : makeStyle(css, link, cleaning, /^data:/i.test(address) ? cleaning.base : address);
}

function makeStyle(css: string, from: Element, cleaning: Cleaning, base = cleaning.base): ElementContent[] {
  const type = (attribute(from, 'type') ?? '').trim().toLowerCase();
  if (type !== '' && !type.startsWith('text/css')) return [];
  const written = rewriteStyleSheet(css, cssContextOf(cleaning, base));
  // In SVG a style is no raw text: markup in it would be markup.
  const value = cleaning.isForeign ? written.replace(/[<&]/g, (letter) => `\\${letter.charCodeAt(0).toString(16)} `) : written;
  const media = attribute(from, 'media');
  // Sheets for printers that a script turns on for all once they have come.
  const isLate = attribute(from, 'onLoad') !== undefined;
  return [{ type: 'element', tagName: 'style', properties: media === undefined || isLate ? {} : { media }, children: [{ type: 'text', value }] }];
}

/**
 * What a page shows to those without scripts is shown where it is a picture that scripts would have loaded: unless the
 * picture stands beside it already.
 */
function cleanNoscript(noscript: Element, next: Parents['children'][number] | undefined, before: readonly ElementContent[], cleaning: Cleaning): ElementContent[] {
  const inside = cleanChildren(noscript, cleaning).filter((child) => child.type !== 'element' || child.tagName !== 'style');
  if (!inside.some(showsPicture) || before.slice(-2).some(showsPicture)) return [];
  const isNextPicture = next?.type === 'element' && (next.tagName === 'img' || next.tagName === 'picture');
  return isNextPicture && cleanElement(next, cleaning, undefined).some(showsPicture) ? [] : inside;
}

function showsPicture(node: ElementContent): boolean {
  return node.type === 'element' && [node, ...elementsOf(node)].some(({ tagName, properties }) => tagName === 'img' && properties['src'] !== undefined && properties['src'] !== '');
}
