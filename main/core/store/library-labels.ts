import { z } from 'zod';
import type { ArticleId } from '../../contract/ids.ts';
import type { ReadableDatabase } from './open-database.ts';
import { jsonColumn } from './stored-articles.ts';

export interface NamedCount {
  readonly name: string;
  readonly count: number;
}

/** All that articles outside the trash can be filtered by. */
export interface Labels {
  readonly tags: readonly NamedCount[];
  readonly sites: readonly NamedCount[];
  readonly collections: readonly { path: string; count: number }[];
}

const Named = z.array(z.object({ name: z.string(), count: z.number() }));
const Combinations = z.array(z.object({ paths: jsonColumn(z.array(z.string())), count: z.number() }));

/** Tags and sites: the most frequent first. Collections: as a tree is read, each with all that lies below it. */
export function readLabels(database: ReadableDatabase): Labels {
  return { tags: countTags(database), sites: countSites(database), collections: countCollections(database) };
}

/** What some articles have, in the trash or not: each name with how many of them have it, the most frequent first. */
export function readLabelsOf(database: ReadableDatabase, ids: readonly ArticleId[]): { tags: NamedCount[]; collections: NamedCount[] } {
  const count = (table: 'article_tags' | 'article_collections', column: 'tag' | 'path') =>
    Named.parse(
      database
        .prepare(
          `SELECT ${column} AS name, count(*) AS count FROM ${table}
           WHERE article IN (SELECT n FROM articles WHERE id IN (SELECT value FROM json_each(:ids))) GROUP BY name ORDER BY count DESC, name COLLATE NOCASE`,
        )
        .all({ ids: JSON.stringify(ids) }),
    );
  return { tags: count('article_tags', 'tag'), collections: count('article_collections', 'path') };
}

/** All of them less those in the trash: looking up each article would cost ten times as much, and few lie in the trash. */
function countTags(database: ReadableDatabase): NamedCount[] {
  const rows = database
    .prepare(
      `WITH in_trash AS MATERIALIZED (
         SELECT tag, count(*) AS n FROM articles a JOIN article_tags t ON t.article = a.n WHERE a.trashed = 1 GROUP BY tag),
       everywhere AS MATERIALIZED (SELECT tag, count(*) AS n FROM article_tags GROUP BY tag)
       SELECT tag AS name, everywhere.n - coalesce(in_trash.n, 0) AS count FROM everywhere LEFT JOIN in_trash USING (tag)
       WHERE count > 0 ORDER BY count DESC, tag`,
    )
    .all();
  return Named.parse(rows);
}

function countSites(database: ReadableDatabase): NamedCount[] {
  const rows = database
    .prepare('SELECT site AS name, count(*) AS count FROM articles INDEXED BY articles_by_site WHERE trashed = 0 AND site IS NOT NULL GROUP BY site ORDER BY count DESC, name')
    .all();
  return Named.parse(rows);
}

/** Articles are counted by the combination of collections that they are in: there are few of those, however many articles. */
function countCollections(database: ReadableDatabase): { path: string; count: number }[] {
  const rows = database
    .prepare(
      `SELECT paths, count(*) AS count FROM (
         SELECT json_group_array(path) AS paths FROM article_collections
         WHERE article NOT IN (SELECT n FROM articles WHERE trashed = 1) GROUP BY article)
       GROUP BY paths`,
    )
    .all();
  const counts = new Map<string, number>();
  for (const { paths, count } of Combinations.parse(rows)) {
    for (const path of new Set(paths.flatMap(withParents))) counts.set(path, (counts.get(path) ?? 0) + count);
  }
  return [...counts].map(([path, count]) => ({ path, count })).toSorted((a, b) => compareByName(a.path, b.path));
}

/** `A/B/C` also counts for `A/B` and for `A`. */
function withParents(path: string): string[] {
  const names = path.split('/');
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}

const collator = new Intl.Collator('en', { numeric: true });

/** Name by name, so that what lies below a collection follows it at once. */
function compareByName(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')];
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const order = compareNames(left[index] ?? '', right[index] ?? '');
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

/** Names that only look alike still have an order. */
function compareNames(a: string, b: string): number {
  return collator.compare(a, b) || Number(a > b) - Number(a < b);
}
