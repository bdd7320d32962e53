import { expect, test } from 'vitest';
import { tokenizeRtf } from './tokenize-rtf.ts';

const tokens = (rtf: string): unknown[] => {
  const bytes = Buffer.from(rtf, 'latin1');
  return [...tokenizeRtf(bytes)].map((token) => {
    if (token.kind === 'word') return [token.name, token.value];
    if (token.kind === 'text' || token.kind === 'binary') return `${token.kind} ${bytes.subarray(token.start, token.end).toString('latin1')}`;
    return token.kind === 'byte' || token.kind === 'symbol' ? [token.kind, token.kind === 'byte' ? token.value : token.character] : token.kind;
  });
};

test('tells groups, words with their numbers, and text', () => {
  expect(tokens('{\\rtf1\\b Ferry \\i0left\\u-4000 ?}\r\n')).toEqual(['open', ['rtf', 1], ['b', undefined], 'text Ferry ', ['i', 0], 'text left', ['u', -4000], 'text ?', 'close']);
});

test('tells bytes, symbols and line breaks that mean something', () => {
  expect(tokens("\\'e9\\'zz\\~\\*\\\\\\{\\\r\na\nb")).toEqual([['byte', 0xe9], 'text zz', ['symbol', '~'], ['symbol', '*'], ['symbol', '\\'], ['symbol', '{'], ['symbol', '\n'], 'text a', 'text b']);
});

test('takes binary data as such, and no more of it than there is', () => {
  expect(tokens('\\bin3 {\\}x')).toEqual(['binary {\\}', 'text x']);
  expect(tokens('\\bin99999999 abc')).toEqual(['binary abc']);
  expect(tokens('\\bin-5 abc')).toEqual(['binary ', 'text abc']);
});

test('ends where the file ends', () => {
  expect(tokens('a\\')).toEqual(['text a']);
  expect(tokens("a\\'")).toEqual(['text a']);
  expect(tokens(`\\${'x'.repeat(100)}`)).toEqual([['x'.repeat(32), undefined]]);
});
