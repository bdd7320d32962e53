import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readPages } from './read-pages.js';
import { scorePage, sumScores } from './score-pages.js';

function pagesOf(...lines: readonly object[]): ReturnType<typeof readPages> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carrel-extract-'));
  try {
    fs.writeFileSync(path.join(folder, 'expected.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    return readPages(folder);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

const FOUND = { text: 'The harbour reopened.', title: 'Harbour', byline: 'Jane Doe', date: '2025-09-24' };

it('judges only what is known of a page', () => {
  const [page] = pagesOf({ id: 'one', file: 'one.html', title: 'Harbour', byline: null });
  expect(page && scorePage(page, FOUND)).toEqual({
    id: 'one', set: 'all', tokens: undefined, shingles: undefined, snippets: undefined, firstWords: undefined, title: true, byline: false, date: undefined,
  });
});

it('sums up what was judged, and only that', () => {
  const pages = pagesOf(
    { file: 'one.html', set: 'a', text: 'The harbour reopened.', date: '2025-09-24' },
    { file: 'two.html', set: 'b', must: ['harbour'], mustnot: ['Login'], title: 'Ferries', date: '2025-09-23', first_words: 'The harbour' },
  );
  const scores = pages.map((page) => ({ extractor: 'x', bytes: 2_000, ms: 100, failure: undefined, ...scorePage(page, FOUND) }));
  const sum = sumScores('x', scores);
  expect(sum.tokens).toEqual({ pages: 1, f1: 1, precision: 1, recall: 1 });
  expect(sum.snippets).toEqual({ pages: 1, f1: 1, found: 1, missing: 0, unwanted: 0, avoided: 1 });
  expect([sum.title, sum.byline, sum.date]).toEqual([{ pages: 1, accuracy: 0 }, undefined, { pages: 2, accuracy: 0.5 }]);
  expect([sum.firstWords, sum.failed]).toEqual([{ pages: 1, accuracy: 1 }, 0]);
  expect(sum.pagesPerSecond).toBeCloseTo(10, 9);
  expect(sum.kilobytesPerPage).toBe(2);
});

it('refuses a line that names no file', () => {
  expect(() => pagesOf({ id: 'one' })).toThrow('Line 1 of expected.jsonl names no file.');
});
