import type { Element, ElementContent, Root, RootContent } from 'hast';
import { attribute } from './clean-attributes.ts';
import { listImageSources } from './list-image-sources.ts';
import { isFurniture } from './is-furniture.ts';
import { hidesItself, isHidden } from './is-hidden.ts';
import { readMedia } from './read-media.ts';
import type { Media } from './read-media.ts';
import { elementsOf, textBelow, textOf } from './walk-tree.ts';

/** A page made ready for finding its article. */
export interface PreparedPage {
  readonly page: Root;
  /** The addresses of each picture: the page names picture N as `carrel-image:N`. */
  readonly sources: readonly (readonly string[])[];
  /** Which of these pictures stand for videos and the like, by their numbers. */
  readonly media: ReadonlyMap<number, Media>;
}

const REMOVED = new Set(['script', 'style', 'link', 'meta', 'base', 'template', 'svg', 'iframe', 'object', 'embed', 'canvas', 'audio', 'video', 'select', 'textarea', 'input']);
/** Of these, the ones that an article may keep a link to. */
const MEDIA = new Set(['video', 'audio', 'iframe']);
const KEPT_ON_IMAGES = ['alt', 'width', 'height', 'className', 'id', 'title'];
/**
 * What anybody looks at from here on, by the names of the tree. All else would be carried along for nothing, and that is most of
 * what a page of today has; what hides an element is left out because whoever finds the content would leave the element out.
 */
const KEPT = new Set([
  ...['id', 'className', 'role', 'rel', 'itemProp', 'ariaModal', 'lang', 'xmlLang', 'dir', 'name', 'href', 'title', 'dateTime', 'cite', 'open'],
  ...['colSpan', 'rowSpan', 'scope', 'span', 'summary', 'dataTable', 'start', 'reversed', 'value', 'width', 'height'],
  ...['altText', 'alttext', 'altImgText', 'altimg-text', 'encoding'],
]);
/**
 * A noscript with this much text, and more than there is outside of it, has swallowed the page: an element that was left
 * open in it lets no end tag through. Its content is what a reader without scripts sees.
 */
const SWALLOWED_CHARACTERS = 1_000;
/** A page that hides this many times what it shows has not been shown yet: a script was to do that. */
const MUCH_MORE = 4;
const IMAGE_SCHEME = 'carrel-image:';

/**
 * A new tree without what is never part of an article. Each picture gets one short address in place of its many and
 * long ones, so that finding the article does not carry megabytes of `data:` along, and no page can name a picture
 * but through here.
 */
export function prepareContent(page: Root): PreparedPage {
  const outside = textOf(page).length;
  const shown = prepareTree(page, outside, false);
  return shown.hidden > MUCH_MORE * textOf(shown.page).length ? prepareTree(page, outside, true) : shown;
}

/** The addresses that `prepareContent` gave a picture. */
export function sourcesOf(src: string, prepared: Pick<PreparedPage, 'sources'>): readonly string[] {
  return prepared.sources[numberOf(src)] ?? [];
}

/** What the picture stands for that `prepareContent` put in its place. */
export function mediaOf(src: string, prepared: Pick<PreparedPage, 'media'>): Media | undefined {
  return prepared.media.get(numberOf(src));
}

function numberOf(src: string): number {
  return src.startsWith(IMAGE_SCHEME) ? Number(src.slice(IMAGE_SCHEME.length)) : Number.NaN;
}

interface Preparing {
  readonly sources: string[][];
  readonly media: Map<number, Media>;
  /** Characters of text that is not in any noscript. */
  readonly outside: number;
  readonly keepHidden: boolean;
  /** Characters of text left out for being hidden. */
  hidden: number;
}

function prepareTree(page: Root, outside: number, keepHidden: boolean): PreparedPage & { readonly hidden: number } {
  const preparing: Preparing = { sources: [], media: new Map(), outside, keepHidden, hidden: 0 };
  const children = prepareAll(page.children, preparing, undefined);
  return { page: { type: 'root', children }, sources: preparing.sources, media: preparing.media, hidden: preparing.hidden };
}

function prepareAll(children: readonly RootContent[], preparing: Preparing, picture: Element | undefined): ElementContent[] {
  const { sources } = preparing;
  const prepared: ElementContent[] = [];
  let lastImage: number | undefined;
  for (const child of children) {
    if (child.type === 'text') prepared.push({ type: 'text', value: child.value });
    if (child.type === 'element' && MEDIA.has(child.tagName)) prepared.push(...prepareMedia(child, preparing));
    if (child.type !== 'element' || REMOVED.has(child.tagName) || isFurniture(child)) continue;
    if (!preparing.keepHidden && isHidden(child)) {
      preparing.hidden += textOf(child).length;
      continue;
    }
    const before = sources.length;
    if (child.tagName === 'noscript' && !hasSwallowedPage(child, preparing)) {
      const copy = takeFallback(child, lastImage === undefined ? undefined : sources[lastImage]);
      if (copy === undefined) continue;
      prepared.push(prepareImage(copy, sources, undefined));
    } else if (child.tagName === 'mjx-container') prepared.push(prepareElement(findMath(child) ?? child, preparing, picture));
    else if (child.tagName === 'img') prepared.push(prepareImage(child, sources, picture));
    else {
      // A note within its sentence, hidden until somebody points at its sign: its words do not belong to the word before.
      if (child.tagName === 'span' && hidesItself(child)) prepared.push({ type: 'text', value: ' ' });
      prepared.push(prepareElement(child, preparing, picture));
    }
    for (let at = sources.length - 1; at >= before; at -= 1) if (!preparing.media.has(at)) lastImage = at;
  }
  return prepared;
}

/** A picture in the place of a video and the like: it has no words, so that finding the article is not led astray by it. */
function prepareMedia(element: Element, { sources, media, keepHidden }: Preparing): Element[] {
  const found = isFurniture(element) || (!keepHidden && isHidden(element)) ? undefined : readMedia(element);
  if (!found) return [];
  media.set(sources.length, found);
  sources.push([...found.posters]);
  return [{ type: 'element', tagName: 'img', properties: { src: `${IMAGE_SCHEME}${sources.length - 1}` }, children: [] }];
}

function hasSwallowedPage(noscript: Element, { outside }: Preparing): boolean {
  const { length } = textBelow(noscript);
  return length >= SWALLOWED_CHARACTERS && length > outside;
}

function prepareElement(element: Element, preparing: Preparing, picture: Element | undefined): Element {
  const around = element.tagName === 'picture' ? element : picture;
  const properties = keptProperties(element);
  const tagName = element.tagName === 'noscript' ? 'div' : element.tagName;
  return { type: 'element', tagName, properties, children: prepareAll(element.children, preparing, around) };
}

/** Of a formula that MathJax has drawn, the one that it wrote beside it for screen readers: what is drawn has no letters. */
function findMath(container: Element): Element | undefined {
  return elementsOf(container).find(({ tagName }) => tagName === 'math');
}

function keptProperties({ properties }: Element): Element['properties'] {
  const kept: Element['properties'] = {};
  for (const name in properties) if (KEPT.has(name)) kept[name] = properties[name];
  return kept;
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
