import { expect, test } from 'vitest';
import { parseHtml } from './parse-html.ts';
import { readAddress } from './read-address.ts';
import type { PageAddress } from './read-address.ts';
import { readPageFacts } from './read-page-facts.ts';

const address = (html: string, known?: string): PageAddress => readAddress(readPageFacts(parseHtml(html, { fragment: false })), known);

test.each([
  ['a canonical link', '<link rel=canonical href="https://example.org/a">', 'https://example.org/a'],
  ['og:url', '<meta property="og:url" content="https://example.org/a">', 'https://example.org/a'],
  ['the note of SingleFile', '<html><!--\n Page saved with SingleFile \n url: https://example.org/a \n saved date: Wed Sep 24 2025 10:00:00 GMT\n--><p>', 'https://example.org/a'],
  ['the note of a browser', '<!-- saved from url=(0021)https://example.org/a --><html><p>', 'https://example.org/a'],
  ['a canonical link without credentials', '<link rel=canonical href="https://u:p@example.org/a">', 'https://example.org/a'],
  ['no script', '<link rel=canonical href="javascript:x">', undefined],
  ['no address without a host', '<link rel=canonical href="/a">', undefined],
  ['no blank page', '<!-- saved from url=(0014)about:internet -->', undefined],
])('is read from %s', (_, html, url) => {
  expect(address(html).url).toBe(url);
});

test.each([
  ['<html><!-- Page saved with SingleFile\n url: https://example.org/a\n saved date: Wed Sep 24 2025 10:00:00 GMT+0200 (Central European Summer Time)\n-->', '2025-09-24T10:00:00+02:00'],
  ['<html><!-- Page saved with SingleFile\n url: https://example.org/a\n saved date: Wed Sep 24 2025\n-->', '2025-09-24'],
  ['<!-- Archive processed by SingleFile\n url: https://example.org/a\n saved date: some day\n-->', 'some day'],
  ['<!-- Saved from https://example.org/a at 2025-09-24T08:00:00Z using monolith v2.8.1 --><html><p>', '2025-09-24T08:00:00Z'],
  ['<meta name="savepage-url" content="https://example.org/a"><meta name="savepage-date" content="Wed Sep 24 2025 10:00:00 GMT-0400 (EDT)">', '2025-09-24T10:00:00-04:00'],
])('says when the page was saved: %j', (html, savedAt) => {
  expect(address(html)).toMatchObject({ url: 'https://example.org/a', savedAt });
});

test('does not take the front page for the address of an article', () => {
  expect(address('<link rel=canonical href="https://example.org/">', 'https://example.org/a').url).toBe('https://example.org/a');
});

test('resolves relative links against the base of the page', () => {
  expect(address('<base href="/b/">', 'https://example.org/a')).toMatchObject({ url: 'https://example.org/a', base: 'https://example.org/b/' });
});
