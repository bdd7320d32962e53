import { suggestLabels } from '../library/suggest-labels.ts';

/** What can be put into a query. */
export interface KnownValues {
  /** Whole searches, the newest first. */
  readonly recent: readonly string[];
  readonly tags: readonly string[];
  readonly sites: readonly string[];
  readonly languages: readonly string[];
}

export interface Completion {
  /** `recent`: a whole search, complete as it stands. */
  readonly kind: 'recent' | 'part';
  /** What is shown. */
  readonly label: string;
  /** The query with it. */
  readonly query: string;
}

const NAMES = ['title:', 'body:', 'byline:', 'date:', 'added:', 'tag:', 'site:', 'by:', 'lang:', 'is:', 'has:', 'words:'] as const;
const DATES = ['today', 'yesterday', '<7d', '<30d', '<1y', '>1y'] as const;

const MOST_RECENT = 6;
/** Of what only may be meant: one that types on is not to be distracted. */
const MOST_GUESSED = 3;

const VALUE = /(?:^|[\s(])[+-]?([a-z]+):("[^"]*|[^\s"()]*)$/i;
const WORD = /(?:^|[\s(])[+-]?([a-z]{2,})$/i;

/** How a query may go on that ends where somebody types, the likeliest first. Searches of before: those that begin so. */
export function completeQuery(text: string, known: KnownValues): readonly Completion[] {
  const typed = text.trimStart().toLocaleLowerCase();
  const recent = known.recent
    .filter((query) => query.toLocaleLowerCase().startsWith(typed) && query.trim() !== text.trim())
    .slice(0, typed === '' ? MOST_RECENT : MOST_GUESSED)
    .map((query): Completion => ({ kind: 'recent', label: query, query }));
  if (typed === '') return recent;
  return [...completePart(text, known), ...recent];
}

function completePart(text: string, known: KnownValues): readonly Completion[] {
  const named = VALUE.exec(text);
  const [name, value] = [named?.[1]?.toLowerCase(), named?.[2]];
  if (name !== undefined && value !== undefined) {
    const begun = value.replace(/^"/, '');
    const before = text.slice(0, text.length - value.length);
    return suggestLabels(valuesOf(name, known), begun, new Set([begun])).map((label) => ({ kind: 'part', label: `${name}:${label}`, query: `${before}${quoteValue(label)} ` }));
  }
  const word = WORD.exec(text)?.[1];
  if (word === undefined || isInPhrase(text)) return [];
  const names = NAMES.filter((one) => one.startsWith(word.toLowerCase())).slice(0, MOST_GUESSED);
  return names.map((label) => ({ kind: 'part', label, query: text.slice(0, text.length - word.length) + label }));
}

function isInPhrase(text: string): boolean {
  return (text.match(/["“”„‟«»]/gu) ?? []).length % 2 === 1;
}

function valuesOf(name: string, known: KnownValues): readonly string[] {
  switch (name) {
    case 'tag':
      return known.tags;
    case 'site':
      return known.sites;
    case 'lang':
      return known.languages;
    case 'is':
      return ['unread', 'read', 'favourite', 'archived', 'unfetched'];
    case 'has':
      return ['image', 'video', 'audio', 'author', 'date', 'address', 'tag', 'collection'];
    case 'date':
    case 'added':
      return DATES;
    default:
      return [];
  }
}

/** A value as the query language reads it back: what holds more than letters and digits stands in quotation marks. */
function quoteValue(value: string): string {
  if (/^[<>]?[\p{L}\p{N}._-]+$/u.test(value)) return value;
  return `"${value.replace(/["“”„‟«»\\]/gu, '\\$&')}"`;
}
