import { expect, test } from 'vitest';
import { readStyles } from './read-styles.ts';

const style = (name: string, properties: string, parent = ''): string => `<style:style style:name="${name}" style:parent-style-name="${parent}"><style:text-properties ${properties}/></style:style>`;

test('tells what a style makes of text, as other styles and other files say it', () => {
  const own = style('T1', 'fo:font-style="italic"', 'Strong') + style('T2', 'style:text-position="super 58%" fo:font-weight="normal"', 'Strong') + style('T3', 'style:text-position="-33% 58%" style:text-line-through-style="solid" style:text-underline-style="none"');
  const { marksOf } = readStyles([style('Strong', 'fo:font-weight="bold"'), own]);
  expect(marksOf('T1')).toEqual(['strong', 'em']);
  expect(marksOf('T2')).toEqual(['sup']);
  expect(marksOf('T3')).toEqual(['s', 'sub']);
  expect(marksOf('T9')).toEqual([]);
  expect(marksOf(undefined)).toEqual([]);
});

test('knows styles by those that they are made from, and minds no ring of them', () => {
  const { isBasedOn, isHidden } = readStyles([style('P1', '', 'Title') + style('A', 'text:display="none"', 'B') + style('B', '', 'A')]);
  expect(isBasedOn('P1', new Set(['Title']))).toBe(true);
  expect(isBasedOn('Title', new Set(['Title']))).toBe(true);
  expect(isBasedOn('B', new Set(['Title']))).toBe(false);
  expect(isHidden('B')).toBe(true);
  expect(isHidden('P1')).toBe(false);
});

test('knows the levels of a list that are numbered', () => {
  const { isNumbered } = readStyles(['<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/><text:list-level-style-bullet text:level="2"/><text:list-level-style-number text:level="3" style:num-format=""/></text:list-style>']);
  expect([1, 2, 3].map((level) => isNumbered('L1', level))).toEqual([true, false, false]);
  expect(isNumbered(undefined, 1)).toBe(false);
});
