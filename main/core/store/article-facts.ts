import { z } from 'zod';
import { FactName } from '../../contract/facts.ts';
import { ArticleId } from '../../contract/ids.ts';
import { FactsGroup } from './changes.ts';
import type { ReadableDatabase, WritableDatabase } from './open-database.ts';
import { prepareOnce } from './prepare-once.ts';
import { publishedKey } from './published-key.ts';
import { jsonColumn } from './stored-articles.ts';

export type Facts = FactsGroup['facts'];

/** The facts that are words or a date of the index: a document of the index is made anew where one of them changes. */
export const INDEXED_FACTS: ReadonlySet<FactName> = new Set(['title', 'byline', 'published', 'language']);

/** Which facts a group is about. */
export function namedFacts(facts: Facts): FactName[] {
  return FactName.options.filter((name) => facts[name] !== undefined);
}

/** One article's facts as they stand. */
export interface FactsOfArticle extends Omit<FactsGroup, 'ids'> {
  readonly id: ArticleId;
}

/** Where each fact stands in the database, and how a change of facts calls it. */
const COLUMNS = {
  title: { title: 'title' },
  byline: { byline: 'byline' },
  published: { published: 'published', published_precision: 'publishedPrecision' },
  site: { site: 'site' },
  url: { url: 'url', canonical_url: 'canonicalUrl' },
  language: { language: 'language' },
} as const satisfies Record<FactName, Record<string, keyof Facts>>;

function columnsOf(names: readonly FactName[]): [column: string, fact: string][] {
  return names.flatMap((name) => Object.entries(COLUMNS[name]));
}

// Very many rows in one JSON array are a fifth of the work of as many rows.
const FactsRows = z.object({ json: jsonColumn(z.array(z.object({ id: ArticleId, facts: FactsGroup.shape.facts, guessed: z.record(z.string(), z.number()), corrected: z.array(FactName) }))) });

/** Some facts of those of the articles that there are, each once, in the order of their rows: in any other, each would be looked up where the disk is slowest. */
export function readFacts(database: ReadableDatabase, ids: readonly ArticleId[], names: readonly FactName[]): FactsOfArticle[] {
  const facts = columnsOf(names).map(([column, fact]) => `'${fact}', a.${column}`);
  const row = prepareOnce(
    database,
    `SELECT json_group_array(json_object('id', a.id, 'facts', json_object(${facts.join(', ')}), 'guessed', json(a.guessed), 'corrected', json(a.corrected))) AS json
     FROM (SELECT a.n FROM json_each(:ids) given CROSS JOIN articles a ON a.id = given.value ORDER BY a.n) named CROSS JOIN articles a ON a.n = named.n`,
  ).get({ ids: JSON.stringify([...new Set(ids)]) });
  return FactsRows.parse(row).json.map(({ id, facts, guessed, corrected }) => ({ id, facts, guessed: only(names, guessed), corrected: corrected.filter((name) => names.includes(name)) }));
}

function only(names: readonly FactName[], guessed: Readonly<Record<string, number>>): FactsGroup['guessed'] {
  const some: FactsGroup['guessed'] = {};
  for (const name of names) if (guessed[name] !== undefined) some[name] = guessed[name];
  return some;
}

/** Equal where the same facts stand alike. */
export function nameOfFacts({ facts, guessed, corrected }: Omit<FactsGroup, 'ids'>): string {
  const { title, byline, published, publishedPrecision, site, url, canonicalUrl, language } = facts;
  const said = [title, byline, published, publishedPrecision, site, url, canonicalUrl, language].map((value) => (value === undefined ? 0 : value));
  return JSON.stringify([said, FactName.options.map((name) => guessed[name]), FactName.options.filter((name) => corrected.includes(name))]);
}

/** Articles on which they stand alike, together. */
export function groupFacts(articles: readonly FactsOfArticle[]): FactsGroup[] {
  const groups = new Map<string, FactsGroup>();
  for (const { id, ...stand } of articles) {
    const name = nameOfFacts(stand);
    const group = groups.get(name);
    if (group) group.ids.push(id);
    else groups.set(name, { ...stand, ids: [id] });
  }
  return [...groups.values()];
}

/**
 * Lets facts of articles stand as the groups of one change say, which are all about the same facts. The version of an
 * article grows only where it is found by other words or by another date: the index then takes it anew.
 */
export function applyFacts(database: WritableDatabase, groups: readonly FactsGroup[], change: number): void {
  const names = namedFacts(groups[0]?.facts ?? {});
  const columns = columnsOf(names).map(([column]) => column);
  // It follows from another one.
  if (names.includes('published')) columns.push('published_key');
  const indexed = names.filter((name) => INDEXED_FACTS.has(name)).map((name) => `articles.${name} IS NOT stand.${name}`);
  prepareOnce(
    database,
    `WITH stand AS MATERIALIZED (SELECT key, ${columns.map((column) => `value->>'${column}' AS ${column}`).join(', ')}, value->'inferred' AS inferred, value->'stated' AS stated FROM json_each(:stands)),
       member AS MATERIALIZED (SELECT a.n, given.value->>1 AS key FROM json_each(:members) given CROSS JOIN articles a ON a.id = given.value->>0 ORDER BY a.n)
     UPDATE articles SET ${columns.map((column) => `${column} = stand.${column}`).join(', ')},
       version = version + (${indexed.join(' OR ') || '0'}),
       guessed = json_patch(guessed, stand.inferred),
       corrected = (SELECT json_group_array(value) FROM (
         SELECT value FROM json_each(articles.corrected) WHERE value NOT IN (${names.map((name) => `'${name}'`).join(', ')}) UNION SELECT value FROM json_each(stand.stated) ORDER BY value)),
       change = :change
     FROM member CROSS JOIN stand ON stand.key = member.key WHERE articles.n = member.n`,
  ).run({
    stands: JSON.stringify(groups.map((group) => toStand(group, names))),
    members: JSON.stringify(groups.flatMap(({ ids }, key) => ids.map((id) => [id, key]))),
    change,
  });
}

/** One group's facts by column. */
function toStand({ facts, guessed, corrected }: FactsGroup, names: readonly FactName[]): Record<string, unknown> {
  const { publishedPrecision, canonicalUrl, ...others } = facts;
  return {
    ...others,
    published_precision: publishedPrecision,
    published_key: publishedKey(others.published ?? null),
    canonical_url: canonicalUrl,
    // A null takes the name away.
    inferred: Object.fromEntries(names.map((name) => [name, guessed[name] ?? null])),
    stated: corrected,
  };
}
