/** ISO 8601 moments in UTC: `from` inclusive, `before` exclusive, null is open. */
export interface DateBounds {
  readonly from: string | null;
  readonly before: string | null;
}

const FIRST_MOMENT = '0000-01-01T00:00:00.000Z';

/**
 * Reads `2025`, `2025-09`, `2025-09-24`, `today`, `yesterday`, `2025-09..2025-12` (either end may be missing), `<30d`
 * (younger than; days, weeks, months, years), `>1y` (older), `<2025` (before) and `>=2025-09` (from then on). Counted in whole days of
 * UTC. Undefined for anything else.
 */
export function parseDates(text: string, now: Date): DateBounds | undefined {
  const compared = /^([<>]=?)(.*)$/s.exec(text);
  if (compared) return compareDates(compared[1] ?? '', compared[2] ?? '', now);
  const dots = text.indexOf('..');
  if (dots === -1) return parsePeriod(text, now);
  const [first, last] = [text.slice(0, dots), text.slice(dots + 2)];
  if (first === '' && last === '') return undefined;
  const from = first === '' ? OPEN : parsePeriod(first, now);
  const to = last === '' ? OPEN : parsePeriod(last, now);
  return from && to && { from: from.from, before: to.before };
}

const OPEN: DateBounds = { from: null, before: null };

/** Whether nothing can lie between: the ends are the wrong way round. */
export function isBackwards({ from, before }: DateBounds): boolean {
  return from !== null && before !== null && from >= before;
}

function compareDates(operator: string, text: string, now: Date): DateBounds | undefined {
  const ago = parseAgo(text, now);
  if (ago !== undefined) return operator.startsWith('<') ? { from: ago, before: null } : { from: null, before: ago };
  const period = parsePeriod(text, now);
  // Past the last day that can be written there is none.
  if (!period || (operator === '>' && period.before === null)) return undefined;
  switch (operator) {
    case '<':
      return { from: null, before: period.from };
    case '<=':
      return { from: null, before: period.before };
    case '>':
      return { from: period.before, before: null };
    default:
      return { from: period.from, before: null };
  }
}

function parsePeriod(text: string, now: Date): DateBounds | undefined {
  const named = /^(today|yesterday)$/i.exec(text);
  if (named) {
    const day = now.getUTCDate() - (named[1]?.toLowerCase() === 'today' ? 0 : 1);
    return period([now.getUTCFullYear(), now.getUTCMonth(), day], [now.getUTCFullYear(), now.getUTCMonth(), day + 1]);
  }
  const parts = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?$/.exec(text);
  if (!parts) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 1) - 1, Number(parts[3] ?? 1)];
  if (month < 0 || month > 11 || day < 1 || day > lastDay(year, month)) return undefined;
  if (parts[3] !== undefined) return period([year, month, day], [year, month, day + 1]);
  return parts[2] === undefined ? period([year, 0, 1], [year + 1, 0, 1]) : period([year, month, 1], [year, month + 1, 1]);
}

type DayParts = readonly [year: number, month: number, day: number];

function period(from: DayParts, before: DayParts): DateBounds {
  const end = dayOf(before);
  return { from: dayOf(from).toISOString(), before: end.getUTCFullYear() > 9999 ? null : end.toISOString() };
}

/** The beginning of the day that was so long ago. */
function parseAgo(text: string, now: Date): string | undefined {
  const parts = /^(\d{1,6})([dwmy])$/i.exec(text);
  if (!parts) return undefined;
  const count = Number(parts[1]);
  const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
  const ago = () => {
    switch ((parts[2] ?? '').toLowerCase()) {
      case 'd':
        return dayOf([year, month, day - count]);
      case 'w':
        return dayOf([year, month, day - 7 * count]);
      case 'm':
        return sameDay(year, month - count, day);
      default:
        return sameDay(year - count, month, day);
    }
  };
  const then = ago();
  // Before the year 0 ISO 8601 counts otherwise, and before all that a Date can hold the year is NaN.
  return then.getUTCFullYear() >= 0 ? then.toISOString() : FIRST_MOMENT;
}

/** The same day of another month, or that month's last. */
function sameDay(year: number, month: number, day: number): Date {
  const first = dayOf([year, month, 1]);
  return dayOf([first.getUTCFullYear(), first.getUTCMonth(), Math.min(day, lastDay(first.getUTCFullYear(), first.getUTCMonth()))]);
}

function lastDay(year: number, month: number): number {
  return dayOf([year, month + 1, 0]).getUTCDate();
}

/** Not `Date.UTC`, which takes the year 87 for 1987. */
function dayOf([year, month, day]: DayParts): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date;
}
