import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import type { RelatedLink } from '../../../contract/articles.ts';
import { parseHtml } from './parse-html.ts';
import { isRelatedHeading, takeRelated } from './take-related.ts';

function take(html: string): { html: string; related: readonly RelatedLink[] } {
  const { content, related } = takeRelated(parseHtml(html, { fragment: true }), 'https://example.org/a/');
  return { html: toHtml(content), related };
}

const ferry: RelatedLink = { title: 'Ferry late', url: 'https://example.org/a/ferry' };

describe('takeRelated', () => {
  test.each([
    ['a heading and a list', '<p>a</p><h3>Related stories</h3><ul><li><a href=ferry>Ferry late</a></li></ul><p>b</p>'],
    ['a block with both', '<p>a</p><aside><h4>Read more</h4><ul><li><a href=ferry>Ferry late</a></li></ul></aside><p>b</p>'],
    ['a labelled paragraph', '<p>a</p><p><strong>Read more:</strong> <a href=ferry>Ferry late</a></p><p>b</p>'],
    ['a bold paragraph and a link', '<p>a</p><p><b>Lesen Sie auch:</b></p> <p><a href=ferry>Ferry late</a></p><p>b</p>'],
  ])('takes %s', (_, html) => {
    expect(take(html)).toEqual({ html: '<p>a</p><p>b</p>', related: [ferry] });
  });

  test.each([
    ['a heading above text', '<h3>Related stories</h3><p>They tell of a harbour with <a href=x>one link</a> and many words about it.</p>'],
    ['a heading above nothing', '<p>a</p><h3>Related</h3>'],
    ['a sentence that begins alike', '<p>Read more books, said <a href=x>the minister</a> to the assembled pupils.</p>'],
    ['a list of links without a heading', '<ul><li><a href=x>One</a></li></ul>'],
    ['a section of the article', '<h2>Related work</h2><p>Others measured the same harbour.</p>'],
  ])('leaves %s', (_, html) => {
    const { related } = take(html);
    expect(related).toEqual([]);
  });

  test('drops addresses that lead nowhere and keeps the title', () => {
    expect(take('<h3>See also</h3><ul><li><a href="javascript:x">Ferry late</a></li></ul>').related).toEqual([{ title: 'Ferry late', url: null }]);
  });
});

test('knows the words that stand above related links', () => {
  expect(['Related', 'RELATED:', 'More on ferries', 'Lire aussi :', 'Mehr zum Thema'].every(isRelatedHeading)).toBe(true);
  expect(['Relations', 'The related question', 'Read', ''].some(isRelatedHeading)).toBe(false);
});
