import { expect, test } from 'vitest';
import { readStructuredField } from './read-structured-field.ts';

const read = (field: string): [string, unknown] => {
  const { value, params } = readStructuredField(field);
  return [value, Object.fromEntries(params)];
};

test.each([
  ['Text/HTML; Charset="UTF-8"', ['text/html', { charset: 'UTF-8' }]],
  ['text/plain;charset=us-ascii; format=flowed', ['text/plain', { charset: 'us-ascii', format: 'flowed' }]],
  ['multipart/mixed; boundary="=_a;b (c)"', ['multipart/mixed', { boundary: '=_a;b (c)' }]],
  ['multipart/mixed; boundary=0-32:31 (a comment)', ['multipart/mixed', { boundary: '0-32:31' }]],
  ['text/html; charset=us-ascii;', ['text/html', { charset: 'us-ascii' }]],
  ['(comment) text/plain', ['text/plain', {}]],
  ['', ['', {}]],
  ['attachment; filename="a \\"b\\".txt"', ['attachment', { filename: 'a "b".txt' }]],
  ['attachment; filename="=?utf-8?Q?F=C3=A4hre.txt?="', ['attachment', { filename: 'Fähre.txt' }]],
  ["attachment; filename*=utf-8'de'F%C3%A4hre.txt; filename=F.txt", ['attachment', { filename: 'Fähre.txt' }]],
  ["attachment; filename*1*=%A4hre; filename*0*=utf-8''F%C3; filename*2=.txt", ['attachment', { filename: 'Fähre.txt' }]],
  ["attachment; filename*=no-charset''a%20b", ['attachment', { filename: 'a b' }]],
  ['text/plain; name="never closed', ['text/plain', { name: '"never closed' }]],
])('%s', (field, expected) => {
  expect(read(field)).toEqual(expected);
});

test('is quick with quotes without end', () => {
  const started = performance.now();
  readStructuredField(`a${';b="\\"'.repeat(200_000)}`);
  expect(performance.now() - started).toBeLessThan(1_000);
});
