import { expect, test } from 'vitest';
import { mailTextToHtml } from './mail-text-to-html.ts';

const flat = (text: string): string => mailTextToHtml(text).replaceAll('\n', '');

test('joins broken lines to paragraphs', () => {
  expect(flat('The ferry to the island left the quay at\nseven minutes past ten, with all that were on\nboard of it.\n\nIt came late.')).toBe(
    '<p>The ferry to the island left the quay at seven minutes past ten, with all that were on board of it.</p><p>It came late.</p>',
  );
});

test('quoted lines become quotations, inside one another too', () => {
  expect(flat('Jane wrote:\n> Was it late?\n>> It is always late.\n> > Always.\n\nIt was.')).toBe(
    '<p>Jane wrote:</p><blockquote><p>Was it late?</p><blockquote><p>It is always late.</p><p>Always.</p></blockquote></blockquote><p>It was.</p>',
  );
});

test('a rule stands above the signature, other lines of dashes stay', () => {
  expect(flat('It came late.\n\n-- \nJane\n----------\nx')).toBe('<p>It came late.</p><hr><p>Jane</p><p>----------</p><p>x</p>');
});

test('nothing of the text is markup', () => {
  expect(flat('> <script>x</script> &amp;')).toBe('<blockquote><p>&lt;script&gt;x&lt;/script&gt; &amp;amp;</p></blockquote>');
});

test('quotation marks without end are bounded', () => {
  expect(flat(`${'>'.repeat(2_000)} x`).match(/<blockquote>/g)).toHaveLength(10);
});
