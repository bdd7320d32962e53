import { isUtf8 } from 'node:buffer';
import zlib from 'node:zlib';
import { z } from 'zod';
import { RelatedLink } from '../../contract/articles.ts';
import { FactName } from '../../contract/facts.ts';
import { ArticleId } from '../../contract/ids.ts';
import { assert } from '../base/assert.ts';
import { StoredArticle, type Original } from './changes.ts';
import type { ReadableDatabase } from './open-database.ts';

const flagColumn = z.number().transform(Boolean);
/** A column, or an aggregate, that holds JSON. */
export const jsonColumn = <T extends z.ZodType>(schema: T) => z.string().transform((text) => schema.parse(JSON.parse(text)));

/** A row of `articles` with its tags and collections, in the library's own terms. */
export const ArticleRow = z.object({
  n: z.number(),
  id: ArticleId,
  title: z.string(),
  byline: z.string().nullable(),
  published: z.string().nullable(),
  published_precision: StoredArticle.shape.publishedPrecision,
  site: z.string().nullable(),
  url: z.string().nullable(),
  canonical_url: z.string().nullable(),
  language: z.string().nullable(),
  word_count: z.number(),
  excerpt: z.string().nullable(),
  read: flagColumn,
  favourite: flagColumn,
  archived: flagColumn,
  trashed: flagColumn,
  added: z.string(),
  source_kind: z.string(),
  source_name: z.string(),
  source_sha256: z.string(),
  related: jsonColumn(z.array(RelatedLink)),
  guessed: jsonColumn(z.record(z.string(), z.number())),
  corrected: jsonColumn(z.array(FactName)),
  extra: jsonColumn(z.record(z.string(), z.json())).nullable(),
  fingerprint: z.string().nullable(),
  extractor: z.number(),
  tags: jsonColumn(z.array(z.string())),
  collections: jsonColumn(z.array(z.string())),
});
export type ArticleRow = z.infer<typeof ArticleRow>;

/** Selects rows that `ArticleRow` reads; goes on with WHERE, ORDER BY and so on. */
export const SELECT_ARTICLES = `
  SELECT a.*,
    (SELECT json_group_array(tag) FROM article_tags WHERE article = a.n) AS tags,
    (SELECT json_group_array(path) FROM article_collections WHERE article = a.n) AS collections
  FROM articles a`;

/** The body as it is stored. */
export interface ArticleBody {
  readonly html: string;
  readonly text: string;
}

export function readBody(database: ReadableDatabase, n: number): ArticleBody {
  const row = database.prepare('SELECT html, text FROM bodies WHERE article = ?').get(n);
  assert(row, 'an article has a row and no body');
  return { html: inflate(row['html']), text: inflate(row['text']) };
}

/** Decompresses a column that holds a zstd frame of UTF-8. */
export function inflate(column: unknown): string {
  assert(column instanceof Uint8Array, 'a compressed column holds no bytes');
  return zlib.zstdDecompressSync(column).toString('utf8');
}

/** The whole article as a change holds it, or undefined. */
export function readStoredArticle(database: ReadableDatabase, id: string): StoredArticle | undefined {
  const found = database.prepare(`${SELECT_ARTICLES} WHERE a.id = ?`).get(id);
  if (!found) return undefined;
  const row = ArticleRow.parse(found);
  const images = database.prepare('SELECT sha256, media_type AS mediaType FROM article_images WHERE article = ?').all(row.n);
  return StoredArticle.parse({
    ...row,
    publishedPrecision: row.published_precision,
    canonicalUrl: row.canonical_url,
    wordCount: row.word_count,
    source: { kind: row.source_kind, name: row.source_name, sha256: row.source_sha256 },
    ...readBody(database, row.n),
    images,
    original: readOriginal(database, row.source_sha256),
  });
}

function readOriginal(database: ReadableDatabase, sha256: string): Original {
  const bytes = database.prepare('SELECT bytes FROM originals WHERE sha256 = ?').get(sha256)?.['bytes'];
  return bytes instanceof Uint8Array ? encodeOriginal(zlib.zstdDecompressSync(bytes)) : { kind: 'blob' };
}

/** Text stays legible in the journal (and small); other bytes become base64. */
export function encodeOriginal(bytes: Uint8Array): Original {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return isUtf8(buffer) ? { kind: 'utf8', text: buffer.toString('utf8') } : { kind: 'base64', data: buffer.toString('base64') };
}
