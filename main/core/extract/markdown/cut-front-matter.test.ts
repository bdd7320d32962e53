import { expect, test } from 'vitest';
import { cutFrontMatter } from './cut-front-matter.ts';

test.each([
  ['---\na: b\n---\nbody', { kind: 'yaml', block: 'a: b', body: 'body' }],
  ['\n---\na: b\n...\nbody', { kind: 'yaml', block: 'a: b', body: 'body' }],
  ['+++\na = "b"\n+++\nbody', { kind: 'toml', block: 'a = "b"', body: 'body' }],
  ['{\n  "a": "b"\n}\nbody', { kind: 'json', block: '{\n  "a": "b"\n}', body: 'body' }],
  ['% Title\n  goes on\n% Author\n\nbody', { kind: 'percent', block: '% Title\n  goes on\n% Author\n', body: '\nbody' }],
  ['Title: a\nAuthor: b\n  c\n\nbody', { kind: 'lines', block: 'Title: a\nAuthor: b\n  c\n', body: 'body' }],
])('%j', (markdown, expected) => {
  expect(cutFrontMatter(markdown)).toEqual(expected);
});

test.each(['# a', '---\n\nwords\n\n---\n', 'Note: this is prose.\n\nMore.', 'Title: a\nand prose\n\nmore', '{ braces }\n', '+++ three\n', '%', ''])('%j has none', (markdown) => {
  expect(cutFrontMatter(markdown)).toBeUndefined();
});
