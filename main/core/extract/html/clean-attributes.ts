import type { Element, Properties } from 'hast';
import { ID_PREFIX } from './allow-list.ts';
import { cleanLink, fragmentOf } from './clean-link.ts';

/** What cleaning a tree has to know of the page around it. */
export interface CleaningContext {
  readonly pageUrl: string | undefined;
  /** Where the copy of an image lies (`images/<sha256>`), or undefined where there is none. */
  readonly localImage: (src: string) => string | undefined;
  /** The same for the file of a video or a sound. */
  readonly localMedia: (src: string) => string | undefined;
  /** Ids without prefix that a link in the page points to. */
  readonly linkedIds: ReadonlySet<string>;
  /** Ids with prefix that the page has. */
  readonly presentIds: ReadonlySet<string>;
  /** Ids already given: the first element keeps it. */
  readonly usedIds: Set<string>;
}

const MAX_ID_LENGTH = 100;
const MAX_WORDS_LENGTH = 1_000;

type Cleaner = (value: string) => Properties[string];

const number = (least: number, most: number): Cleaner => (value) => {
  const parsed = /^\s*(-?\d{1,6})(?:\.\d+)?(?:px)?\s*$/i.exec(value)?.[1];
  if (parsed === undefined) return undefined;
  const number = Number(parsed);
  return number >= least && number <= most ? number : undefined;
};
const oneOf = (...allowed: string[]): Cleaner => (value) => {
  const word = value.trim().toLowerCase();
  return allowed.includes(word) ? word : undefined;
};
const words: Cleaner = (value) => cleanText(value).replace(/\s+/g, ' ').trim().slice(0, MAX_WORDS_LENGTH).toWellFormed() || undefined;
const dateTime: Cleaner = (value) => (/^[0-9A-Z:.+\- ]{1,40}$/i.test(value.trim()) ? value.trim() : undefined);
const present: Cleaner = () => true;

const EVERYWHERE: Readonly<Record<string, Cleaner>> = {
  lang: (value) => (/^[a-z]{1,8}(?:-[a-z0-9]{1,8}){0,5}$/i.test(value.trim()) ? value.trim() : undefined),
  dir: oneOf('ltr', 'rtl', 'auto'),
};
const BY_ELEMENT: Readonly<Record<string, Readonly<Record<string, Cleaner>>>> = {
  abbr: { title: words },
  col: { span: number(1, 1_000) },
  colgroup: { span: number(1, 1_000) },
  del: { dateTime },
  details: { open: present },
  dfn: { title: words },
  img: { alt: words, width: number(1, 20_000), height: number(1, 20_000) },
  ins: { dateTime },
  li: { value: number(-999_999, 999_999) },
  ol: { start: number(-999_999, 999_999), reversed: present },
  td: { colSpan: number(1, 1_000), rowSpan: number(1, 1_000) },
  th: { colSpan: number(1, 1_000), rowSpan: number(1, 1_000), scope: oneOf('row', 'col', 'rowgroup', 'colgroup') },
  time: { dateTime },
};

/** The attributes that element `name` keeps, each with a value checked here. The order is always the same. */
export function cleanAttributes(name: string, element: Element, context: CleaningContext): Properties {
  const clean: Properties = {};
  const id = cleanId(element, context);
  if (id !== undefined) clean.id = id;
  for (const cleaners of [EVERYWHERE, BY_ELEMENT[name] ?? {}]) {
    for (const [property, cleaner] of Object.entries(cleaners)) {
      const raw = attribute(element, property);
      const value = raw === undefined ? undefined : cleaner(raw);
      if (value !== undefined) clean[property] = value;
    }
  }
  if (name === 'a') Object.assign(clean, cleanHref(attribute(element, 'href'), context));
  if (name === 'img') Object.assign(clean, cleanSource(attribute(element, 'src'), context));
  return clean;
}

/** An attribute as text; hast keeps numbers, lists and bare attributes in other shapes. */
export function attribute(element: Element, property: string): string | undefined {
  const value = Object.hasOwn(element.properties, property) ? element.properties[property] : undefined;
  if (value === null || value === undefined || value === false) return undefined;
  if (value === true) return '';
  return Array.isArray(value) ? value.join(' ') : String(value);
}

/** Control characters mean nothing to a reader, and to some parsers too much. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\f/g, ' ')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\ufeff]/g, '');
}

/** An id as links name it and as it is stored, without white space and never twice prefixed. */
export function localId(id: string): string | undefined {
  let bare = id;
  while (bare.startsWith(ID_PREFIX)) bare = bare.slice(ID_PREFIX.length);
  bare = cleanText(bare);
  return bare === '' || bare.length > MAX_ID_LENGTH || /\s/.test(bare) ? undefined : bare;
}

/** What names an element as the target of a link: its id, or the name of an old anchor. */
export function anchorOf(element: Element): string | undefined {
  const id = attribute(element, 'id') ?? (element.tagName === 'a' ? attribute(element, 'name') : undefined);
  return id === undefined ? undefined : localId(id);
}

function cleanId(element: Element, context: CleaningContext): string | undefined {
  const id = anchorOf(element);
  if (id === undefined || !context.linkedIds.has(id) || context.usedIds.has(id)) return undefined;
  context.usedIds.add(id);
  return ID_PREFIX + id;
}

function cleanHref(href: string | undefined, context: CleaningContext): Properties {
  if (href === undefined) return {};
  const fragment = fragmentOf(href, context.pageUrl);
  const target = fragment === undefined ? undefined : localId(fragment);
  if (target !== undefined && context.presentIds.has(target)) return { href: `#${encodeURIComponent(ID_PREFIX + target)}` };
  if (href.trim().startsWith('#')) return {};
  const link = cleanLink(href, context.pageUrl);
  return link === undefined ? {} : { href: link, rel: ['noopener', 'noreferrer'] };
}

function cleanSource(src: string | undefined, context: CleaningContext): Properties {
  const local = src === undefined ? undefined : context.localImage(src);
  return local === undefined ? {} : { src: local };
}
