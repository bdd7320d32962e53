import { expect, test } from 'vitest';
import { findNotes } from './find-notes.ts';
import { block } from './fixtures/place-text.ts';

const body = { size: 10, font: 'regular' };
const kinds = (blocks: Parameters<typeof findNotes>[0]): string[] => findNotes(blocks, body).map(({ kind }) => kind);

test('finds small print with a mark at the end of a column', () => {
  expect(kinds([block('The text of the page.'), block('1 A note.', { size: 8 }), block('and its second paragraph', { size: 8 })])).toEqual(['text', 'note', 'note']);
});

test('leaves captions and small pages alone', () => {
  expect(kinds([block('The text of the page.'), block('Source: our own.', { size: 8 })])).toEqual(['text', 'text']);
  expect(kinds([block('1 Miller, A.', { size: 8 }), block('2 Smith, B.', { size: 8 })])).toEqual(['text', 'text']);
});

test('takes numbers of sections for no marks', () => {
  expect(kinds([block('Text.'), block('1308.01 Scope', { size: 8 }), block('130 A note', { size: 8 })])).toEqual(['text', 'text', 'note']);
});

test('leaves a caption above the notes alone', () => {
  expect(kinds([block('Text.'), block('Figure by the office', { size: 8 }), block('* A note.', { size: 8 })])).toEqual(['text', 'text', 'note']);
});

test('finds the rest of a note on the next page', () => {
  const blocks = [block('Text.'), block('1 A long note that', { size: 8, isFull: true }), block('Text.', { page: 1, area: 1 }), block('goes on here.', { size: 8, page: 1, area: 1 })];
  expect(kinds(blocks)).toEqual(['text', 'note', 'text', 'note']);
});
