import { describe, expect, it } from 'vitest';
import type { Article } from '../../contract/articles.ts';
import { ArticleId } from '../../contract/ids.ts';
import { extractMarkdown } from '../extract/markdown/extract-markdown.ts';
import { articleMarkdown } from './article-markdown.ts';

const ARTICLE: Article = {
  id: ArticleId.parse('a1'),
  title: 'Of lamps: "why" they burn – and #when',
  byline: 'Ada Example, John Roe',
  published: '2024-05-06T07:08:00Z',
  publishedPrecision: 'minute',
  site: 'The Beacon',
  url: 'https://beacon.example/lamps',
  language: 'en-GB',
  wordCount: 30,
  excerpt: null,
  tags: ['sea & shore', 'night'],
  collections: [],
  state: { read: false, favourite: false, archived: false, trashed: false },
  added: '2024-05-07T00:00:00Z',
  source: { kind: 'html', name: 'lamps.html', sha256: 'x' },
  related: [],
  guessed: {},
  corrected: [],
  extra: null,
};

describe('an article as Markdown', () => {
  it('is read back as the article that it was', () => {
    const html =
      '<p>The keeper’s <em>lamp</em> burned <strong>all</strong> night*.</p><h2>Oil &amp; wick</h2><ul><li>Oil</li><li>Wick</li></ul>' +
      '<blockquote><p>1. Light it.</p></blockquote><table><thead><tr><th>Year</th><th>Oil</th></tr></thead><tbody><tr><td>1846</td><td>12</td></tr></tbody></table><pre><code>a &lt; b</code></pre>';
    const text = 'The keeper’s lamp burned all night*.\n\nOil & wick\n\nOil\n\nWick\n\n1. Light it.\n\nYear\tOil\n\n1846\t12\n\na < b';
    const back = extractMarkdown(articleMarkdown(ARTICLE, html), { fileName: 'lamps.md', loadBeside: () => undefined });
    expect(back).toMatchObject({
      title: ARTICLE.title,
      byline: ARTICLE.byline,
      published: { value: ARTICLE.published },
      site: ARTICLE.site,
      url: ARTICLE.url,
      language: ARTICLE.language,
      tags: ARTICLE.tags,
      text,
    });
  });

  it('names its collections, which reading it back keeps as what the file said', () => {
    const markdown = articleMarkdown({ ...ARTICLE, collections: ['Coast/North', 'Work'] }, '<p>Text.</p>');
    expect(markdown).toContain('collections:\n  - Coast/North\n  - Work\n');
    const back = extractMarkdown(markdown, { fileName: 'lamps.md', loadBeside: () => undefined });
    expect(back).toMatchObject({ tags: ARTICLE.tags, extra: { collections: ['Coast/North', 'Work'] } });
  });

  it('says nothing of what is unknown', () => {
    const markdown = articleMarkdown({ ...ARTICLE, byline: null, published: null, publishedPrecision: null, site: null, url: null, language: null, tags: [] }, '<p>Text.</p>');
    expect(markdown).toBe(`---\ntitle: 'Of lamps: "why" they burn – and #when'\n---\n\n# ${ARTICLE.title}\n\nText.\n`);
  });
});
