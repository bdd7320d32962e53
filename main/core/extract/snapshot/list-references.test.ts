import { expect, it } from 'vitest';
import { listReferences, toSvgReferences } from './list-references.ts';

const found = (css: string): string[] => listReferences(css).map(({ keys, property, id }) => `${keys.join()} ${property ?? '?'} ${id}`);

it.each([
  ['fill:url("#a") red;stroke:url("#b")', ['* fill a', '* stroke b']],
  ['.a{fill:url("#p")}', ['.a fill p']],
  ['g .a, #b > circle{MASK:url("#p")}', ['.a,circle mask p']],
  ['rect:not(.b):hover{filter:url("#p")}', ['rect filter p']],
  ['[data-a="b c"],:is(.a,.b){filter:url("#p")}', ['*,* filter p']],
  ['.a\\:b{fill:url("#p")}', ['* fill p']],
  ['.a{color:red;& .b{fill:url("#p")}stroke:url("#q")}', ['.b fill p', '.a stroke q']],
  ['@media (width>9px){.a{@supports (x:y){fill:url("#p")}}}', ['.a fill p']],
  ['@keyframes k{from{fill:url("#p")}}', ['* fill p']],
  ['.a{--x:url("#p")}', ['* ? p']],
  ['.a{fill:var(--x, url("#p"))}', ['.a fill p']],
  ['.a{background:url("data:,x") url("#p")}b{c:url("data:,x")}', ['.a background p']],
  ['.a{x:"url(\\"#p";y:red}', []],
])('of %s are %j', (css, references) => {
  expect(found(css)).toEqual(references);
});

it('takes a property that nobody knows for each of those that cost', () => {
  expect(listReferences('--x:url("#p")').flatMap(toSvgReferences).map(({ property }) => property)).toEqual(['fill', 'stroke', 'marker', 'filter']);
  expect(listReferences('-webkit-backdrop-filter:url("#p")').flatMap(toSvgReferences)).toEqual([{ property: 'filter', id: 'p' }]);
});
