import { expect, test } from 'vitest';
import { calendarText } from './calendar-text.ts';

test('reads what an invitation says', () => {
  const calendar = 'BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nDTSTART:19700101T000000\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nSUMMARY;LANGUAGE=en:Harbour\\, late \r\n meeting\r\nDTSTART;TZID="Europe/Berlin: x":20250924T100000\r\nDTEND:20250924T110000Z\r\nDESCRIPTION:One\\nTwo\r\nEND:VEVENT\r\nEND:VCALENDAR';
  expect(calendarText(calendar)).toBe('Harbour, late meeting\n\nStart: 2025-09-24 10:00\n\nEnd: 2025-09-24 11:00 UTC\n\nOne\nTwo');
});

test('says nothing of a calendar without events', () => {
  expect(calendarText('BEGIN:VCALENDAR\nEND:VCALENDAR')).toBe('');
});
