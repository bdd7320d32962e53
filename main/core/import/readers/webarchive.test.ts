import { expect, test } from 'vitest';
import { readAll } from './read-all.ts';
import { webarchiveReader } from './webarchive.ts';

test('reads one article of a file', async () => {
  const page = Buffer.from('<title>Ferry</title><p>It left late.').toString('base64');
  const { read } = await readAll(webarchiveReader, `<plist><dict><key>WebMainResource</key><dict><key>WebResourceData</key><data>${page}</data></dict></dict></plist>`);
  expect(read).toMatchObject([{ draft: { title: 'Ferry', text: 'It left late.' } }]);
});

test('refuses what is empty', async () => {
  await expect(readAll(webarchiveReader, '')).rejects.toThrow(expect.objectContaining({ code: 'empty' }));
});
