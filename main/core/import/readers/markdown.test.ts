import { expect, test } from 'vitest';
import { markdownReader } from './markdown.ts';

const read = (markdown: string) => [...markdownReader.read({ bytes: Buffer.from(markdown), fileName: 'a.md', loadBeside: () => undefined })];

test('reads one article of a file, with Windows line ends too', () => {
  expect(read('---\r\ntitle: Ferry\r\n---\r\nIt left.\r\n')).toMatchObject([{ draft: { title: 'Ferry', text: 'It left.' } }]);
});

test('refuses what is empty', () => {
  expect(() => read('\n')).toThrow(expect.objectContaining({ code: 'empty' }));
});
