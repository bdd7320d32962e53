import { expect, test } from 'vitest';
import { renderMarkdown, resolveWikiLinks } from './render-markdown.ts';

test.each([
  ['# A\n\nb **c**', '<h1>A</h1>\n<p>b <strong>c</strong></p>\n'],
  ['See [[Note|the note]] and [[Other]].', '<p>See the note and Other.</p>\n'],
  ['`[[code]]`', '<p><code>[[code]]</code></p>\n'],
  ['```\n[[code]]\n```', '<pre><code>[[code]]\n</code></pre>\n'],
  ['![[my image.png|300]]', '<p><img src="my%20image.png" alt=""></p>\n'],
  ['<aside>html</aside>', '<aside>html</aside>'],
  ['notes.md and https://example.org/', '<p>notes.md and <a href="https://example.org/">https://example.org/</a></p>\n'],
])('%s', (markdown, html) => {
  expect(renderMarkdown(markdown)).toBe(html);
});

test('is quick with brackets without end', () => {
  const started = performance.now();
  renderMarkdown('['.repeat(20_000));
  expect(performance.now() - started).toBeLessThan(5_000);
});

test('links between notes become their words', () => {
  expect(resolveWikiLinks('[[Jane Doe]] [[a/b|B]] [plain](x)')).toBe('Jane Doe B [plain](x)');
});
