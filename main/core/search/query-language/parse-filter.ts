import type { Filter, FilterName } from '../../store/article-filter.ts';
import { isBackwards, parseDates } from './parse-dates.ts';
import { quote } from './query-notes.ts';

const FILTER_NAMES: readonly FilterName[] = ['date', 'added', 'tag', 'site', 'by', 'lang', 'is', 'has', 'words'];

/** The filter that a name stands for, in any case. */
export function filterNamed(name: string): FilterName | undefined {
  return FILTER_NAMES.find((known) => known === name.toLowerCase());
}

/** A filter, or why it is none; or both, when it was not taken as it stands. */
export type ParsedFilter = { readonly filter: Filter; readonly note?: string } | { readonly filter?: undefined; readonly note: string };

/** @param value without quotes and escapes */
export function parseFilter(name: FilterName, value: string, now: Date): ParsedFilter {
  const text = value.trim().replace(/\s+/gu, ' ');
  if (text === '') return { note: `Nothing follows ${quote(`${name}:`)}, so it was left out.` };
  switch (name) {
    case 'date':
    case 'added':
      return parseDateFilter(name, text, now);
    case 'tag':
    case 'by':
      return { filter: { name, value: text } };
    case 'site':
      return { filter: { name, value: siteOf(text) } };
    case 'lang':
      return parseLanguage(text);
    case 'is':
      return parseIs(text);
    case 'has':
      return parseHas(text);
    case 'words':
      return parseWordCount(text);
  }
}

function parseDateFilter(name: 'date' | 'added', text: string, now: Date): ParsedFilter {
  const bounds = parseDates(text, now);
  if (!bounds) {
    return { note: `${quote(`${name}:${text}`)} is no date that Carrel can read, so it was left out. Write 2025, 2025-09, 2025-09-24, 2025-09..2025-12, today, <30d or >1y.` };
  }
  if (!isBackwards(bounds)) return { filter: { name, ...bounds } };
  const turned = parseDates(text.split('..').toReversed().join('..'), now) ?? bounds;
  return { filter: { name, ...turned }, note: `The dates of ${quote(`${name}:${text}`)} were taken the other way round.` };
}

/** Somebody may paste an address. */
function siteOf(text: string): string {
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text).hostname : text;
}

function parseLanguage(text: string): ParsedFilter {
  const tag = text.replaceAll('_', '-');
  if (/^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(tag)) return { filter: { name: 'lang', value: tag } };
  return { note: `${quote(`lang:${text}`)} is no code of a language, so it was left out. Write lang:en, lang:de or lang:pt-BR.` };
}

type IsValue = Extract<Filter, { name: 'is' }>['value'];
const IS: ReadonlyMap<string, IsValue> = new Map<string, IsValue>([
  ['read', 'read'],
  ['unread', 'unread'],
  ['favourite', 'favourite'],
  ['favorite', 'favourite'],
  ['starred', 'favourite'],
  ['archived', 'archived'],
  ['unfetched', 'unfetched'],
]);

type HasValue = Extract<Filter, { name: 'has' }>['value'];
const HAS: ReadonlyMap<string, HasValue> = new Map<string, HasValue>([
  ['image', 'image'],
  ['video', 'video'],
  ['audio', 'audio'],
  ['author', 'author'],
  ['byline', 'author'],
  ['date', 'date'],
  ['address', 'address'],
  ['url', 'address'],
  ['tag', 'tag'],
  ['collection', 'collection'],
]);

function parseIs(text: string): ParsedFilter {
  const value = IS.get(text.toLowerCase());
  return value ? { filter: { name: 'is', value } } : { note: leftOut('is', text, 'read, unread, favourite, archived or unfetched') };
}

function parseHas(text: string): ParsedFilter {
  const asked = text.toLowerCase().replace(/s$/, '');
  if (asked === 'highlight' || asked === 'note') return { note: `Articles have no highlights and no notes yet, so ${quote(`has:${text}`)} was left out.` };
  // Only "address" ends in an s of its own.
  const value = HAS.get(asked) ?? HAS.get(text.toLowerCase());
  return value ? { filter: { name: 'has', value } } : { note: leftOut('has', text, 'image, video, audio, author, date, address, tag or collection') };
}

function leftOut(name: FilterName, text: string, choices: string): string {
  return `${quote(`${name}:${text}`)} was left out: after “${name}:” stands ${choices}.`;
}

function parseWordCount(text: string): ParsedFilter {
  const range = /^(\d{0,9})\.\.(\d{0,9})$/.exec(text);
  if (range && text !== '..') {
    const [least, most] = [numberOf(range[1]), numberOf(range[2])];
    if (least === null || most === null || least <= most) return { filter: { name: 'words', least, most } };
    return { filter: { name: 'words', least: most, most: least }, note: `The numbers of ${quote(`words:${text}`)} were taken the other way round.` };
  }
  const compared = /^([<>]=?|)(\d{1,9})$/.exec(text);
  if (!compared) return { note: `${quote(`words:${text}`)} is no number of words, so it was left out. Write words:>500, words:<100 or words:100..500.` };
  const count = Number(compared[2]);
  switch (compared[1] ?? '') {
    case '<':
      return { filter: { name: 'words', least: null, most: count - 1 } };
    case '<=':
      return { filter: { name: 'words', least: null, most: count } };
    case '>':
      return { filter: { name: 'words', least: count + 1, most: null } };
    case '>=':
      return { filter: { name: 'words', least: count, most: null } };
    default:
      return { filter: { name: 'words', least: count, most: count } };
  }
}

function numberOf(digits: string | undefined): number | null {
  return digits ? Number(digits) : null;
}
