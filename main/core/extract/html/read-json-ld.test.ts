import { describe, expect, test } from 'vitest';
import { readJsonLd } from './read-json-ld.ts';

const article = { '@type': 'NewsArticle', headline: 'Ferry late', author: { '@type': 'Person', name: 'Jane Doe' }, datePublished: '2024-05-01', publisher: { '@type': 'Organization', name: 'Harbour News' }, inLanguage: 'en-GB', url: 'https://example.org/f' };
const expected = { title: 'Ferry late', authors: ['Jane Doe'], published: '2024-05-01', site: 'Harbour News', language: 'en-GB', url: 'https://example.org/f' };

describe('readJsonLd', () => {
  test.each([
    ['alone', JSON.stringify(article)],
    ['in a list', JSON.stringify([{ '@type': 'WebSite', name: 'x' }, article])],
    ['in a graph', JSON.stringify({ '@graph': [{ '@type': 'BreadcrumbList' }, article] })],
    ['as the main entity of a page', JSON.stringify({ '@type': 'WebPage', name: 'x', mainEntity: article })],
    ['with several types', JSON.stringify({ ...article, '@type': ['Thing', 'BlogPosting'] })],
    ['in a comment', `<!--\n${JSON.stringify(article)}\n-->`],
    ['in CDATA', `//<![CDATA[\n${JSON.stringify(article)};\n//]]>`],
    ['with a comma too many', JSON.stringify(article).replace(/}$/, ',}')],
    ['with line breaks in strings', JSON.stringify(article).replace('Ferry late', 'Ferry\nlate')],
  ])('finds an article %s', (_, source) => {
    expect(readJsonLd([source])).toEqual(expected);
  });

  test('follows references to a person', () => {
    const graph = { '@graph': [{ ...article, author: { '@id': '#jane' } }, { '@type': 'Person', '@id': '#jane', name: 'Jane Doe' }] };
    expect(readJsonLd([JSON.stringify(graph)])?.authors).toEqual(['Jane Doe']);
  });

  test('names an outlet as author only where nobody signs', () => {
    const agency = { '@type': 'Organization', name: 'Wire' };
    expect(readJsonLd([JSON.stringify({ ...article, author: [agency, 'Jane Doe'] })])?.authors).toEqual(['Jane Doe']);
    expect(readJsonLd([JSON.stringify({ ...article, author: agency })])?.authors).toEqual(['Wire']);
  });

  test('is not troubled by what is broken or hostile', () => {
    expect(readJsonLd(['', '{', 'null', '[[[]]]', '"text"', '{"@type": 5}', '{"__proto__": {"headline": "x"}}'])).toBeUndefined();
    expect(readJsonLd(['{', JSON.stringify(article)])).toEqual(expected);
    expect(readJsonLd([`${'['.repeat(50_000)}${']'.repeat(50_000)}`])).toBeUndefined();
  });
});
