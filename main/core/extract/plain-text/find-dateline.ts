import { isWeekday, monthNumber } from './month-names.ts';
import type { ParsedDate } from './parse-date.ts';
import { parseDate } from './parse-date.ts';

export interface Dateline {
  /** As it stands in the text, without the dash: `PARIS, Sept 24 (Agency)`. */
  readonly text: string;
  /** Only where the dateline names the year: `Sept 24` alone is no date. */
  readonly published: ParsedDate | undefined;
}

/** Further in, a dash belongs to a sentence. */
const LONGEST = 100;
const PLACE_WORD = String.raw`\p{Lu}[\p{Lu}\p{M}.'’\-]+`;
const PLACE = String.raw`${PLACE_WORD}(?:(?: |, |/)(?:${PLACE_WORD}|[dD][eE]|[dD][aA]))*`;
const AGENCY = String.raw`\([^()\d]{2,40}\)|/[^/\d]{2,40}/`;
/** Only a long dash may touch the words: a short one joins them. */
const DASH = String.raw`(?:\s+(?:--|[-–—])\s+|\s*(?:--|—)\s*|\s*\.[-–—]+\s*|\s*\.\s+)`;
/** Capitals throughout, with or without date and agency: `PARIS, Sept 24 (Agency) - `, `МОСКВА, 24 сентября. /ТАСС/.`. */
const CAPITALS = new RegExp(String.raw`^(${PLACE})(?:,\s*([^()/–—]{3,40}?))?\s*(?:(${AGENCY}))?${DASH}(?=\S)`, 'u');
/** A place in small letters needs an agency to be one: `Berlin (dpa) – `, `Madrid, 24 sep (EFE).- `. */
const WITH_AGENCY = new RegExp(String.raw`^(\p{Lu}[\p{L}.'’ \-/]{1,40})(?:,\s*([^()/–—]{3,40}?))?\s*(${AGENCY})${DASH}(?=\S)`, 'u');

/** Or a date with its month, and a dash: `Hamburg, 24. September 2025 – `, `Paris, le 3 mai - `. */
const WITH_DATE = new RegExp(String.raw`^(\p{Lu}[\p{L}.'’ \-/]{1,40}),\s*([^()/–—]{3,40}?)\s*(?:--|[-–—])\s*(?=\S)`, 'u');

/** The dateline at the beginning of a paragraph, which stays in the text as it was published. */
export function findDateline(paragraph: string): Dateline | undefined {
  const start = paragraph.slice(0, LONGEST + 20);
  const [whole, place, date, agency] = WITH_AGENCY.exec(start) ?? CAPITALS.exec(start) ?? findWithDate(start) ?? [];
  if (whole === undefined || place === undefined || whole.length > LONGEST) return undefined;
  if (date !== undefined && !isDateOrPlace(date)) return undefined;
  // A word in capitals before a dash may be an abbreviation in a sentence.
  if (date === undefined && agency === undefined && (place.length < 4 || !/^\p{Lu}/u.test(paragraph.slice(whole.length)))) return undefined;
  // `MOSCOW. The mayor` is a heading in capitals more often than a dateline.
  if (agency === undefined && /\.\s*$/.test(whole)) return undefined;
  const text = whole.replace(/(?<=[)/])\s*\.?\s*(?:--|[-–—])?\s*$|\s*(?:\.?[-–—]+)\s*$/u, '');
  const published = date === undefined ? undefined : parseDate(date.replace(/[.,]\s*$/, ''));
  return { text, published };
}

function findWithDate(start: string): RegExpExecArray | undefined {
  const found = WITH_DATE.exec(start);
  const words = (found?.[2] ?? '').toLowerCase().split(/[\s.,]+/).filter(Boolean);
  const isDate = words.length <= 5 && words.some((word) => monthNumber(word) !== undefined) && words.some((word) => /^\d{1,2}$/.test(word));
  return found !== null && isDate ? found : undefined;
}

/** `Sept 24`, `24 сентября`, `Monday`, `New Jersey`: what stands between a dateline's place and its agency. */
function isDateOrPlace(text: string): boolean {
  const words = text.toLowerCase().split(/[\s.,]+/).filter((word) => word !== '');
  if (words.some((word) => monthNumber(word) !== undefined || isWeekday(word))) return words.length <= 6;
  return parseDate(text) !== undefined || /^(?:\p{Lu}[\p{L}.]*\s?){1,3}$/u.test(text);
}
