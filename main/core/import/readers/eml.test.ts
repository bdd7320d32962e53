import { expect, test } from 'vitest';
import { emlReader } from './eml.ts';
import { readAll } from './read-all.ts';

test('reads one article of a message', async () => {
  const { read } = await readAll(emlReader, 'From: a@b.test\nSubject: Ferry\n\nIt left late.', 'a.eml', { given: { url: 'https://lists.test/1', savedAt: '2025-09-24' } });
  expect(read).toMatchObject([{ draft: { title: 'Ferry', byline: 'a@b.test', text: 'It left late.', url: 'https://lists.test/1', extra: { savedAt: '2025-09-24' } } }]);
});

test('refuses what is empty', async () => {
  await expect(readAll(emlReader, ' \n')).rejects.toThrow(expect.objectContaining({ code: 'empty' }));
});
