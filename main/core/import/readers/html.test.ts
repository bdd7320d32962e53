import { expect, test } from 'vitest';
import { htmlReader } from './html.ts';
import { readAll } from './read-all.ts';

const read = async (html: string | Uint8Array) => (await readAll(htmlReader, html, 'a.html')).read;

test('reads one article of a page, whatever its charset', async () => {
  const [first, ...more] = await read(Buffer.from('<meta charset=windows-1252><title>Caf\xe9</title><p>Na\xefve words.', 'latin1'));
  expect(more).toEqual([]);
  expect(first?.draft).toMatchObject({ title: 'Café', text: 'Naïve words.' });
});

test('refuses what is empty', async () => {
  await expect(read('')).rejects.toThrow(expect.objectContaining({ code: 'empty' }));
});
