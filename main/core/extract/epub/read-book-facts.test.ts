import { expect, test } from 'vitest';
import { readBookFacts } from './read-book-facts.ts';
import type { BookFacts } from './read-book-facts.ts';
import { readPackage } from './read-package.ts';

const read = (metadata: string): BookFacts => readBookFacts(readPackage(`<package><metadata>${metadata}</metadata></package>`, 'p.opf').metadata);

test('reads what a book says of itself', () => {
  expect(
    read('<dc:title>Ferry</dc:title><dc:creator>Jane Doe</dc:creator><dc:creator>Sam Roe</dc:creator><dc:date>2025-09-24</dc:date><dc:language>en_GB</dc:language><dc:publisher>Harbour Press</dc:publisher><dc:source>https://harbour.example/ferry</dc:source><dc:identifier>urn:isbn:1</dc:identifier><dc:identifier>x</dc:identifier>'),
  ).toEqual({
    title: 'Ferry', byline: 'Jane Doe, Sam Roe', published: { value: '2025-09-24', precision: 'day' }, language: 'en-GB', url: 'https://harbour.example/ferry',
    extra: { publisher: 'Harbour Press', identifier: ['urn:isbn:1', 'x'] },
  });
});

test('takes the title that is called the main one', () => {
  expect(read('<dc:title id="a">Series</dc:title><dc:title id="b">Ferry</dc:title><meta refines="#b" property="title-type">main</meta>').title).toBe('Ferry');
});

test('takes the date on which the text came out', () => {
  expect(read('<dc:date opf:event="modification">2020</dc:date><dc:date opf:event="publication">2010-05</dc:date><dc:date opf:event="original-publication">1949</dc:date>').published?.value).toBe('1949');
  expect(read('<dc:date opf:event="modification">2020</dc:date><meta property="dcterms:modified">2021-01-01</meta>').published).toBeUndefined();
});

test('knows nothing of a book that says nothing', () => {
  expect(read('<dc:title/>')).toEqual({ title: undefined, byline: undefined, published: undefined, language: undefined, url: undefined, extra: {} });
});
