import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import type { PublishedDate } from '../article-draft.ts';
import { readDate } from '../html/read-date.ts';

/** What a document says of itself: in its Info dictionary, and in XMP, which goes before it. */
export interface PdfFacts {
  readonly title?: string | undefined;
  readonly authors: readonly string[];
  readonly language?: string | undefined;
  /** Of the publication; stated only by publishers. */
  readonly published?: PublishedDate | undefined;
  readonly created?: PublishedDate | undefined;
  readonly modified?: PublishedDate | undefined;
  readonly site?: string | undefined;
  readonly subject?: string | undefined;
  readonly keywords?: string | undefined;
  readonly rights?: string | undefined;
  readonly doi?: string | undefined;
  readonly creator?: string | undefined;
  readonly producer?: string | undefined;
}

/** Never fails: a document can be read without what it says of itself. */
export async function readPdfFacts(document: PDFDocumentProxy): Promise<PdfFacts> {
  try {
    const { info, metadata } = await document.getMetadata();
    return factsOf(info, metadata ?? []);
  } catch {
    return { authors: [] };
  }
}

/** From the entries of the Info dictionary, and those of XMP by their names in lower case (`dc:title`). */
export function factsOf(info: object, xmp: Iterable<readonly [string, unknown]>): PdfFacts {
  const stated = new Map<string, unknown>(Object.entries(info));
  const extended = new Map(xmp);
  const text = (...names: readonly string[]): string | undefined => names.map((name) => cleanText(extended.get(name) ?? stated.get(name))).find((value) => value !== undefined);
  const authors = listOf(extended.get('dc:creator') ?? stated.get('Author'));
  const language = stated.get('Language');
  return {
    title: text('dc:title') ?? text('Title'),
    authors: authors.length > 0 ? authors : listOf(stated.get('Author')),
    language: typeof language === 'string' ? cleanLanguage(language) : undefined,
    published: dateOf(text('prism:publicationdate', 'prism:coverdate')),
    created: dateOf(text('CreationDate') ?? text('xmp:createdate', 'xap:createdate')),
    modified: dateOf(text('ModDate') ?? text('xmp:modifydate', 'xap:modifydate')),
    site: text('prism:publicationname'),
    subject: text('dc:description') ?? text('Subject'),
    keywords: text('pdf:keywords') ?? text('Keywords'),
    rights: text('dc:rights'),
    doi: text('prism:doi', 'pdfx:doi', 'crossmark:doi'),
    creator: text('Creator'),
    producer: text('Producer'),
  };
}

const LONGEST_TEXT = 2_000;

function cleanText(value: unknown): string | undefined {
  const whole = Array.isArray(value) ? value.filter((part) => typeof part === 'string').join(', ') : value;
  if (typeof whole !== 'string') return undefined;
  const clean = whole.slice(0, LONGEST_TEXT).toWellFormed().replace(/[\s\p{Cc}\ufeff]+/gu, ' ').trim();
  return clean === '' ? undefined : clean;
}

function listOf(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.flatMap((one) => cleanText(one) ?? []).slice(0, 100);
}

/** `D:20090428100656+01'00'` as PDF writes it, or ISO 8601 as XMP does. */
function dateOf(text: string | undefined): PublishedDate | undefined {
  if (text === undefined) return undefined;
  const match = /^(?:D:)?(\d{4})(\d{2})?(\d{2})?(?:(\d{2})(\d{2})(\d{2})?)?\s*(Z|[+-]\d{2}'?(?:\d{2})?'?)?/.exec(text);
  if (match === null || /^\d{4}-/.test(text)) return readDate(text);
  const [, year = '', month, day, hour, minute, second, zone = ''] = match;
  const date = [year, month, day].filter((part) => part !== undefined).join('-');
  const time = day === undefined || hour === undefined || minute === undefined ? '' : `T${hour}:${minute}${second === undefined ? '' : `:${second}`}${zoneOf(zone)}`;
  return readDate(date + time);
}

function zoneOf(zone: string): string {
  const [, hours, minutes] = /^([+-]\d{2})'?(\d{2})?/.exec(zone) ?? [];
  if (hours === undefined) return zone.startsWith('Z') ? 'Z' : '';
  return `${hours}:${minutes ?? '00'}`;
}

function cleanLanguage(language: string): string | undefined {
  const match = /^([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?\b/i.exec(language.trim());
  if (match === null || /^(?:und|zxx|mul)$/i.test(match[1] ?? '')) return undefined;
  try {
    return Intl.getCanonicalLocales([match[1], match[2], match[3]].filter((part) => part !== undefined).join('-'))[0];
  } catch {
    // Some programs write what is no language.
    return undefined;
  }
}
