const SHOWN = [
  ['SUMMARY', ''],
  ['DTSTART', 'Start: '],
  ['DTEND', 'End: '],
  ['LOCATION', 'Place: '],
  ['DESCRIPTION', ''],
] as const;
const MOST_EVENTS = 20;
const LONGEST = 200_000;

/** What an invitation says (iCalendar): for a message that holds nothing else. Empty where it says nothing. */
export function calendarText(calendar: string): string {
  const lines = calendar.slice(0, LONGEST).replace(/\r\n?/g, '\n').replace(/\n[ \t]/g, '').split('\n');
  const events = lines.join('\n').split(/^BEGIN:VEVENT$/m).slice(1, MOST_EVENTS + 1);
  return events.map(eventText).filter((text) => text !== '').join('\n\n');
}

function eventText(event: string): string {
  const fields = new Map<string, string>();
  for (const line of event.split(/^END:VEVENT$/m)[0]?.split('\n') ?? []) {
    const [, name = '', value = ''] = /^([A-Z-]+)(?:;(?:[^":]|"[^"]*")*)?:(.*)$/.exec(line) ?? [];
    if (name !== '' && !fields.has(name)) fields.set(name, unescape(value));
  }
  return SHOWN.flatMap(([name, label]) => {
    const value = fields.get(name) ?? '';
    return value === '' ? [] : [label + formatTime(value)];
  }).join('\n\n');
}

function unescape(value: string): string {
  return value.replace(/\\([nN,;\\])/g, (_, letter: string) => (letter.toLowerCase() === 'n' ? '\n' : letter)).trim();
}

/** `20250924T100000Z` as people read it. */
function formatTime(value: string): string {
  return value.replace(/^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})\d{2}(Z?))?$/, (_, year: string, month: string, day: string, hour: string | undefined, minute: string | undefined, zone: string | undefined) =>
    `${year}-${month}-${day}${hour === undefined ? '' : ` ${hour}:${minute ?? '00'}${zone === 'Z' ? ' UTC' : ''}`}`);
}
