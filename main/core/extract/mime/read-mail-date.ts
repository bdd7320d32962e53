import type { PublishedDate } from '../article-draft.ts';
import { readDate } from '../html/read-date.ts';
import { monthNumber } from '../plain-text/month-names.ts';

/** The zones that RFC 822 names, and some that mail programs write. In mail their meaning is fixed. */
const ZONES: Readonly<Record<string, string>> = {
  z: 'Z', ut: 'Z', utc: 'Z', gmt: 'Z', wet: 'Z',
  est: '-05:00', edt: '-04:00', cst: '-06:00', cdt: '-05:00', mst: '-07:00', mdt: '-06:00', pst: '-08:00', pdt: '-07:00',
  bst: '+01:00', cet: '+01:00', met: '+01:00', mez: '+01:00', cest: '+02:00', mest: '+02:00', mesz: '+02:00', eet: '+02:00', eest: '+03:00', msk: '+03:00', jst: '+09:00',
};
const MAIL = /(?:^|[\s,])(\d{1,2})[\s-]+(\p{L}{3,9})\.?,?[\s-]+(\d{4}|\d{2})(?!\d)(?:[\s,]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?(?:\s*([+-]\d{4}|\p{L}{1,5}))?/u;
/** As C writes it, and the lines between the messages of a mailbox. */
const MAILBOX = /(\p{L}{3})\s+(\d{1,2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s+(?:(\p{L}{2,5}|[+-]\d{4})\s+)?(\d{4})/u;
const LONGEST = 200;
const FURTHEST_ZONE = 14;

/**
 * The date of a message's header (RFC 5322, its older forms and what programs make of it), as precise as it says it. A zone
 * is kept where stated and never added.
 */
export function readMailDate(field: string): PublishedDate | undefined {
  const text = field.slice(0, LONGEST).replace(/\s+/g, ' ').trim();
  const mail = MAIL.exec(text);
  if (mail !== null) {
    const [, day, month = '', year = '', hour, minute, second, zone] = mail;
    return toDate({ day, month, year, hour, minute, second, zone }) ?? readDate(text);
  }
  const [, month, day, hour, minute, second, zone, year = ''] = MAILBOX.exec(text) ?? [];
  return (month === undefined ? undefined : toDate({ day, month, year, hour, minute, second, zone })) ?? readDate(text);
}

interface Parts {
  readonly day: string | undefined;
  readonly month: string;
  readonly year: string;
  readonly hour: string | undefined;
  readonly minute: string | undefined;
  readonly second: string | undefined;
  readonly zone: string | undefined;
}

function toDate(parts: Parts): PublishedDate | undefined {
  const month = monthNumber(parts.month.toLowerCase());
  const day = Number(parts.day);
  // Two digits: RFC 2822 says which century they mean.
  const year = Number(parts.year) + (parts.year.length > 2 ? 0 : Number(parts.year) < 50 ? 2000 : 1900);
  if (month === undefined || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate() || year < 1970) return undefined;
  const value = `${year}-${pad(month)}-${pad(day)}`;
  const { hour, minute, second } = parts;
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return { value, precision: 'day' };
  const seconds = second === undefined ? '' : `:${pad(Math.min(59, Number(second)))}`;
  return { value: `${value}T${pad(Number(hour))}:${minute}${seconds}${readZone(parts.zone)}`, precision: second === undefined ? 'minute' : 'second' };
}

/** `-0000` is how mail says that the time is universal and the writer's zone unknown. */
function readZone(zone: string | undefined): string {
  const [, sign, hours, minutes] = /^([+-])(\d{2})(\d{2})$/.exec(zone ?? '') ?? [];
  if (sign === undefined) return ZONES[(zone ?? '').toLowerCase()] ?? '';
  if (hours === '00' && minutes === '00') return sign === '-' ? 'Z' : '+00:00';
  return Number(hours) > FURTHEST_ZONE || Number(minutes) > 59 ? '' : `${sign}${hours}:${minutes}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
