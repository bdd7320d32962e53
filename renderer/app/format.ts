import type { DatePrecision } from '../../main/contract/articles.ts';

/** The catalogue of words is English: so are dates and numbers, in the reader's own variety of it where there is one. */
export const LOCALE = chooseLocale(globalThis.navigator?.languages ?? []);

export function chooseLocale(languages: readonly string[]): string {
  return languages.find((language) => language === 'en' || language.startsWith('en-')) ?? 'en-GB';
}

/** How precise an ISO 8601 date is, read from its shape; null when it is no such date. */
export function precisionOf(date: string): DatePrecision | null {
  if (/^\d{4}$/.test(date)) return 'year';
  if (/^\d{4}-\d{2}$/.test(date)) return 'month';
  if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return 'day';
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(date)) return 'minute';
  return null;
}

const SHAPES: Record<DatePrecision, { long: Intl.DateTimeFormatOptions; short: Intl.DateTimeFormatOptions }> = {
  year: { long: { year: 'numeric' }, short: { year: 'numeric' } },
  month: { long: { year: 'numeric', month: 'long' }, short: { year: 'numeric', month: 'short' } },
  day: { long: { dateStyle: 'long' }, short: { dateStyle: 'medium' } },
  minute: { long: { dateStyle: 'long', timeStyle: 'short' }, short: { dateStyle: 'medium' } },
  second: { long: { dateStyle: 'long', timeStyle: 'short' }, short: { dateStyle: 'medium' } },
};

/**
 * A date in words, never more precise than it is known. A day has no time zone; a moment is shown in the reader's own.
 * What is no date is shown as it stands: better odd than lost.
 */
export function formatPublished(date: string, length: 'long' | 'short', locale = LOCALE): string {
  const precision = precisionOf(date);
  const moment = new Date(date);
  if (!precision || Number.isNaN(moment.getTime())) return date;
  const hasTime = precision === 'minute' || precision === 'second';
  const zone = hasTime ? {} : { timeZone: 'UTC' };
  return dateFormat(locale, JSON.stringify([precision, length]), { ...SHAPES[precision][length], ...zone }).format(moment);
}

/** A moment to the second, in the reader's own time: `5 Jan 2026, 08:04:11`. What is none is shown as it stands. */
export function formatMoment(moment: string, locale = LOCALE): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return moment;
  return dateFormat(locale, 'moment', { dateStyle: 'medium', timeStyle: 'medium' }).format(date);
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();

// Building a format takes longer than using it, and a list uses one for every row.
function dateFormat(locale: string, key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const known = dateFormats.get(locale + key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  dateFormats.set(locale + key, made);
  return made;
}

const numberFormat = new Intl.NumberFormat(LOCALE);

export function formatNumber(value: number): string {
  return numberFormat.format(value);
}

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** `814 kB`, `1.3 GB`: in thousands, as file managers count. */
export function formatBytes(bytes: number, locale = LOCALE): string {
  const power = Math.min(BYTE_UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const unit = BYTE_UNITS[power] ?? 'byte';
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumSignificantDigits: 3 }).format(bytes / 1000 ** power);
}

/** Words a minute of quiet reading of prose, for people reading their first language. */
const READING_SPEED = 230;

/** Whole minutes, at least one. */
export function readingMinutes(wordCount: number): number {
  return Math.max(1, Math.round(wordCount / READING_SPEED));
}

/** `45 s`, `3 min`, `1 h 20 min`: rough on purpose, it describes an estimate. */
export function formatDuration(seconds: number): string {
  if (seconds < 60) return `${formatNumber(Math.max(1, Math.round(seconds)))} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return `${formatNumber(Math.floor(minutes / 60))} h${rest ? ` ${rest} min` : ''}`;
}

/** The last part of a path or address: what the user would call the file. */
export function fileNameOf(source: string): string {
  const name = source.split(/[\\/]/).findLast((part) => part !== '');
  return name ?? source;
}
