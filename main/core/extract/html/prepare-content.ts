import type { Element, ElementContent, Root, RootContent } from 'hast';
import { attribute } from './clean-attributes.ts';
import { listImageSources } from './list-image-sources.ts';
import { elementsOf, hasMoreTextThan, textBelow } from './walk-tree.ts';

/** A page made ready for finding its article. */
export interface PreparedPage {
  readonly page: Root;
  /** The addresses of each picture: the page names picture N as `carrel-image:N`. */
  readonly sources: readonly (readonly string[])[];
}

const REMOVED = new Set(['script', 'style', 'link', 'meta', 'base', 'template', 'svg', 'iframe', 'object', 'embed', 'canvas', 'audio', 'video', 'select', 'textarea', 'input']);
const KEPT_ON_IMAGES = ['alt', 'width', 'height', 'className', 'id', 'title'];
/**
 * A noscript with this much text has swallowed the page: an element that was left open in it lets no end tag through.
 * Its content is what a reader without scripts sees.
 */
const SWALLOWED_CHARACTERS = 1_000;
const CONSENT =
  /(?:^|\s)(?:eu-?)?(?:cookies?|consent|gdpr|dsgvo|cmp)(?:[_-]?(?:law|info|notice|notification|banner|bar|box|popup|modal|overlay|hint|layer|consent|policy|message|container|wrapper|manager|widget|dialog))*(?=$|\s)/i;
const LONGEST_NOTICE = 3_000;
const IMAGE_SCHEME = 'carrel-image:';

/**
 * A new tree without what is never part of an article. Each picture gets one short address in place of its many and
 * long ones, so that finding the article does not carry megabytes of `data:` along, and no page can name a picture
 * but through here.
 */
export function prepareContent(page: Root): PreparedPage {
  const sources: string[][] = [];
  return { page: { type: 'root', children: prepareAll(page.children, sources, undefined) }, sources };
}

/** The addresses that `prepareContent` gave a picture. */
export function sourcesOf(src: string, prepared: Pick<PreparedPage, 'sources'>): readonly string[] {
  const index = src.startsWith(IMAGE_SCHEME) ? Number(src.slice(IMAGE_SCHEME.length)) : Number.NaN;
  return prepared.sources[index] ?? [];
}

function prepareAll(children: readonly RootContent[], sources: string[][], picture: Element | undefined): ElementContent[] {
  const prepared: ElementContent[] = [];
  let lastImage: number | undefined;
  for (const child of children) {
    if (child.type === 'text') prepared.push({ type: 'text', value: child.value });
    if (child.type !== 'element' || REMOVED.has(child.tagName) || isConsentNotice(child)) continue;
    const before = sources.length;
    if (child.tagName === 'noscript' && textBelow(child).length < SWALLOWED_CHARACTERS) {
      const copy = takeFallback(child, lastImage === undefined ? undefined : sources[lastImage]);
      if (copy === undefined) continue;
      prepared.push(prepareImage(copy, sources, undefined));
    } else if (child.tagName === 'img') prepared.push(prepareImage(child, sources, picture));
    else prepared.push(prepareElement(child, sources, picture));
    if (sources.length > before) lastImage = before;
  }
  return prepared;
}

/** "This site uses cookies": on short pages it is the longest text there is. Never what holds the page itself. */
function isConsentNotice(element: Element): boolean {
  const names = `${attribute(element, 'id') ?? ''} ${attribute(element, 'className') ?? ''}`;
  if (!CONSENT.test(names) || element.tagName === 'body' || hasMoreTextThan(element, LONGEST_NOTICE)) return false;
  return !elementsOf(element).some(({ tagName }) => tagName === 'article' || tagName === 'main' || tagName === 'h1');
}

function prepareElement(element: Element, sources: string[][], picture: Element | undefined): Element {
  const around = element.tagName === 'picture' ? element : picture;
  const { properties } = element;
  const tagName = element.tagName === 'noscript' ? 'div' : element.tagName;
  return { type: 'element', tagName, properties, children: prepareAll(element.children, sources, around) };
}

/**
 * What a page shows without scripts: a copy of the picture before it, whose addresses join that one's, or a picture of
 * its own, which is returned.
 */
function takeFallback(noscript: Element, before: string[] | undefined): Element | undefined {
  const images = elementsOf(noscript).filter(({ tagName }) => tagName === 'img');
  const image = images[0];
  if (image === undefined || images.length > 1) return undefined;
  if (before === undefined) return image;
  before.unshift(...listImageSources(image, undefined).filter((source) => !before.includes(source)));
  return undefined;
}

function prepareImage(image: Element, sources: string[][], picture: Element | undefined): Element {
  const properties: Element['properties'] = { src: `${IMAGE_SCHEME}${sources.length}` };
  sources.push(listImageSources(image, picture));
  for (const name of KEPT_ON_IMAGES) {
    const value = attribute(image, name);
    if (value !== undefined) properties[name] = value;
  }
  return { type: 'element', tagName: 'img', properties, children: [] };
}
