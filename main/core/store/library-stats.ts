import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { LibraryFolder } from './library-folder.ts';
import type { ReadableDatabase } from './open-database.ts';

const Groups = z.array(z.object({ name: z.string(), n: z.number() }));

const Counts = z.object({ articles: z.number(), unread: z.number(), favourites: z.number(), archived: z.number(), unfetched: z.number(), trashed: z.number() });
export type Counts = z.infer<typeof Counts>;

/** How many articles each place holds; see ArticlePlace. */
export function countArticles(database: ReadableDatabase): Counts {
  const row = database
    .prepare(
      `SELECT coalesce(sum(n * (trashed = 0)), 0) AS articles,
         coalesce(sum(n * (trashed = 0 AND archived = 0 AND read = 0)), 0) AS unread,
         coalesce(sum(n * (trashed = 0 AND favourite = 1)), 0) AS favourites,
         coalesce(sum(n * (trashed = 0 AND archived = 1)), 0) AS archived,
         (SELECT count(*) FROM articles INDEXED BY unfetched_by_added WHERE trashed = 0 AND source_kind = 'address') AS unfetched,
         coalesce(sum(n * trashed), 0) AS trashed
       FROM (SELECT trashed, archived, read, favourite, count(*) AS n FROM articles INDEXED BY articles_by_state GROUP BY 1, 2, 3, 4)`,
    )
    .get();
  return Counts.parse(row);
}

/** Sums over the articles outside the trash; `bytes` is what the library's folder takes on disk. */
export function readStats(database: ReadableDatabase, folder: LibraryFolder) {
  const sums = database
    .prepare(
      `SELECT count(*) AS articles, coalesce(sum(word_count), 0) AS words, min(published_key) AS first, max(published_key) AS last
       FROM articles WHERE trashed = 0`,
    )
    .get();
  const { articles, words, first, last } = z
    .object({ articles: z.number(), words: z.number(), first: z.string().nullable(), last: z.string().nullable() })
    .parse(sums);
  return {
    articles,
    words,
    bytes: measureLibrary(folder),
    languages: countBy(database, 'language'),
    sites: countBy(database, 'site'),
    published: { first, last },
  };
}

function countBy(database: ReadableDatabase, column: 'language' | 'site'): Record<string, number> {
  const rows = database
    .prepare(
      `SELECT ${column} AS name, count(*) AS n FROM articles WHERE trashed = 0 AND ${column} IS NOT NULL
       GROUP BY 1 ORDER BY n DESC, name`,
    )
    .all();
  return Object.fromEntries(Groups.parse(rows).map(({ name, n }) => [name, n]));
}

/** What all of the library's files take on disk, in bytes. A writer may move files meanwhile: what is gone counts nothing. */
function measureLibrary(folder: LibraryFolder): number {
  let bytes = 0;
  const pending = [folder.root];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    for (const entry of listEntries(at)) {
      const place = path.join(at, entry.name);
      if (entry.isDirectory()) pending.push(place);
      else if (entry.isFile()) bytes += fs.statSync(place, { throwIfNoEntry: false })?.size ?? 0;
    }
  }
  return bytes;
}

function listEntries(folder: string): fs.Dirent[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
