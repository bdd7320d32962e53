import { expect, test } from 'vitest';
import { identifyFormat } from '../identify-format.ts';
import { readAll } from './read-all.ts';
import { rtfReader } from './rtf.ts';

test('reads one article of an RTF document, whatever its name', async () => {
  const rtf = '{\\rtf1 The ferry left.}';
  expect(await identifyFormat(Buffer.from(rtf), 'a.txt')).toMatchObject({ name: rtfReader.name });
  expect((await readAll(rtfReader, rtf)).read).toMatchObject([{ draft: { title: 'The ferry left' } }]);
});

test('refuses what is empty', async () => {
  await expect(readAll(rtfReader, '')).rejects.toMatchObject({ code: 'empty' });
});
