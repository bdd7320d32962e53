import { expect, test } from 'vitest';
import { cleanSvgDeclarations, cleanSvgSheet, cleanSvgValue, isSvgId, listSvgReferences } from './clean-svg-style.ts';

test.each([
  ['#f00', '#f00'],
  [' 0 0 16 9 ', '0 0 16 9'],
  ['rgba(0, 0, 0, .5)', 'rgba(0, 0, 0, .5)'],
  ['calc(100% - 2px)', 'calc(100% - 2px)'],
  ['translate(1 2) rotate(3)', 'translate(1 2) rotate(3)'],
  [`url( '#a' ) none`, 'url(#a) none'],
  ['URL("#a")', 'url(#a)'],
  ['"Open Sans", Arial', '"Open Sans", Arial'],
  ['url(#a', undefined],
  ['url(#a))', undefined],
  ['url(a.svg#a)', undefined],
  ['url(# a)', undefined],
  ['paint(a)', undefined],
  ['(1)', undefined],
  ['"a', undefined],
  ['"a" "url(b)"', undefined],
  ['a\\', undefined],
])('the value %j is %j', (raw, clean) => {
  expect(cleanSvgValue(raw)).toBe(clean);
});

test('keeps known properties only', () => {
  expect(cleanSvgDeclarations('fill : red; ; cursor:pointer;--a:b; STROKE-WIDTH:2px !important;fill')).toBe('fill:red;stroke-width:2px !important');
});

test('keeps plain rules, and says what they may apply to', () => {
  const { text, rules } = cleanSvgSheet('@charset "a"; .a , g > rect.b:hover{fill:url(#c)} *{stroke:red} @media print{.d{fill:red}} #e circle { opacity : .5 ; } .f{}');
  expect(text).toBe('.a , g > rect.b:hover{fill:url(#c)}*{stroke:red}#e circle{opacity:.5}');
  expect(rules).toEqual([
    { keys: ['.a', '.b'], references: [{ property: 'fill', id: 'c' }] },
    { keys: ['*'], references: [] },
    { keys: ['circle'], references: [] },
  ]);
});

test('finds what styles refer to', () => {
  expect(listSvgReferences('fill:url(#a) red;mask:none;filter:url(#b) url(#c)')).toEqual([
    { property: 'fill', id: 'a' },
    { property: 'filter', id: 'b' },
    { property: 'filter', id: 'c' },
  ]);
});

test('ids are names and no more', () => {
  expect(['a', 'a:b.c-1', 'Fähre', '图'].every(isSvgId)).toBe(true);
  expect(['', 'a b', 'a"', 'a)', '#a', 'a\\', 'a\u00a0b', 'a/b'].some(isSvgId)).toBe(false);
});
