import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { drawQueries } from './draw-queries.js';
import { QUERY_KINDS } from './query-kinds.js';
import { expectedForms, makeCorpus } from './make-corpus.js';
import { measureCorpus } from './read-corpus.js';
import { readParagraphs } from './read-paragraphs.js';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carrel-corpus-test-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
const pool = readParagraphs();
const inside = (name: string) => {
  fs.mkdirSync(path.join(folder, name), { recursive: true });
  return path.join(folder, name);
};

describe('the corpus of the search benchmark', () => {
  it('has as many distinct forms at 1,000 articles as real news, and counts itself rightly', async () => {
    const { file, figures } = makeCorpus({ pool, articles: 1_000, folder: inside('first') });
    expect(figures).toEqual(await measureCorpus(file));
    expect(figures.articles).toBe(1_000);
    expect(Math.abs(figures.words / 1_000 / 458 - 1)).toBeLessThan(0.1);
    expect(Math.abs(figures.forms / 40_000 - 1)).toBeLessThan(0.1);
  });

  it('is the same for the same parameters and another for another seed', () => {
    const make = (name: string, seed: number) => fs.readFileSync(makeCorpus({ pool, articles: 50, seed, folder: inside(name) }).file, 'utf8');
    expect(make('a', 7)).toBe(make('b', 7));
    expect(make('c', 8)).not.toBe(make('a', 7));
  });

  it('makes short articles when asked for', () => {
    const { figures } = makeCorpus({ pool, articles: 500, words: 40, folder: inside('short') });
    expect(Math.abs(figures.words / 500 / 40 - 1)).toBeLessThan(0.15);
  });

  it('passes through the measured points of growth', () => {
    expect(expectedForms(458_000)).toBeCloseTo(40_000);
    expect(expectedForms(4_580_000)).toBeCloseTo(149_000);
    expect(expectedForms(22_900_000)).toBeCloseTo(356_000);
    expect(expectedForms(45_800_000)).toBeCloseTo(510_000);
  });

  it('gives the same queries of every kind for the same seed', async () => {
    const { file } = makeCorpus({ pool, articles: 1_000, folder: inside('first') });
    const queries = await drawQueries(file, 3);
    expect(await drawQueries(file, 3)).toEqual(queries);
    expect([...new Set(queries.map(({ kind }) => kind))]).toEqual([...QUERY_KINDS]);
    expect(queries.filter(({ kind }) => !['phrase', 'common phrase', 'near'].includes(kind))).toHaveLength(185);
    expect(queries.flatMap(({ words }) => words).every((word) => /^[a-z]+$/.test(word))).toBe(true);
  });
});
