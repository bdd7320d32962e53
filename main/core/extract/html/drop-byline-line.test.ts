import { describe, expect, it } from 'vitest';
import { extractHtml } from './extract-html.ts';

const page = (lines: string): string =>
  `<html lang="en"><head><title>Two lights</title><meta name="author" content="Jane Doe"></head><body><article><h1>Two lights</h1>${lines}<p>${'The keeper climbed the stairs again that night. '.repeat(8)}</p></article></body></html>`;
const textOf = (lines: string): string => extractHtml(page(lines), { fileName: 'a.html', loadBeside: () => undefined }).text;

describe('the byline in an article\'s body', () => {
  it.each(['<p>By Jane Doe</p>', '<p class="x"><span>Jane Doe</span></p>', '<p><strong>By JANE DOE</strong></p>'])('goes when it only repeats the author: %s', (line) => {
    expect(textOf(line)).toMatch(/^The keeper/);
  });

  it.each(['<p>Jane Doe – the last keeper – remembers it well.</p>', '<p>By Jane Doe and the sea, a story.</p>', '<p>Jane Doe remembers.</p>'])('stays when it says more: %s', (line) => {
    expect(textOf(line)).not.toMatch(/^The keeper/);
  });

  it('stays below the first lines', () => {
    const first = '<p>One morning the light was out.</p><p>Nobody had seen it go.</p><p>The boats stayed in.</p>';
    expect(textOf(`${first}<p>Jane Doe</p>`)).toContain('\n\nJane Doe\n\n');
  });
});
