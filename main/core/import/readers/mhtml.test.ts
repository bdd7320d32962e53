import { expect, test } from 'vitest';
import { mhtmlReader } from './mhtml.ts';
import { readAll } from './read-all.ts';

test('reads one article of a file', async () => {
  const { read } = await readAll(mhtmlReader, 'From: <Saved by Blink>\nContent-Type: text/html\n\n<title>Ferry</title><p>It left late.');
  expect(read).toMatchObject([{ draft: { title: 'Ferry', text: 'It left late.' } }]);
});

test('refuses what is empty', async () => {
  await expect(readAll(mhtmlReader, '')).rejects.toThrow(expect.objectContaining({ code: 'empty' }));
});
