import { expect, test } from 'vitest';
import { parseHtml } from './parse-html.ts';
import { readPageFacts } from './read-page-facts.ts';
import type { PageFacts } from './read-page-facts.ts';

const facts = (html: string): PageFacts => readPageFacts(parseHtml(html, { fragment: false }));

test('reads the head of a page', () => {
  const { meta, title, canonical, base, language, jsonLd } = facts(
    '<html lang=en-GB><head><TITLE> Ferry </TITLE><META NAME="Author" CONTENT="Jane"><meta property=og:title content="T"><link rel=canonical href=/f>' +
      '<base href=/b/><script type="application/ld+json">{"a": 1}</script><script>var a</script>',
  );
  expect({ title, canonical, base, language, jsonLd }).toEqual({ title: 'Ferry', canonical: '/f', base: '/b/', language: 'en-GB', jsonLd: ['{"a": 1}'] });
  expect(meta.get('author')).toEqual(['Jane']);
  expect(meta.get('og:title')).toEqual(['T']);
});

test('finds who and when in the markup, and how sure that is', () => {
  const { authors, dates, headings } = facts(
    '<h1>Ferry</h1><span class="byline">By Jane</span><span itemprop=author itemscope><b itemprop=name>Sam</b><i>bio</i></span><a rel=author href=x>Ann</a>' +
      '<time datetime=2024-05-01>1 May</time><span itemprop=datePublished content=2024-05-02>x</span><p class=post-date>3 May 2024</p><p>4 May 2024</p>',
  );
  expect(headings).toEqual(['Ferry']);
  expect(authors).toEqual([{ kind: 'class', text: 'By Jane' }, { kind: 'stated', text: 'Sam' }, { kind: 'stated', text: 'Ann' }]);
  expect(dates).toEqual([
    { kind: 'class', text: '2024-05-01' },
    { kind: 'stated', text: '2024-05-02' },
    { kind: 'class', text: '3 May 2024' },
    { kind: 'near', text: '4 May 2024' },
  ]);
});

test('does not ask what stands beside the article', () => {
  const { authors, dates } = facts(
    '<aside><p class=author>Nobody</p></aside><footer><time datetime=2001-01-01></time></footer><div id=comments><b class=author>Troll</b></div><p class="author-bio">Bio</p>',
  );
  expect([authors, dates]).toEqual([[], []]);
});

test('keeps the notes of savers', () => {
  expect(facts('<html><!-- Page saved with SingleFile\n url: https://example.org/ --><p>a').comments).toEqual([' Page saved with SingleFile\n url: https://example.org/ ']);
});
