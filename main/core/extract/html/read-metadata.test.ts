import { describe, expect, test } from 'vitest';
import { parseHtml } from './parse-html.ts';
import { readMetadata, readLanguage } from './read-metadata.ts';
import type { PageMetadata } from './read-metadata.ts';
import { readPageFacts } from './read-page-facts.ts';

const metadata = (html: string, url?: string): PageMetadata =>
  readMetadata(readPageFacts(parseHtml(html, { fragment: false })), { url, base: url, savedAt: undefined });
const data = (value: object): string => `<script type="application/ld+json">${JSON.stringify({ '@type': 'Article', ...value })}</script>`;

describe('readMetadata', () => {
  test('trusts JSON-LD before meta tags before classes', () => {
    const visible = '<h1>Visible</h1><p class=byline>By Vic Ible</p><time datetime=2001-01-01></time>';
    const meta = '<meta property=og:title content=Meta><meta name=author content="Me Ta"><meta property=article:published_time content=2002-02-02>';
    const linked = data({ headline: 'Linked', author: 'Lin Ked', datePublished: '2003-03-03' });
    expect(metadata(visible)).toMatchObject({ title: 'Visible', byline: 'Vic Ible', published: { value: '2001-01-01' }, guessed: { title: 0.9, byline: 0.7, published: 0.6 } });
    expect(metadata(meta + visible)).toMatchObject({ title: 'Meta', byline: 'Me Ta', published: { value: '2002-02-02' }, guessed: {} });
    expect(metadata(linked + meta + visible)).toMatchObject({ title: 'Linked', byline: 'Lin Ked', published: { value: '2003-03-03' }, guessed: {} });
  });

  test('takes the outlet off the title', () => {
    expect(metadata('<title>Ferry late | Harbour News</title><meta property=og:site_name content="Harbour News">')).toMatchObject({ title: 'Ferry late', site: 'Harbour News' });
    expect(metadata('<title>Ferry late - Harbournews</title>', 'https://www.harbournews.co.uk/f')).toMatchObject({ title: 'Ferry late', site: 'harbournews.co.uk', guessed: { site: 0.6 } });
  });

  test('does not take the outlet for the title', () => {
    expect(metadata('<meta property=og:title content="Harbour News"><meta property=og:site_name content="Harbour News"><title>Ferry late</title>').title).toBe('Ferry late');
  });

  test('guesses a date from the address', () => {
    expect(metadata('<p>a', 'https://example.org/2025/09/24/ferry')).toMatchObject({ published: { value: '2025-09-24', precision: 'day' }, guessed: { published: 0.8 } });
  });

  test('never takes the date of a change for the date of publication', () => {
    expect(metadata('<meta property=article:modified_time content=2024-01-01><time itemprop=dateModified datetime=2024-01-01></time>').published).toBeUndefined();
  });

  test('reads names that are escaped twice', () => {
    expect(metadata('<meta name=author content="Jos&amp;eacute; Ruiz"><meta property=og:title content="Rock &amp;amp; Roll">')).toMatchObject({ byline: 'José Ruiz', title: 'Rock & Roll' });
  });

  test('does not take an address for an author', () => {
    expect(metadata('<meta property=article:author content="https://social.example/jane">').byline).toBeUndefined();
  });

  test('knows nothing of a page that says nothing', () => {
    expect(metadata('<p>a')).toMatchObject({ title: undefined, byline: undefined, published: undefined, site: undefined, language: undefined, guessed: {} });
  });
});

test.each([
  ['en_US', 'en-US'],
  ['DE', 'de'],
  ['pt-br', 'pt-BR'],
  ['fr, en', 'fr'],
  ['zh-Hant-TW', 'zh-Hant-TW'],
  ['english', undefined],
  ['und', undefined],
  ['x', undefined],
  ['', undefined],
  [undefined, undefined],
])('language %s is %s', (raw, tag) => {
  expect(readLanguage(raw)).toBe(tag);
});
