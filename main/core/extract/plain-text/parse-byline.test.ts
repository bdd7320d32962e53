import { describe, expect, it } from 'vitest';
import { parseByline } from './parse-byline.ts';

describe('parseByline', () => {
  it.each([
    ['By Jane Doe', 'Jane Doe'],
    ['BY JANE DOE', 'Jane Doe'],
    ['By Jane Doe and John Roe, Staff Writer', 'Jane Doe and John Roe'],
    ['By Jane Doe | The Riverside Paper', 'Jane Doe'],
    ['By: Mary-Ann O’Hara', 'Mary-Ann O’Hara'],
    ['By J. R. Smith, Reuters', 'J. R. Smith'],
    ['By Jane Doe in Lisbon', 'Jane Doe'],
    ['Von Käthe Müller und Jan van der Meer', 'Käthe Müller und Jan van der Meer'],
    ['Par Élodie Petit', 'Élodie Petit'],
    ['Por: José Núñez', 'José Núñez'],
    ['Di Carla Bianchi', 'Carla Bianchi'],
    ['A cura di Carla Bianchi', 'Carla Bianchi'],
    ['Door Pieter de Vries', 'Pieter de Vries'],
    ['Автор: Анна Петрова', 'Анна Петрова'],
    ['Текст: Анна Петрова', 'Анна Петрова'],
    ['作者：李小梅', '李小梅'],
    ['记者 王大同', '王大同'],
    ['홍길순 기자', '홍길순'],
  ])('reads %s', (line, expected) => {
    expect(parseByline(line)).toBe(expected);
  });

  it('reads a name without "By" only below a headline', () => {
    expect(parseByline('Jane Doe | The Riverside Paper')).toBeUndefined();
    expect(parseByline('Jane Doe | The Riverside Paper', true)).toBe('Jane Doe');
    expect(parseByline('Jane Doe, Staff Writer', true)).toBe('Jane Doe');
    expect(parseByline('Jane Doe was a staff writer', true)).toBeUndefined();
  });

  it.each([
    'By Monday the ferry had stopped.',
    'By the river stands a mill',
    'By Then',
    'By 2025 the bridge will be open',
    'Di notte il fiume sale',
    'Par exemple, le pont',
    'Por la mañana llovió',
    'By Jane Doe the ferry was never missed',
    'Bypass opens',
    'Von der Brücke aus sieht man die Mühle.',
  ])('leaves prose: %s', (line) => {
    expect(parseByline(line)).toBeUndefined();
  });
});
