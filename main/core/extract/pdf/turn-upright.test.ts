import { expect, test } from 'vitest';
import { turnUpright, type Glyphs } from './turn-upright.ts';

const glyphs = (text: string, x: number, y: number, degrees = 0): Glyphs => ({
  text, x, y, length: text.length * 5, size: 10, angle: (degrees * Math.PI) / 180, font: 'f', spaced: false, rightToLeft: false, isMargin: false,
});
const page = { width: 600, height: 800 };

test('leaves an upright page as it is and tells apart what stands at an angle', () => {
  const { runs, turned, quarter } = turnUpright([glyphs('The body of the page', 50, 100), glyphs('Axis', 20, 400, -90), glyphs('DRAFT', 200, 300, 45)], page);
  expect(runs).toMatchObject([{ text: 'The body of the page', left: 50, right: 150, baseline: 100 }]);
  expect(turned).toEqual(['Axis', 'DRAFT']);
  expect(quarter).toBe(0);
});

test.each([
  ['down', 90, glyphs('first line', 500, 100, 90), glyphs('second line', 480, 100, 90)],
  ['up', -90, glyphs('first line', 100, 700, -90), glyphs('second line', 120, 700, -90)],
  ['upside down', 180, glyphs('first line', 500, 700, 180), glyphs('second line', 500, 680, 180)],
])('turns a page that reads %s', (_, __, first, second) => {
  const { runs, turned } = turnUpright([first, second], page);
  expect(turned).toEqual([]);
  expect(runs.map(({ text, left }) => [text, left])).toEqual([['first line', 100], ['second line', 100]]);
  expect((runs[1]?.baseline ?? 0) - (runs[0]?.baseline ?? 0)).toBe(20);
});

test('swaps the sides of a page that lay on its side', () => {
  expect(turnUpright([glyphs('down', 10, 10, 90)], page)).toMatchObject({ width: 800, height: 600 });
});
