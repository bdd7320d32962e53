import { expect, test } from 'vitest';
import { markdownReader } from './markdown.ts';
import { readAll } from './read-all.ts';

const read = async (markdown: string) => (await readAll(markdownReader, markdown, 'a.md')).read;

test('reads one article of a file, with Windows line ends too', async () => {
  expect(await read('---\r\ntitle: Ferry\r\n---\r\nIt left.\r\n')).toMatchObject([{ draft: { title: 'Ferry', text: 'It left.' } }]);
});

test('refuses what is empty', async () => {
  await expect(read('\n')).rejects.toThrow(expect.objectContaining({ code: 'empty' }));
});
