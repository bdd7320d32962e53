import type { DatePrecision } from '../../../contract/articles.ts';
import type { PublishedDate } from '../article-draft.ts';

/** English, German, French, Spanish, Italian, Portuguese, Dutch; abbreviations are their beginnings. */
const MONTHS: readonly (readonly string[])[] = [
  ['january', 'januar', 'jänner', 'janvier', 'enero', 'gennaio', 'janeiro', 'januari'],
  ['february', 'februar', 'februari', 'février', 'fevrier', 'febrero', 'febbraio', 'fevereiro'],
  ['march', 'märz', 'maerz', 'mars', 'marzo', 'março', 'marco', 'maart', 'mrz'],
  ['april', 'avril', 'abril', 'aprile', 'avr', 'abr'],
  ['may', 'mai', 'mayo', 'maggio', 'maio', 'mei'],
  ['june', 'juni', 'juin', 'junio', 'giugno', 'junho'],
  ['july', 'juli', 'juillet', 'julio', 'luglio', 'julho'],
  ['august', 'août', 'aout', 'agosto', 'augustus', 'ago'],
  ['september', 'septembre', 'septiembre', 'settembre', 'setembro', 'sept', 'set'],
  ['october', 'oktober', 'octobre', 'octubre', 'ottobre', 'outubro', 'okt', 'out'],
  ['november', 'novembre', 'noviembre', 'novembro'],
  ['december', 'dezember', 'décembre', 'decembre', 'diciembre', 'dicembre', 'dezembro', 'dez', 'dic'],
];
const SHORTEST_MONTH = 3;
const FIRST_YEAR = 1450;
const LAST_YEAR = 2200;

const ISO = /^(\d{4})(?:([-/.]?)(\d{1,2})(?:\2(\d{1,2}))?)?(?:(?:T|\s+)(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?(?:\d{2})?)?)?(?=$|[^\d])/i;
const DAY_FIRST = /(?:^|[^\d])(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s*(?:de\s+|of\s+)?(\p{L}{3,12})\.?,?\s*(?:de\s+|del\s+)?(\d{4})(?!\d)(?:,?\s+(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(Z|UTC|GMT|[+-]\d{4})?(?!\s*[ap]\.?m))?/iu;
const MONTH_FIRST = /(?:^|[^\p{L}])(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/iu;
const GERMAN = /(?:^|[^\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/;
const EAST_ASIAN = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/;
const MONTH_AND_YEAR = /^\s*(\p{L}{3,12})\.?,?\s+(\d{4})\s*$/u;

interface Parts {
  readonly year: number;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  readonly hour?: string | undefined;
  readonly minute?: string | undefined;
  readonly second?: string | undefined;
  readonly zone?: string | undefined;
}

/**
 * A date out of what a page or a header says, as precise as it says it: ISO 8601 and its relatives, mail dates, dates
 * in words of seven languages, `24.9.2025`. Numbers whose order depends on the country (`9/10/2025`) are no date. A
 * zone is kept where stated and never added. Undefined where there is no date.
 */
export function readDate(text: string): PublishedDate | undefined {
  const trimmed = text.trim().slice(0, 200);
  const parts = readIso(trimmed) ?? readInWords(trimmed) ?? readNumbers(trimmed);
  return parts === undefined ? undefined : formatDate(parts);
}

/** The date in an address such as `/2025/09/24/harbour`. */
export function readDateFromUrl(url: string): PublishedDate | undefined {
  const path = URL.parse(url)?.pathname ?? '';
  const day = /[/_-]((?:19|20)\d{2})[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/.exec(path);
  if (day !== null) return formatDate({ year: Number(day[1]), month: Number(day[2]), day: Number(day[3]) });
  const month = /\/((?:19|20)\d{2})\/(0?[1-9]|1[0-2])\//.exec(path);
  return month === null ? undefined : formatDate({ year: Number(month[1]), month: Number(month[2]) });
}

function readIso(text: string): Parts | undefined {
  const match = ISO.exec(text);
  if (match === null) return undefined;
  const [, year, , month, day, hour, minute, second, zone] = match;
  if (hour !== undefined && day === undefined) return undefined;
  // A number before words ("2019 was dry") is no date.
  if (month === undefined && !/^\d{4}$/.test(text)) return undefined;
  return { year: Number(year), month: toNumber(month), day: toNumber(day), hour, minute, second, zone };
}

function readInWords(text: string): Parts | undefined {
  // Each of them has a year, and looking for its words takes far longer than looking for that.
  if (!/\d{4}/.test(text)) return undefined;
  const dayFirst = DAY_FIRST.exec(text);
  const first = dayFirst === null ? undefined : monthOf(dayFirst[2] ?? '');
  if (dayFirst !== null && first !== undefined) {
    const [, day, , year, hour, minute, second, zone] = dayFirst;
    return { year: Number(year), month: first, day: Number(day), hour, minute, second, zone };
  }
  const monthFirst = MONTH_FIRST.exec(text);
  const second = monthFirst === null ? undefined : monthOf(monthFirst[1] ?? '');
  if (monthFirst !== null && second !== undefined) return { year: Number(monthFirst[3]), month: second, day: Number(monthFirst[2]) };
  const withoutDay = MONTH_AND_YEAR.exec(text);
  const third = withoutDay === null ? undefined : monthOf(withoutDay[1] ?? '');
  return withoutDay !== null && third !== undefined ? { year: Number(withoutDay[2]), month: third } : undefined;
}

function readNumbers(text: string): Parts | undefined {
  const german = GERMAN.exec(text);
  if (german !== null) return { year: Number(german[3]), month: Number(german[2]), day: Number(german[1]) };
  const eastAsian = EAST_ASIAN.exec(text);
  if (eastAsian !== null) return { year: Number(eastAsian[1]), month: Number(eastAsian[2]), day: Number(eastAsian[3]) };
  const inside = /(?:^|[^\d])((?:19|20)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(text);
  return inside === null ? undefined : { year: Number(inside[1]), month: Number(inside[3]), day: Number(inside[4]) };
}

function monthOf(word: string): number | undefined {
  const name = word.toLowerCase();
  if (name.length < SHORTEST_MONTH) return undefined;
  const index = MONTHS.findIndex((names) => names.some((month) => month === name || (month.startsWith(name) && name.length <= 4)));
  return index < 0 ? undefined : index + 1;
}

function formatDate(parts: Parts): PublishedDate | undefined {
  const { year, month, day } = parts;
  if (year < FIRST_YEAR || year > LAST_YEAR) return undefined;
  if (month === undefined) return { value: String(year), precision: 'year' };
  if (month < 1 || month > 12) return undefined;
  const toMonth = `${year}-${pad(month)}`;
  if (day === undefined) return { value: toMonth, precision: 'month' };
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day < 1 || day > lastDay) return undefined;
  const toDay = `${toMonth}-${pad(day)}`;
  const time = formatTime(parts);
  return time === undefined ? { value: toDay, precision: 'day' } : { value: `${toDay}T${time.value}`, precision: time.precision };
}

/** Undefined without a time, with an impossible one, and at midnight sharp: that is how pages write "no time known". */
function formatTime({ hour, minute, second, zone }: Parts): { value: string; precision: DatePrecision } | undefined {
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined;
  if (Number(hour) === 0 && Number(minute) === 0 && Number(second ?? 0) === 0) return undefined;
  const time = `${pad(Number(hour))}:${minute}${second === undefined ? '' : `:${second}`}`;
  return { value: time + formatZone(zone), precision: second === undefined ? 'minute' : 'second' };
}

function formatZone(zone: string | undefined): string {
  if (zone === undefined) return '';
  const match = /^([+-]\d{2}):?(\d{2})?$/.exec(zone);
  return match === null ? 'Z' : `${match[1]}:${match[2] ?? '00'}`;
}

const pad = (number: number): string => String(number).padStart(2, '0');
const toNumber = (digits: string | undefined): number | undefined => (digits === undefined ? undefined : Number(digits));
