import { expect, test } from 'vitest';
import { readFrontMatter } from './read-front-matter.ts';
import { readMarkdownMetadata } from './read-markdown-metadata.ts';
import type { MarkdownMetadata } from './read-markdown-metadata.ts';

const read = (block: string): MarkdownMetadata => readMarkdownMetadata(readFrontMatter(`---\n${block}\n---\n`));

test('reads what web clippers write', () => {
  expect(read('title: "Ferry: late"\nsource: "https://harbour.example/f"\nauthor:\n  - "[[Jane Doe]]"\n  - Sam Roe\npublished: 2024-05-01\ncreated: 2024-06-01\ndescription: "Lost."\ntags:\n  - "#clippings"\n  - harbour')).toEqual({
    title: 'Ferry: late',
    byline: 'Jane Doe, Sam Roe',
    published: { value: '2024-05-01', precision: 'day' },
    site: undefined,
    url: 'https://harbour.example/f',
    language: undefined,
    tags: ['clippings', 'harbour'],
    extra: { created: '2024-06-01', description: 'Lost.' },
  });
});

test.each([
  ['tags: a, b c', ['a', 'b c']],
  ['tags: a b', ['a', 'b']],
  ['tags: [a, a, 5, ""]', ['a', '5']],
  ['keywords: a', ['a']],
  ['tags: {x: 1}', []],
])('%s gives the tags %j', (block, tags) => {
  expect(read(block).tags).toEqual(tags);
});

test.each([
  ['author: [[Jane Doe]]', 'Jane Doe'],
  ['authors:\n  - name: Jane Doe\n    role: x\n  - given: Sam\n    family: Roe', 'Jane Doe, Sam Roe'],
  ['author: {name: {given: Jane, family: Doe}}', 'Jane Doe'],
])('%s gives the byline %s', (block, byline) => {
  expect(read(block).byline).toBe(byline);
});

test('categories are tags, too', () => {
  expect(read('tags: [a, b]\ncategories: b c').tags).toEqual(['a', 'b', 'c']);
});

test('the day on which a page was kept is not the one on which it was published', () => {
  expect(read('source: https://a.test/\ncreated: 2025-09-24')).toMatchObject({ published: undefined, extra: { created: '2025-09-24' } });
});

test('takes the next field where the first holds nothing of use', () => {
  expect(read('published:\ndate: soon\ncreated: 2024-05').published).toEqual({ value: '2024-05', precision: 'month' });
  expect(read('source: "A book"\nurl: https://example.org/')).toMatchObject({ url: 'https://example.org/', extra: { source: 'A book' } });
});

test('keeps a block that could not be read', () => {
  expect(read('title: "a').extra).toEqual({ frontMatter: 'title: "a' });
});
