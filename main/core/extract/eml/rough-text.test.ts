import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roughText } from './rough-text.ts';

test('keeps words, a line for each block, and no scripts', () => {
  expect(roughText('<title>a</title><style>p{}</style><p>b <b>c</b> &amp; d\n e<p>f<br>g<script>x("<p>")</script>')).toBe('a\n\nb c & d e\n\nf\n\ng');
});

test('reads markup of any depth', () => {
  expect(roughText(`${'<a><div>'.repeat(50_000)}words`)).toBe('words');
});

test('never throws', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom('<', '>', 'a', '&', '#1114112;', '&#xd800;', '<script>', '</', '<!--', '"', '=')), (pieces) => {
    expect(() => roughText(pieces.join(''))).not.toThrow();
  }));
});
