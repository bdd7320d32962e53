import { z } from 'zod';
import type { Histogram } from '../../contract/search.ts';
import type { ReadableDatabase } from './open-database.ts';
import { prepareOnce } from './prepare-once.ts';
import { RowSet } from './row-set.ts';
import { jsonColumn } from './stored-articles.ts';

/** The first and the last day that are looked at; null is as early, or as late, as there is anything. */
export interface DayRange {
  readonly from: string | null;
  readonly to: string | null;
}

interface Bar {
  readonly from: string;
  readonly to: string;
  count: number;
}

/** More bars than these are too thin to be told apart, and to be pointed at. */
const MOST_DAYS = 92;
const MOST_MONTHS = 36;
const MOST_YEARS = 150;
const DAY_MS = 86_400_000;

/** Counts the given articles (`articles.n`, none of them in the trash) by when they were published: by days, months or years, as the range is long. */
export function countDates(database: ReadableDatabase, rows: readonly number[], range: DayRange): Histogram {
  const { dated, undated } = countKeys(database, rows, range);
  const shown = completeRange(range, dated);
  if (!shown) return { unit: 'year', years: 1, bars: [], vague: 0, undated };
  const { unit, years } = chooseUnit(shown);
  const bars = makeBars(unit, years, wholeBars(unit, shown, range));
  const precision = unit === 'day' ? 10 : unit === 'month' ? 7 : 4;
  const starts = bars.map(({ from }) => from);
  let vague = 0;
  for (const [key, count] of dated) {
    const bar = key.length < precision ? undefined : bars[lastAtOrBefore(starts, fillUp(key))];
    if (bar) bar.count += count;
    else vague += count;
  }
  return { unit, years, bars, vague, undated };
}

const Keys = z.object({ articles: jsonColumn(z.array(z.number())), keys: jsonColumn(z.array(z.string())) });

/** How many there are of each date, cut to the day, that lies in the range as far as it is known. */
function countKeys(database: ReadableDatabase, rows: readonly number[], { from, to }: DayRange): { dated: Map<string, number>; undated: number } {
  const given = new RowSet(rows);
  const { articles, keys } = Keys.parse(
    prepareOnce(
      database,
      'SELECT json_group_array(n) AS articles, json_group_array(substr(published_key, 1, 10)) AS keys FROM articles INDEXED BY articles_by_published WHERE trashed = 0 AND published_key IS NOT NULL',
    ).get(),
  );
  const dated = new Map<string, number>();
  let found = 0;
  for (let at = 0; at < articles.length; at += 1) {
    if (!given.has(articles[at] ?? 0)) continue;
    found += 1;
    const key = keys[at] ?? '';
    if (isDateKey(key) && (from === null || fillUp(key) >= from) && (to === null || lastDayOf(key) <= to)) dated.set(key, (dated.get(key) ?? 0) + 1);
  }
  return { dated, undated: rows.length - found };
}

/** `1987`, `1987-02`, `1987-02-26`: a stranger's file may say anything. */
function isDateKey(key: string): boolean {
  return /^\d{4}(-\d{2}){0,2}$/.test(key) && !Number.isNaN(Date.parse(fillUp(key)));
}

function fillUp(key: string): string {
  return key + '0000-01-01'.slice(key.length);
}

function lastDayOf(key: string): string {
  if (key.length === 10) return key;
  return key.length === 7 ? lastOfMonth(Number(key.slice(0, 4)), Number(key.slice(5))) : `${key}-12-31`;
}

function completeRange({ from, to }: DayRange, dated: ReadonlyMap<string, number>): { from: string; to: string } | undefined {
  let first = from;
  let last = to;
  for (const key of dated.keys()) {
    if (from === null && (first === null || fillUp(key) < first)) first = fillUp(key);
    if (to === null && (last === null || lastDayOf(key) > last)) last = lastDayOf(key);
  }
  return first === null || last === null || first > last ? undefined : { from: first, to: last };
}

function chooseUnit({ from, to }: { from: string; to: string }): Pick<Histogram, 'unit' | 'years'> {
  if ((Date.parse(to) - Date.parse(from)) / DAY_MS < MOST_DAYS) return { unit: 'day', years: 1 };
  if (monthNumber(to) - monthNumber(from) < MOST_MONTHS) return { unit: 'month', years: 1 };
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1;
  return { unit: 'year', years: [1, 10].find((size) => years / size <= MOST_YEARS) ?? 100 };
}

/** Where nobody has said where to begin or to end, the outermost months and years are whole. */
function wholeBars(unit: Histogram['unit'], shown: { from: string; to: string }, { from, to }: DayRange): { from: string; to: string } {
  const length = { day: 10, month: 7, year: 4 }[unit];
  return { from: from ?? fillUp(shown.from.slice(0, length)), to: to ?? lastDayOf(shown.to.slice(0, length)) };
}

function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

/** Bars from the one that the first day lies in to the one that the last day lies in; the range cuts them off. */
function makeBars(unit: Histogram['unit'], years: number, { from, to }: { from: string; to: string }): Bar[] {
  const bars: Bar[] = [];
  for (let start = from; start <= to; ) {
    const end = earlier(endOfBar(unit, years, start), to);
    bars.push({ from: start, to: end, count: 0 });
    const next = dayAfter(end);
    if (next <= start) break;
    start = next;
  }
  return bars;
}

function endOfBar(unit: Histogram['unit'], years: number, start: string): string {
  const year = Number(start.slice(0, 4));
  if (unit === 'day') return start;
  if (unit === 'month') return lastOfMonth(year, Number(start.slice(5, 7)));
  return `${String(Math.min(9_999, Math.floor(year / years) * years + years - 1)).padStart(4, '0')}-12-31`;
}

function lastOfMonth(year: number, month: number): string {
  const moment = new Date(0);
  moment.setUTCFullYear(year, month, 0);
  return dayOf(moment);
}

function dayAfter(day: string): string {
  return dayOf(new Date(Date.parse(day) + DAY_MS));
}

function dayOf(moment: Date): string {
  // Years past 9999 are written with six digits and a sign, which sorts first.
  return moment.toISOString().slice(0, 10);
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}

/** The place of the last of the sorted texts that is not greater; -1 where all are. */
function lastAtOrBefore(sorted: readonly string[], text: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? '') <= text) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
