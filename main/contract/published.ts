import type { DatePrecision } from './articles.ts';

const SHAPE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?:Z|[+-](\d\d):(\d\d))?)?)?)?$/;

/** Of `1987`, `1987-02`, `1987-02-26`, `1987-02-26T15:01` and so on, with a zone or not; null for what the calendar or the clock does not have. */
export function precisionOfDate(text: string): DatePrecision | null {
  const parts = SHAPE.exec(text);
  if (!parts) return null;
  const [, year, month, day, hour, minute, second, zoneHour = '0', zoneMinute = '0'] = parts;
  if (Number(year) === 0) return null;
  if (month === undefined) return 'year';
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (day === undefined) return 'month';
  if (Number(day) < 1 || Number(day) > daysIn(Number(year), Number(month))) return null;
  if (hour === undefined) return 'day';
  const isTime = Number(hour) < 24 && Number(minute) < 60 && Number(second ?? 0) < 60 && Number(zoneHour) < 24 && Number(zoneMinute) < 60;
  if (!isTime) return null;
  return second === undefined ? 'minute' : 'second';
}

/** `Date` takes the years up to 99 for those after 1900; the calendar of four hundred years later is the same. */
function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year + 400, month, 0)).getUTCDate();
}
