import { expect, test } from 'vitest';
import { findHeadings } from './find-headings.ts';
import { block } from './fixtures/place-text.ts';

const body = { size: 10, font: 'regular' };
const prose = block(['The ferry left the harbour an hour late, and', 'nobody on the quay could say why.']);
const levels = (...blocks: ReturnType<typeof block>[]): (number | undefined)[] => {
  const headings = findHeadings(blocks, body);
  return blocks.map((one) => headings.get(one));
};

test('takes larger letters for headings of two levels', () => {
  expect(levels(block('Part one', { size: 16 }), prose, block('A section', { size: 12 }), prose)).toEqual([2, undefined, 3, undefined]);
});

test('takes short lines above prose in another font, or in capitals, for headings', () => {
  expect(levels(block('Of the quays', { font: 'bold' }), prose, block('I. INTRODUCTION'), prose)).toEqual([2, undefined, 2, undefined]);
});

test('takes captions, sentences and lines above anything else for none', () => {
  expect(levels(block('Figure 1. A quay', { size: 12 }), prose)).toEqual([undefined, undefined]);
  expect(levels(block('It left late.', { font: 'bold' }), prose)).toEqual([undefined, undefined]);
  expect(levels(block('Bold', { font: 'bold' }), block('short'))).toEqual([undefined, undefined]);
});
