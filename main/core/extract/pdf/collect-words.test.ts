import { expect, test } from 'vitest';
import { collectWords } from './collect-words.ts';

test('knows words and compounds, but not the halves at the ends of lines', () => {
  const isWord = collectWords(['The knife-edge of informa-', 'tion is Sharp']);
  expect(['the', 'knife-edge', 'knife', 'edge', 'is', 'sharp'].filter(isWord)).toHaveLength(6);
  expect(['informa', 'tion', 'information'].some(isWord)).toBe(false);
});
