import { describe, expect, it } from 'vitest';
import { ARTICLE_FRAME_SANDBOX } from '../../contract/reading.ts';
import { makeArticle } from '../store/store-fixtures.ts';
import { ArticleId } from '../../contract/ids.ts';
import type { Article } from '../../contract/articles.ts';
import { ARTICLE_POLICY, articleDocument } from './article-document.ts';

const article = (changed: Partial<Article>): Article => ({
  ...makeArticle('it').content,
  id: ArticleId.parse('abc'),
  added: '2026-01-01T00:00:00Z',
  state: { read: false, favourite: false, archived: false, trashed: false },
  ...changed,
});

describe('the document of an article', () => {
  it('does not let a title or a language out of its place', () => {
    const document = articleDocument(article({ title: '</title><script>alert(1)</script>', language: '"><script>alert(2)</script>' }), '<p>Text</p>');
    expect(document).not.toContain('<script>');
    expect(document).toContain('<article><p>Text</p></article>');
  });

  it('is set from right to left where its language is', () => {
    expect(articleDocument(article({ language: 'ar' }), '')).toContain('dir="rtl"');
    expect(articleDocument(article({ language: 'de-CH' }), '')).toContain('dir="auto"');
  });

  it('is locked twice, and scripts are allowed by neither lock', () => {
    expect(ARTICLE_POLICY).toContain("default-src 'none'");
    expect(ARTICLE_POLICY).toContain('sandbox allow-same-origin');
    expect(`${ARTICLE_POLICY} ${ARTICLE_FRAME_SANDBOX}`).not.toMatch(/allow-scripts|script-src|unsafe/);
  });
});
