import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attackFragments } from '../../../../e2e/fixtures/attack-fragments.ts';
import { LibraryError } from '../../../contract/errors.ts';
import type { ArticleDraft } from '../article-draft.ts';
import { sanitizeHtml } from '../html/sanitize-html.ts';
import { extractMarkdown } from './extract-markdown.ts';

const gif = Buffer.from([...Buffer.from('GIF89a'), 9, 0, 9, 0]);
const extract = (markdown: string): ArticleDraft =>
  extractMarkdown(markdown, { fileName: 'ferry.md', loadBeside: (path) => (path === 'img/a.gif' ? { path: '/notes/img/a.gif', bytes: gif } : undefined) });

test('turns a file with front matter into an article', () => {
  const draft = extract('---\ntitle: Ferry late\nauthor: Jane Doe\nlang: en\nsource: https://harbour.example/f\nmood: grim\n---\n# Ferry late\n\nThe *ferry* left [late](../why).\n\n![Quay](img/a.gif) ![x](gone.png)\n');
  expect(draft).toMatchObject({
    title: 'Ferry late', byline: 'Jane Doe', url: 'https://harbour.example/f', language: 'en', text: 'The ferry left late.',
    guessed: {}, extra: { mood: 'grim', missingImages: ['gone.png'] }, companions: ['/notes/img/a.gif'],
  });
  expect(draft.html).toContain('<a href="https://harbour.example/why" rel="noopener noreferrer">late</a>');
  expect(draft.html).toContain(`<img alt="Quay" src="images/${draft.images[0]?.sha256}">`);
});

test('takes the first heading for the title, or the first sentence', () => {
  expect(extract('# Ferry *late*\n\nIt left.')).toMatchObject({ title: 'Ferry late', text: 'It left.', guessed: {} });
  expect(extract('It left.\n\n# Late')).toMatchObject({ title: 'It left', guessed: { title: 0.4 } });
});

test('takes title and date from a file name that states them', () => {
  const named = (fileName: string): ArticleDraft => extractMarkdown('It left late.', { fileName, loadBeside: () => undefined });
  expect(named('2025-09-24-ferry-late.md')).toMatchObject({ title: 'Ferry late', published: { value: '2025-09-24', precision: 'day' }, guessed: { title: 0.5, published: 0.9 } });
  expect(named('Ferry late.md')).toMatchObject({ title: 'Ferry late', published: null, guessed: { title: 0.6 } });
});

test('finds pictures in the folders of note-taking programs', () => {
  const asked: string[] = [];
  const draft = extractMarkdown('a ![[quay.gif]]', { fileName: 'a.md', loadBeside: (path) => (asked.push(path), path === 'attachments/quay.gif' ? { path, bytes: gif } : undefined) });
  expect(draft.companions).toEqual(['attachments/quay.gif']);
  expect(asked).toEqual(['quay.gif', 'attachments/quay.gif']);
});

test('notes and headings can be reached from the text', () => {
  const { html } = extract('# T\n\na[^1] [there](#the-quay)\n\n## The quay\n\nb\n\n[^1]: Note.');
  expect(html).toContain('<a href="#carrel-fn-1">1</a>');
  expect(html).toContain('<li id="carrel-fn-1">');
  expect(html).toContain('<h2 id="carrel-the-quay">');
});

test('keeps tables, code and quotes', () => {
  expect(extract('# T\n\n> q\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```js\nlet a\n```\n').text).toBe('q\n\na\tb\n\n1\t2\n\nlet a');
});

test('lets no attack through that is written in Markdown', () => {
  for (const { html: attack } of attackFragments) {
    const { html } = extract(`# T\n\nwords\n\n${attack}\n\n[a](javascript:x) ![b](javascript:x "onerror=x")`);
    expect(sanitizeHtml(html).html).toBe(html);
    expect(html).not.toMatch(/<[a-z][^>]*(?:="javascript:|\son\w+=)/i);
  }
});

test.each([
  ['empty', ' \n'],
  ['no-text', '---\ntitle: a\n---\n'],
  ['no-text', '![](x.png)'],
  ['too-deep', '<div>'.repeat(2_000)],
])('refuses a file that is %s', (code, markdown) => {
  expect(() => extract(markdown)).toThrow(expect.objectContaining({ code }));
});

test('extracts any text or refuses it with a reason', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.constantFrom('# ', '[[', ']]', '![', '](', ')', '---\n', 'a: ', '\n', '<b>', '`', '> ', '- ', '|', '\0')).map((parts) => parts.join(''))), (markdown) => {
      try {
        expect(extract(markdown).title).not.toBe('');
      } catch (error) {
        expect(error).toBeInstanceOf(LibraryError);
      }
    }),
  );
});
