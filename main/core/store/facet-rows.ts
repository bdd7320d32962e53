import { z } from 'zod';
import type { ReadableDatabase } from './open-database.ts';
import { RowSet } from './row-set.ts';
import { jsonColumn } from './stored-articles.ts';

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** What a set of articles can be narrowed down by. Most frequent first; years and months newest first; states in a fixed order. */
export interface Facets {
  readonly site: FacetCount[];
  readonly tag: FacetCount[];
  /** Each with all that lies below it. */
  readonly collection: FacetCount[];
  /** BCP 47. */
  readonly language: FacetCount[];
  readonly state: FacetCount[];
  readonly year: FacetCount[];
  /** `1987-02`; without the articles of which only the year is known. */
  readonly month: FacetCount[];
}

export interface FacetCounts {
  /** Articles outside the trash. */
  readonly total: number;
  readonly facets: Facets;
  /** How many of them have no site, no date, no language. */
  readonly unknown: { readonly site: number; readonly date: number; readonly language: number };
}

/**
 * Counts what the given articles (`articles.n`, in any order, each once) have. Those in the trash count nowhere.
 *
 * @param limit so many values of each facet
 */
export function countFacets(database: ReadableDatabase, rows: readonly number[], limit: number): FacetCounts {
  const counts = gatherCounts(database, rows);
  const list = (facet: keyof Facets) => listFacet(counts, facet, limit, []);
  return {
    total: counts.total,
    facets: { site: list('site'), tag: list('tag'), collection: list('collection'), language: list('language'), state: list('state'), year: list('year'), month: list('month') },
    unknown: { site: counts.site().get(null) ?? 0, date: counts.month().get(null) ?? 0, language: counts.language().get(null) ?? 0 },
  };
}

/**
 * The same for one facet only.
 *
 * @param also values that are named whatever their counts
 */
export function countFacet(database: ReadableDatabase, rows: readonly number[], facet: keyof Facets, limit: number, also: readonly string[]): FacetCount[] {
  return listFacet(gatherCounts(database, rows), facet, limit, also);
}

function gatherCounts(database: ReadableDatabase, rows: readonly number[]): AllCounts {
  return rows.length * SCAN_FROM < lastRow(database) ? countByLookup(database, rows) : countByScan(database, rows);
}

function listFacet(counts: AllCounts, facet: keyof Facets, limit: number, also: readonly string[]): FacetCount[] {
  switch (facet) {
    case 'year': {
      const years = new Map<string, number>();
      for (const [month, count] of counts.month()) if (month !== null) years.set(month.slice(0, 4), (years.get(month.slice(0, 4)) ?? 0) + count);
      return newest(years, limit);
    }
    case 'month':
      return newest([...counts.month()].filter(([month]) => (month?.length ?? 0) > 4), limit);
    case 'state': {
      const withFlag = (flag: string) => [...counts.state()].reduce((sum, [flags, count]) => sum + (flags?.includes(flag) ? count : 0), 0);
      const read = withFlag('r');
      return [
        { value: 'unread', count: counts.total - read },
        { value: 'read', count: read },
        { value: 'favourite', count: withFlag('f') },
        { value: 'archived', count: withFlag('a') },
      ];
    }
    case 'site':
    case 'tag':
    case 'collection':
    case 'language': {
      const own = counts[facet]();
      const frequent = mostFrequent(own, limit);
      const known = new Set(frequent.map(({ value }) => value));
      return [...frequent, ...also.filter((value) => !known.has(value)).map((value) => ({ value, count: own.get(value) ?? 0 }))];
    }
  }
}

type Counts = Map<string | null, number>;

/** Each is counted when it is first asked for. */
interface AllCounts {
  readonly total: number;
  readonly site: () => Counts;
  readonly language: () => Counts;
  /** By the flags `r`, `f` and `a`, those that an article has. */
  readonly state: () => Counts;
  /** Keys cut to the month. */
  readonly month: () => Counts;
  readonly tag: () => Counts;
  readonly collection: () => Counts;
}

/** Looking up one article costs as much as walking over some of them in the indexes: measured with 100,000. */
const SCAN_FROM = 4;

// A column of very many rows as one JSON array is a tenth of the work of as many rows.
const Values = jsonColumn(z.array(z.string().nullable()));
const Numbers = jsonColumn(z.array(z.number()));
const Pairs = z.object({ articles: Numbers, values: Values });
const Group = z.array(z.object({ value: z.string().nullable(), articles: Numbers }));

const STATE = "iif(read, 'r', '') || iif(favourite, 'f', '') || iif(archived, 'a', '')";
const MONTH = 'substr(published_key, 1, 7)';

/** About how many articles there are; counting them takes longer than counting a few articles' facets. */
function lastRow(database: ReadableDatabase): number {
  return z.object({ last: z.number() }).parse(database.prepare('SELECT coalesce(max(n), 0) AS last FROM articles').get()).last;
}

/** Each article by itself, for few of them. */
function countByLookup(database: ReadableDatabase, rows: readonly number[]): AllCounts {
  const Columns = z.object({ articles: Numbers, sites: Values, languages: Values, states: Values, months: Values });
  const { articles, sites, languages, states, months } = Columns.parse(
    database
      .prepare(
        `SELECT json_group_array(n) AS articles, json_group_array(site) AS sites, json_group_array(language) AS languages,
           json_group_array(${STATE}) AS states, json_group_array(${MONTH}) AS months
         FROM json_each(:rows) AS given CROSS JOIN articles ON n = given.value WHERE trashed = 0`,
      )
      .get({ rows: JSON.stringify(rows) }),
  );
  const labels = (table: 'article_tags' | 'article_collections', column: 'tag' | 'path') =>
    Pairs.parse(
      database
        .prepare(
          `SELECT json_group_array(article) AS articles, json_group_array(label.${column}) AS "values"
           FROM json_each(:rows) AS given CROSS JOIN ${table} AS label ON article = given.value`,
        )
        .get({ rows: JSON.stringify(articles) }),
    );
  return {
    total: articles.length,
    site: remember(() => countValues(sites)),
    language: remember(() => countValues(languages)),
    state: remember(() => countValues(states)),
    month: remember(() => countValues(months)),
    tag: remember(() => countValues(labels('article_tags', 'tag').values)),
    collection: remember(() => countCollections(labels('article_collections', 'path'))),
  };
}

function remember<T>(make: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => (known ??= { value: make() }).value;
}

/** A walk over each index, for many of them: the database looks nothing up, and the choice is made here. */
function countByScan(database: ReadableDatabase, rows: readonly number[]): AllCounts {
  const given = new RowSet(rows);
  for (const n of Rows.parse(database.prepare('SELECT json_group_array(n) AS articles FROM articles WHERE trashed = 1').get()).articles) given.delete(n);
  const groups = (sql: string): Counts => new Map(Group.parse(database.prepare(sql).all()).map(({ value, articles }) => [value, given.count(articles)]));
  const pairs = (sql: string) => choosePairs(given, Pairs.parse(database.prepare(sql).get()));
  const state = groups(`SELECT ${STATE} AS value, json_group_array(n) AS articles FROM articles INDEXED BY articles_by_state WHERE trashed = 0 GROUP BY archived, read, favourite`);
  return {
    total: [...state.values()].reduce((sum, count) => sum + count, 0),
    state: () => state,
    site: remember(() => groups('SELECT site AS value, json_group_array(n) AS articles FROM articles INDEXED BY articles_by_site WHERE trashed = 0 GROUP BY site')),
    language: remember(() => groups('SELECT language AS value, json_group_array(n) AS articles FROM articles INDEXED BY articles_by_language WHERE trashed = 0 GROUP BY language')),
    month: remember(() => countValues(pairs(`SELECT json_group_array(n) AS articles, json_group_array(${MONTH}) AS "values" FROM articles INDEXED BY articles_by_published WHERE trashed = 0`).values)),
    tag: remember(() => groups('SELECT tag AS value, json_group_array(article) AS articles FROM article_tags INDEXED BY article_tags_by_tag GROUP BY tag')),
    // In the order of articles, so that those of one come together.
    collection: remember(() => countCollections(pairs('SELECT json_group_array(article) AS articles, json_group_array(path) AS "values" FROM (SELECT article, path FROM article_collections ORDER BY article, path)'))),
  };
}

const Rows = z.object({ articles: Numbers });

/** The pairs whose article is one of the set. */
function choosePairs(given: RowSet, { articles, values }: z.infer<typeof Pairs>): z.infer<typeof Pairs> {
  const chosen = (_: unknown, index: number) => given.has(articles[index] ?? 0);
  return { articles: articles.filter(chosen), values: values.filter(chosen) };
}

function countValues(values: readonly (string | null)[]): Counts {
  const counts: Counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** `A/B` also counts for `A`, once for each article. */
function countCollections({ articles, values }: z.infer<typeof Pairs>): Counts {
  const counts: Counts = new Map();
  const pathsOf = new Map<string, readonly string[]>();
  let own = new Set<string>();
  for (const [index, value] of values.entries()) {
    if (articles[index] !== articles[index - 1]) own = new Set();
    for (const path of rememberParents(value ?? '', pathsOf)) {
      if (own.has(path)) continue;
      own.add(path);
      counts.set(path, (counts.get(path) ?? 0) + 1);
    }
  }
  return counts;
}

function rememberParents(path: string, pathsOf: Map<string, readonly string[]>): readonly string[] {
  const known = pathsOf.get(path);
  if (known) return known;
  const names = path.split('/');
  const paths = names.map((_, index) => names.slice(0, index + 1).join('/'));
  pathsOf.set(path, paths);
  return paths;
}

function mostFrequent(counts: Counts, limit: number): FacetCount[] {
  return toList(counts)
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, limit);
}

function newest(counts: Iterable<readonly [string | null, number]>, limit: number): FacetCount[] {
  return toList(counts)
    .toSorted((a, b) => (a.value > b.value ? -1 : 1))
    .slice(0, limit);
}

function toList(counts: Iterable<readonly [string | null, number]>): FacetCount[] {
  return [...counts].flatMap(([value, count]) => (value === null || count === 0 ? [] : [{ value, count }]));
}
