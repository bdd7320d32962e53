import { expect, test } from 'vitest';
import { htmlReader } from './html.ts';

const read = (html: string | Uint8Array) => [...htmlReader.read({ bytes: Buffer.from(html), fileName: 'a.html', loadBeside: () => undefined })];

test('reads one article of a page, whatever its charset', () => {
  const [first, ...more] = read(Buffer.from('<meta charset=windows-1252><title>Caf\xe9</title><p>Na\xefve words.', 'latin1'));
  expect(more).toEqual([]);
  expect(first?.draft).toMatchObject({ title: 'Café', text: 'Naïve words.' });
});

test('refuses what is empty', () => {
  expect(() => read('')).toThrow(expect.objectContaining({ code: 'empty' }));
});
