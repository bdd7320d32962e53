import { expect, test } from 'vitest';
import { block } from './fixtures/place-text.ts';
import { joinAcross } from './join-across.ts';

const half = ['The ferry left the harbour an hour late and', 'nobody on the quay could say why it had'];
const next = { page: 1, area: 1 };
const texts = (blocks: Parameters<typeof joinAcross>[0]): string[] => joinAcross(blocks).map(({ text }) => text.replaceAll('\n', ' '));

test('joins a paragraph over the end of a page, with its notes and captions behind it', () => {
  const blocks = [block(half, { isFull: true }), block('1 A note.', { kind: 'note', size: 8 }), block('Figure 2. A quay.', next), block('waited so long.', next)];
  expect(texts(blocks)).toEqual([`${half.join(' ')} waited so long.`, '1 A note.', 'Figure 2. A quay.']);
});

test('joins over several columns', () => {
  expect(texts([block(half, { isFull: true }), block(['waited so', 'long on that'], { area: 1, isFull: true }), block('day.', { area: 2 })])).toEqual([`${half.join(' ')} waited so long on that day.`]);
});

test('goes on with a name where both are prose of one width', () => {
  expect(texts([block(half, { isFull: true }), block(['Trieste behind it, and what was said of it in', 'the town.'], next)])).toHaveLength(1);
  expect(texts([block(half, { isFull: true }), block(['Trieste', 'and Venice'], next)])).toHaveLength(2);
});

test('leaves whole paragraphs, headings and lists alone', () => {
  expect(texts([block('It ended.', { isFull: true }), block('then another', next)])).toHaveLength(2);
  expect(texts([block(half, { isFull: true }), block('Where it went', { ...next, size: 14 })])).toHaveLength(2);
  expect(texts([block(half, { isFull: true }), block(['1. Trieste behind it, and what was said of it', 'in'], next)])).toHaveLength(2);
});

test('does not join paragraphs of one column', () => {
  expect(texts([block(half, { isFull: true }), block('and more')])).toHaveLength(2);
});
