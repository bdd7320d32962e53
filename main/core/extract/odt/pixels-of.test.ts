import { expect, test } from 'vitest';
import { pixelsOf } from './pixels-of.ts';

test('reads lengths in the units of OpenDocument', () => {
  expect(['2.54cm', '25.4mm', '1in', '72pt', '6pc', '96px'].map(pixelsOf)).toEqual([96, 96, 96, 96, 96, 96]);
});

test('knows no other lengths', () => {
  expect([undefined, '', '100%', '-1cm', '0cm', '1e9cm', '5 cm'].map(pixelsOf)).toEqual(Array.from({ length: 7 }, () => undefined));
});
