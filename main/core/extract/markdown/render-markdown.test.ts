import { expect, test } from 'vitest';
import { renderMarkdown } from './render-markdown.ts';

test.each([
  ['# A\n\nb **c**', '<h1 id="a">A</h1>\n<p>b <strong>c</strong></p>\n'],
  ['## A b!\n\n## A b {#own .x}\n\n## A b', '<h2 id="a-b">A b!</h2>\n<h2 id="own">A b</h2>\n<h2 id="a-b-1">A b</h2>\n'],
  ['a [b](c){:target="_blank"} d{e} ![f](g){width=50%}', '<p>a <a href="c">b</a> d{e} <img src="g" alt="f"></p>\n'],
  ['a ==b *c*== d == e ==', '<p>a <mark>b <em>c</em></mark> d == e ==</p>\n'],
  ['`==a==`', '<p><code>==a==</code></p>\n'],
  ['- [ ] a\n- [x] b\n- [y] c', '<ul>\n<li>☐ a</li>\n<li>☑ b</li>\n<li>[y] c</li>\n</ul>\n'],
  ['> [!note] A *title*\n> words', '<blockquote>\n<p><strong>A <em>title</em></strong></p>\n<p>words</p>\n</blockquote>\n'],
  ['> [!WARNING]-\n> words', '<blockquote>\n<p><strong>Warning</strong></p>\n<p>words</p>\n</blockquote>\n'],
  ['> [!tip]', '<blockquote>\n<p><strong>Tip</strong></p>\n</blockquote>\n'],
  ['> a [!note]', '<blockquote>\n<p>a [!note]</p>\n</blockquote>\n'],
  ['a[^x] b^[own] c[^none]\n\n[^x]: One[^y].\n[^y]: Two.', '<p>a<sup><a href="#fn-1">1</a></sup> b<sup><a href="#fn-2">2</a></sup> c[^none]</p>\n<hr>\n<ol>\n<li id="fn-1"><p>One<sup><a href="#fn-3">3</a></sup>.</p>\n</li>\n<li id="fn-2"><p>own</p>\n</li>\n<li id="fn-3"><p>Two.</p>\n</li>\n</ol>\n'],
  ['a\n\n[^x]: Nobody asks.', '<p>a</p>\n<hr>\n<ol>\n<li id="fn-1"><p>Nobody asks.</p>\n</li>\n</ol>\n'],
  ['a %%hidden%%\n{: .b}', '<p>a</p>\n'],
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
  renderMarkdown('==a '.repeat(20_000));
  renderMarkdown('^['.repeat(2_000));
  renderMarkdown('# a {#'.repeat(5_000));
  expect(performance.now() - started).toBeLessThan(5_000);
});
