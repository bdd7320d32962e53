import { describe, expect, it } from 'vitest';
import { parseDate } from './parse-date.ts';

const value = (text: string, language?: string): string | undefined => parseDate(text, { language })?.value;

describe('parseDate', () => {
  it.each([
    ['2025-09-24', '2025-09-24'],
    ['2025/9/4', '2025-09-04'],
    ['24.09.2025', '2025-09-24'],
    ['24/09/2025', '2025-09-24'],
    ['09/24/2025', '2025-09-24'],
    ['September 24, 2025', '2025-09-24'],
    ['Wednesday, Sept. 24, 2025', '2025-09-24'],
    ['24th of September 2025', '2025-09-24'],
    ['Published on 3 May 2019', '2019-05-03'],
    ['26-FEB-1987', '1987-02-26'],
    ['Mittwoch, 24. September 2025', '2025-09-24'],
    ['3. März 2021', '2021-03-03'],
    ['mercredi 24 septembre 2025', '2025-09-24'],
    ['1er août 2020', '2020-08-01'],
    ['24 de septiembre de 2025', '2025-09-24'],
    ['miércoles, 24 sept. 2025', '2025-09-24'],
    ['24 settembre 2025', '2025-09-24'],
    ['quarta-feira, 24 de setembro de 2025', '2025-09-24'],
    ['woensdag 5 maart 2025', '2025-03-05'],
    ['24 сентября 2025 г.', '2025-09-24'],
    ['24 сент. 2025', '2025-09-24'],
    ['2025年9月24日', '2025-09-24'],
    ['2025年9月24日 星期三', '2025-09-24'],
    ['2025年9月24日(水)', '2025-09-24'],
    ['2025년 9월 24일 (수)', '2025-09-24'],
    ['２０２５年９月２４日', '2025-09-24'],
    ['September 2025', '2025-09'],
    ['2025年9月', '2025-09'],
    ['2025-09', '2025-09'],
  ])('reads %s', (text, expected) => {
    expect(value(text)).toBe(expected);
  });

  it.each([
    ['24 September 2025, 15:01 GMT', '2025-09-24T15:01Z'],
    ['2025-09-24T15:01:30+02:00', '2025-09-24T15:01:30+02:00'],
    ['2025-09-24T15:01:30.123Z', '2025-09-24T15:01:30Z'],
    ['2025-09-24 15:01', '2025-09-24T15:01'],
    ['Sept. 24, 2025 at 3:01 p.m. EDT', '2025-09-24T15:01-04:00'],
    ['Sep 24, 2025 12:05 AM', '2025-09-24T00:05'],
    ['24.09.2025, 15.01 Uhr', '2025-09-24T15:01'],
    ['24.09.2025 um 15:01 Uhr MESZ', '2025-09-24T15:01+02:00'],
    ['24 septembre 2025 à 15h01', '2025-09-24T15:01'],
    ['15:01, 24 сентября 2025', '2025-09-24T15:01'],
    ['24 сентября 2025, 15:01 мск', '2025-09-24T15:01+03:00'],
    ['2025年9月24日 下午3时01分', '2025-09-24T15:01'],
    ['2025년 9월 24일 오후 3:01', '2025-09-24T15:01'],
    ['26-FEB-1987 15:01:01.79', '1987-02-26T15:01:01'],
    ['24 September 2025, 15:01 IST', '2025-09-24T15:01'],
  ])('reads the time of %s without inventing a zone', (text, expected) => {
    expect(value(text)).toBe(expected);
  });

  it('says how precise a date is', () => {
    expect(parseDate('September 2025')?.precision).toBe('month');
    expect(parseDate('24 September 2025')?.precision).toBe('day');
    expect(parseDate('2025-09-24 15:01')?.precision).toBe('minute');
    expect(parseDate('2025-09-24 15:01:30')?.precision).toBe('second');
  });

  it('takes a year alone only where that is allowed', () => {
    expect(parseDate('1987')).toBeUndefined();
    expect(parseDate('1987', { allowYearOnly: true })).toEqual({ value: '1987', precision: 'year', confidence: 1 });
  });

  it('leaves open which is the day where nothing tells, and guesses where the language does', () => {
    expect(value('03/04/2025')).toBeUndefined();
    expect(value('03/04/2025', 'en')).toBeUndefined();
    expect(parseDate('03/04/2025', { language: 'fr' })).toEqual({ value: '2025-04-03', precision: 'day', confidence: 0.8 });
    expect(value('04/04/2025')).toBe('2025-04-04');
  });

  it.each([
    '31 June 2025',
    '29 February 2025',
    '2025-13-01',
    'Sept 24',
    '24 September',
    'The ferry opened on 24 September 2025',
    '24 September 2025 was cold',
    'May 2025 be better',
    '12:30',
    '555-2025',
    '',
  ])('does not read %s', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });
});
