/** Zones whose name means one offset everywhere. `CST`, `IST` and `ET` do not, so with them the time stays without a zone. */
const ZONES: Readonly<Record<string, string>> = {
  z: 'Z', gmt: 'Z', utc: 'Z', wet: 'Z', west: '+01:00', cet: '+01:00', cest: '+02:00', mez: '+01:00', mesz: '+02:00',
  eet: '+02:00', eest: '+03:00', msk: '+03:00', мск: '+03:00', est: '-05:00', edt: '-04:00', pst: '-08:00', pdt: '-07:00',
  mdt: '-06:00', cdt: '-05:00', jst: '+09:00', kst: '+09:00', brt: '-03:00',
};

const AMBIGUOUS_ZONE = /^(?:[a-z]{1,2}t|cst|ist|bst|mst)\b/;
const TIME = /(?:(?<=\d)t|(?<=^|[\s,|(;–—-]))(?:(上午|下午|午前|午後|오전|오후)\s*)?(\d{1,2})(?:(?:[:.h]|\s?[时時点시]\s?)(\d{2})(?:分|분)?(?:[:.](\d{2})(?:[.,]\d+)?)?)?\s*([ap]\.?m\.?(?![a-z]))?/g;

export interface TimeOfDay {
  /** `15:01`, `15:01:30`, with `Z` or `+02:00` where the zone is stated. */
  readonly value: string;
  readonly precision: 'minute' | 'second';
}

/**
 * Takes the time of day out of a string in lower case that holds a date. `15:01`, `3:01 p.m.`, `15.01 uhr`, `15h01`,
 * `下午3时01分`, with a zone by name or offset after it. An hour alone counts only with am or pm.
 */
export function takeTime(text: string): { rest: string; time: TimeOfDay | undefined } {
  for (const found of text.matchAll(TIME)) {
    const [whole, half, hourText, minuteText, secondText, ampm] = found;
    if (minuteText === undefined && ampm === undefined) continue;
    const after = text.slice(found.index + whole.length);
    // `24.09.2025` and `09.24` of a longer number are dates.
    if (/^[.\d/-]\d/.test(after) && !/^[-+]\d{2}:?\d{2}/.test(after)) continue;
    const isAfternoon = /下午|午後|오후/.test(half ?? '') || ampm?.startsWith('p') === true;
    const isMorning = /上午|午前|오전/.test(half ?? '') || ampm?.startsWith('a') === true;
    const hour = to24Hours(Number(hourText), isMorning, isAfternoon);
    const minute = Number(minuteText ?? 0);
    if (hour === undefined || minute > 59 || Number(secondText ?? 0) > 59) continue;
    const { zone, length } = takeZone(after);
    const clock = [hour, minute, ...(secondText === undefined ? [] : [Number(secondText)])].map((n) => String(n).padStart(2, '0')).join(':');
    return {
      rest: `${text.slice(0, found.index)} ${after.slice(length)}`.replace(/[\s,|–—-]+$/, ''),
      time: { value: clock + zone, precision: secondText === undefined ? 'minute' : 'second' },
    };
  }
  return { rest: text, time: undefined };
}

function to24Hours(hour: number, isMorning: boolean, isAfternoon: boolean): number | undefined {
  if (!isMorning && !isAfternoon) return hour <= 23 ? hour : undefined;
  if (hour > 12 || (hour === 0 && isMorning)) return isAfternoon && hour <= 23 ? hour : undefined;
  return (hour % 12) + (isAfternoon ? 12 : 0);
}

function takeZone(after: string): { zone: string; length: number } {
  const offset = /^\s*\(?(?:gmt|utc)?\s?([+-])(\d{1,2}):?(\d{2})?\)?(?![\d/])/.exec(after);
  if (offset !== null) {
    const [whole, sign, hours, minutes] = offset;
    if (Number(hours) <= 14) return { zone: `${sign ?? '+'}${(hours ?? '').padStart(2, '0')}:${minutes ?? '00'}`, length: whole.length };
  }
  const [lead = '', name = ''] = /^(?:\s*(?:uhr|uur|hrs?|h)(?![\p{L}]))?\s*\(?(?=(\p{L}{1,4})(?![\p{L}]))/u.exec(after) ?? [];
  const zone = Object.hasOwn(ZONES, name) ? ZONES[name] : undefined;
  if (zone !== undefined) return { zone, length: lead.length + name.length };
  return { zone: '', length: AMBIGUOUS_ZONE.test(name) ? lead.length + name.length : 0 };
}
