import type { Filter } from '../../store/article-filter.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What a filter asks, as said of an article: "published in 2025", "tagged “harbour”". */
export function describeFilter(filter: Filter): string {
  switch (filter.name) {
    case 'date':
      return `published ${describeTime(filter.from, filter.before)}`;
    case 'added':
      return `added ${describeTime(filter.from, filter.before)}`;
    case 'tag':
      return `tagged “${filter.value}”`;
    case 'site':
      return `from “${filter.value}”`;
    case 'by':
      return `by “${filter.value}”`;
    case 'lang':
      return `in ${describeLanguage(filter.value)}`;
    case 'is':
      return IS[filter.value];
    case 'has':
      return `with ${HAS[filter.value]}`;
    case 'words':
      return describeCount(filter.least, filter.most);
  }
}

/** The opposite. */
export function describeFilterDenied(filter: Filter): string {
  if (filter.name === 'has') return `without ${HAS[filter.value]}`;
  if (filter.name === 'is' && filter.value === 'unread') return 'read already';
  if (filter.name === 'is' && filter.value === 'read') return IS.unread;
  if (filter.name === 'is' && filter.value === 'unfetched') return 'fetched already';
  return `not ${describeFilter(filter)}`;
}

const IS = { read: 'read already', unread: 'not read yet', favourite: 'marked as favourite', archived: 'archived', unfetched: 'to be fetched' } as const;
const HAS = { image: 'an image', video: 'a video that is kept', audio: 'a sound that is kept', author: 'a stated author', date: 'a stated date', address: 'an address', tag: 'a tag', collection: 'a place in a collection' } as const;

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

function describeLanguage(tag: string): string {
  try {
    return languageNames.of(tag) ?? tag;
  } catch (error) {
    // What is no well-formed tag has no name; a user can ask for it all the same.
    if (error instanceof RangeError) return tag;
    throw error;
  }
}

function describeCount(least: number | null, most: number | null): string {
  const say = (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'word' : 'words'}`;
  if (least === null) return most === null ? 'of any length' : `of up to ${say(most)}`;
  if (most === null) return `of at least ${say(least)}`;
  return least === most ? `of exactly ${say(least)}` : `of ${least.toLocaleString('en')} to ${say(most)}`;
}

const year = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', year: 'numeric' });
const month = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', year: 'numeric', month: 'long' });
const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' });

function describeTime(from: string | null, before: string | null): string {
  const first = from === null ? null : new Date(from);
  const last = before === null ? null : new Date(Date.parse(before) - DAY_MS);
  if (first && last) return describeSpan(first, last, new Date(last.getTime() + DAY_MS));
  if (first) return `since ${day.format(first)}`;
  return last ? `until ${day.format(last)}` : 'at a known time';
}

function describeSpan(first: Date, last: Date, before: Date): string {
  const wholeMonths = first.getUTCDate() === 1 && before.getUTCDate() === 1;
  const wholeYears = wholeMonths && first.getUTCMonth() === 0 && before.getUTCMonth() === 0;
  if (wholeYears && year.format(first) === year.format(last)) return `in ${year.format(first)}`;
  if (wholeMonths && month.format(first) === month.format(last)) return `in ${month.format(first)}`;
  if (day.format(first) === day.format(last)) return `on ${day.format(first)}`;
  return `from ${day.format(first)} to ${day.format(last)}`;
}
