import { expect, test } from 'vitest';
import { buildSegments } from './build-segments.ts';
import { run } from './fixtures/place-text.ts';

const texts = (...runs: Parameters<typeof buildSegments>[0]) => buildSegments(runs).map(({ text }) => text);

test('joins the words of a line that is drawn word by word', () => {
  expect(texts(run('The', { x: 0 }), run('ferry', { x: 18 }), { ...run('left', { x: 57 }), spaced: true })).toEqual(['The ferry left']);
});

test('joins letters that stand close without a space', () => {
  expect(texts(run('fer', { x: 0 }), run('ry', { x: 15.4 }))).toEqual(['ferry']);
});

test('parts a line where a column ends', () => {
  expect(texts(run('left column', { x: 0 }), run('right column', { x: 75 }))).toEqual(['left column', 'right column']);
});

test('joins parts of a line that are drawn at different times', () => {
  expect(texts(run('The', { x: 0, y: 10 }), run('Below', { x: 0, y: 30 }), run('ferry', { x: 18, y: 10 }))).toEqual(['The ferry', 'Below']);
});

test('keeps the order of drawing', () => {
  expect(texts(run('second', { y: 30 }), run('first', { y: 10 }))).toEqual(['second', 'first']);
});

test('raises note marks and lowers indices', () => {
  const [segment] = buildSegments([run('growth', { x: 0, y: 100 }), run('12', { x: 30, y: 96, size: 6 }), run('of V', { x: 40, y: 100 }), run('i', { x: 60.5, y: 102, size: 6 })]);
  expect(segment?.spans).toEqual([{ text: 'growth' }, { text: '12', shift: 'sup' }, { text: ' ' }, { text: 'of V' }, { text: 'i', shift: 'sub' }]);
});

test('takes the look of most letters', () => {
  const [segment] = buildSegments([run('1', { x: 0, y: 96, size: 6, font: 'bold' }), run('A note at the foot', { x: 4, y: 100, size: 9 })]);
  expect(segment).toMatchObject({ size: 9, font: 'regular', baseline: 100, oneFont: false });
});

test('says once what is drawn twice to look bold', () => {
  expect(texts(run('Shadow', { x: 0 }), run('Shadow', { x: 0.4, y: 0.3 }), run('Shadow', { x: 0, y: 40 }))).toEqual(['Shadow', 'Shadow']);
});

test('reads Hebrew from the right', () => {
  const word = (text: string, x: number) => ({ ...run(text, { x }), rightToLeft: true, spaced: x < 100 });
  expect(texts(word('שלום', 100), word('עולם', 75))).toEqual(['שלום עולם']);
});

test('puts no space between Chinese characters', () => {
  expect(texts(run('法', { x: 0, width: 10 }), { ...run('国', { x: 12, width: 10 }), spaced: true })).toEqual(['法国']);
});
