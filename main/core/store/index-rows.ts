import zlib from 'node:zlib';
import { z } from 'zod';
import { assert } from '../base/assert.ts';
import type { ReadableDatabase } from './open-database.ts';
import { prepareOnce } from './prepare-once.ts';

/** What tells whether the index has an article as it is now. */
export interface IndexRow {
  readonly n: number;
  readonly id: string;
  /** Grows with each new content. */
  readonly version: number;
  /** Outside the trash. */
  readonly live: boolean;
  readonly words: number;
  /** The last change that touched it, be it only its state. */
  readonly change: number;
}

/** An article with what the index is made of. `text`: UTF-8. */
export interface IndexArticle {
  readonly n: number;
  readonly id: string;
  readonly version: number;
  readonly language: string | null;
  readonly publishedKey: string | null;
  readonly title: string;
  readonly byline: string | null;
  readonly text: Uint8Array;
}

const COLUMNS = 'a.n, a.id, a.version, a.trashed, a.word_count, a.change';

/** Those of the articles that there are. */
export function readRowsOfIds(database: ReadableDatabase, ids: readonly string[]): IndexRow[] {
  return prepareOnce(database, `SELECT ${COLUMNS} FROM json_each(?) named JOIN articles a ON a.id = named.value`).all(JSON.stringify(ids)).map(toIndexRow);
}

/** Those of the rows that there are. */
export function readRowsOfNumbers(database: ReadableDatabase, numbers: readonly number[]): IndexRow[] {
  return prepareOnce(database, `SELECT ${COLUMNS} FROM json_each(?) named JOIN articles a ON a.n = named.value`).all(JSON.stringify(numbers)).map(toIndexRow);
}

/** What was added or touched after a change. Walks over all articles: no index of the database knows of changes. */
export function readRowsAbove(database: ReadableDatabase, change: number): IndexRow[] {
  return prepareOnce(database, `SELECT ${COLUMNS} FROM articles a WHERE a.change > ?`).all(change).map(toIndexRow);
}

function toIndexRow({ n, id, version, trashed, word_count, change }: Record<string, unknown>): IndexRow {
  return { n: Number(n), id: String(id), version: Number(version), live: trashed === 0, words: Number(word_count), change: Number(change) };
}

/** The row numbers of all articles outside the trash, in no order. */
export function readLiveNumbers(database: ReadableDatabase): Set<number> {
  const row = prepareOnce(database, 'SELECT json_group_array(n) AS numbers FROM articles WHERE trashed = 0').get();
  return new Set(z.array(z.number()).parse(JSON.parse(String(row?.['numbers']))));
}

/** An article outside the trash, or undefined. All of it is of one moment, whoever writes meanwhile. */
export function readIndexArticle(database: ReadableDatabase, n: number): IndexArticle | undefined {
  const row = prepareOnce(
    database,
    `SELECT a.id, a.version, a.language, a.published_key, a.title, a.byline, b.text FROM articles a
     LEFT JOIN bodies b ON b.article = a.n WHERE a.n = ? AND a.trashed = 0`,
  ).get(n);
  if (!row) return undefined;
  const { text } = row;
  assert(text instanceof Uint8Array, 'an article has a row and no body');
  return {
    n,
    id: String(row['id']),
    version: Number(row['version']),
    language: stringOrNull(row['language']),
    publishedKey: stringOrNull(row['published_key']),
    title: String(row['title']),
    byline: stringOrNull(row['byline']),
    text: zlib.zstdDecompressSync(text),
  };
}

function stringOrNull(column: unknown): string | null {
  return typeof column === 'string' ? column : null;
}
