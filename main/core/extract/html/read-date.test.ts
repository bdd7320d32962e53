import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDate, readDateFromUrl } from './read-date.ts';

test.each([
  ['2024', '2024', 'year'],
  ['2024-05', '2024-05', 'month'],
  ['2024-05-01', '2024-05-01', 'day'],
  ['2024/5/1', '2024-05-01', 'day'],
  ['20240501', '2024-05-01', 'day'],
  ['2024-05-01T10:20', '2024-05-01T10:20', 'minute'],
  ['2024-05-01T10:20:30Z', '2024-05-01T10:20:30Z', 'second'],
  ['2024-05-01 10:20:30.123+0200', '2024-05-01T10:20:30+02:00', 'second'],
  ['2024-05-01T10:20:30-05', '2024-05-01T10:20:30-05:00', 'second'],
  ['2024-05-01T00:00:00Z', '2024-05-01', 'day'],
  ['Wed, 01 May 2024 10:20:30 GMT', '2024-05-01T10:20:30Z', 'second'],
  ['May 1, 2024', '2024-05-01', 'day'],
  ['Published on Sept. 24th, 2025', '2025-09-24', 'day'],
  ['1st of May 2024', '2024-05-01', 'day'],
  ['24. Dezember 2019', '2019-12-24', 'day'],
  ['24.12.2019', '2019-12-24', 'day'],
  ['le 3 août 2021 à 10:00', '2021-08-03', 'day'],
  ['15 de marzo de 2020', '2020-03-15', 'day'],
  ['2019年2月26日', '2019-02-26', 'day'],
  ['February 1987', '1987-02', 'month'],
])('%s is %s', (text, value, precision) => {
  expect(readDate(text)).toEqual({ value, precision });
});

test.each(['', 'yesterday', '9/10/2025', '2019 was dry', '2024-13-01', '2024-02-30', '31 April 2024', '0000-01-01', '12345', 'May I', '{{date}}'])('%j is no date', (text) => {
  expect(readDate(text)).toBeUndefined();
});

test.each([
  ['https://example.org/2025/09/24/harbour', '2025-09-24'],
  ['https://example.org/news-2025-09-24.html', '2025-09-24'],
  ['https://example.org/2025/09/harbour', '2025-09'],
  ['https://example.org/20250924-harbour', '2025-09-24'],
  ['https://example.org/a/12345678/b', undefined],
  ['no address', undefined],
])('the address %s says %s', (url, value) => {
  expect(readDateFromUrl(url)?.value).toBe(value);
});

test('any text is a date that exists or none', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{1,4}[-/. ]\d{1,2}[-/. T]\d{1,4}/)), (text) => {
      expect(Date.parse(readDate(text)?.value ?? '2000')).not.toBeNaN();
    }),
  );
});
