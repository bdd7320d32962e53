import type { PublishedDate } from '../article-draft.ts';
import { isWeekday, monthNumber } from './month-names.ts';
import { takeTime } from './take-time.ts';

export interface ParsedDate extends PublishedDate {
  /** 1 where the date can be read in one way only; less where the order of day and month was inferred. */
  readonly confidence: number;
}

export interface DateHints {
  /** Of the text, BCP 47: decides whether `03/04/2025` is in March or April. In English it stays unknown. */
  readonly language?: string | undefined;
  /** Whether a year alone is a date. Only a label such as `Published:` makes it one. */
  readonly allowYearOnly?: boolean;
}

/** Longer strings are sentences. */
const LONGEST = 90;
/** Words that stand around a date and say nothing more. */
const FILLER = new Set(
  ('the of on at de del do da le la el il am um den der dem en em op a à às as alle ore om uur uhr h hs г года год в h. ' +
    'st nd rd th er º ° last posted published updated first date issued dated veröffentlicht publié publicado pubblicato geplaatst ' +
    'gepubliceerd aktualisiert stand опубликовано дата le. vom du del. von 입력 등록 승인 发布时间 发布于 發布時間 公開 配信 公開日').split(' '),
);

interface Parts {
  year?: number;
  month?: number;
  day?: number;
  confidence: number;
}

/**
 * A date that fills the whole string, with or without weekday, time and zone. Undefined where anything else is in the string,
 * where the day does not exist, or where day and month could be exchanged. Never adds a year, a time or a zone that is
 * not there.
 */
export function parseDate(text: string, hints: DateHints = {}): ParsedDate | undefined {
  const trimmed = text.trim();
  if (trimmed.length < 4 || trimmed.length > LONGEST || !holdsYear(trimmed)) return undefined;
  const { rest, time } = takeTime(trimmed.normalize('NFKC').toLowerCase());
  const parts = parseNumeric(rest, hints) ?? parseNamed(rest);
  if (parts?.year === undefined || !isRealDay(parts)) return undefined;
  const { year, month, day, confidence } = parts;
  if (month === undefined) return hints.allowYearOnly === true ? { value: String(year), precision: 'year', confidence } : undefined;
  const yearMonth = `${year}-${twoDigits(month)}`;
  if (day === undefined) return time === undefined ? { value: yearMonth, precision: 'month', confidence } : undefined;
  const date = `${yearMonth}-${twoDigits(day)}`;
  if (time === undefined) return { value: date, precision: 'day', confidence };
  return { value: `${date}T${time.value}`, precision: time.precision, confidence };
}

/** Whether there are four digits in a row. Without a year nothing is a date, and most lines that are looked at hold none. */
export function holdsYear(text: string): boolean {
  return /\d{4}/.test(text.normalize('NFKC'));
}

const FOLLOWS = /^[\s,.;:()日号일-]*(?:\(?[月火水木金土日월화수목금토일一二三四五六](?:曜日|요일)?\)?|(?:星期|周|週)[一二三四五六日天])?[\s,.;()]*$/;

/** `2025-09-24`, `20250924`, `24.09.2025`, `09/24/2025`, `2025年9月24日`, `2025년 9월 24일`. */
function parseNumeric(text: string, hints: DateHints): Parts | undefined {
  const rest = withoutFiller(text);
  const yearFirst = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?|([/.])(\d{1,2})\4(\d{1,2})\.?|\s*[年년]\s*(?:(\d{1,2})\s*[月월]\s*(?:(\d{1,2})\s*[日号일])?)?)/.exec(rest);
  if (yearFirst !== null && FOLLOWS.test(rest.slice(yearFirst[0].length))) {
    const [, year, isoMonth, isoDay, , otherMonth, otherDay, cjkMonth, cjkDay] = yearFirst;
    return makeParts(year, isoMonth ?? otherMonth ?? cjkMonth, isoDay ?? otherDay ?? cjkDay, 1);
  }
  if (/^\d{8}$/.test(rest)) return makeParts(rest.slice(0, 4), rest.slice(4, 6), rest.slice(6), 1);
  const yearLast = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})[\s,.]*$/.exec(rest);
  if (yearLast === null) return /^\d{4}$/.test(rest) ? makeParts(rest, undefined, undefined, 1) : undefined;
  const [, first, separator, second, year] = yearLast;
  if (separator === '.' || Number(first) > 12 || first === second) return makeParts(year, second, first, 1);
  if (Number(second) > 12) return makeParts(year, first, second, 1);
  const isDayFirst = /^(?:de|fr|es|it|pt|nl|ru|pl|cs)\b/.test(hints.language ?? '');
  return isDayFirst ? makeParts(year, second, first, 0.8) : undefined;
}

/** `24 September 2025`, `Sept. 24, 2025`, `24 de septiembre de 2025`, `September 2025`. */
function parseNamed(text: string): Parts | undefined {
  const parts: Parts = { confidence: 1 };
  for (const token of text.split(/[\s,/()[\]]+|(?<=\d)(?=\p{L})|(?<=\p{L}\.)(?=\d)/u)) {
    const word = token.replace(/[.:;’']+$/, '').replace(/^[-–—|]+|[-–—|]+$/g, '');
    if (word === '' || FILLER.has(word)) continue;
    const month = monthNumber(word);
    if (month !== undefined && parts.month === undefined) parts.month = month;
    else if (/^\d{1,2}$/.test(word) && parts.day === undefined) parts.day = Number(word);
    else if (/^\d{4}$/.test(word) && parts.year === undefined) parts.year = Number(word);
    else if (!isWeekday(word)) return fromJoined(word);
  }
  return parts.month === undefined ? undefined : parts;
}

/** `26-feb-1987`: the whole date in one word. */
function fromJoined(word: string): Parts | undefined {
  const [, day, name, year] = /^(\d{1,2})[-–](\p{L}{3,})[-–](\d{4})$/u.exec(word) ?? [];
  const month = monthNumber(name ?? '');
  return month === undefined ? undefined : { year: Number(year), month, day: Number(day), confidence: 1 };
}

/** Without the words before and after a date that say nothing more. */
function withoutFiller(text: string): string {
  const words = text.split(/(?<=[\s:,])/);
  const isFiller = (word: string | undefined): boolean => {
    const bare = word?.replace(/[\s.,:]+$/, '').trim();
    return bare !== undefined && (bare === '' || FILLER.has(bare) || isWeekday(bare));
  };
  while (words.length > 0 && isFiller(words[0])) words.shift();
  while (words.length > 0 && isFiller(words.at(-1))) words.pop();
  return words.join('').trim();
}

function makeParts(year: string | undefined, month: string | undefined, day: string | undefined, confidence: number): Parts {
  const parts: Parts = { year: Number(year), confidence };
  if (month !== undefined) parts.month = Number(month);
  if (day !== undefined) parts.day = Number(day);
  return parts;
}

/** Whether the calendar has the day, in a year from which articles come. */
function isRealDay({ year = 0, month = 1, day = 1 }: Parts): boolean {
  if (year < 1600 || year > 2199 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
