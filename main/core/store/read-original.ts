import zlib from 'node:zlib';
import { z } from 'zod';
import type { ArticleId } from '../../contract/ids.ts';
import type { KeptMedia } from '../extract/article-draft.ts';
import { listMedia } from './article-media.ts';
import { readBlob } from './blobs.ts';
import type { LibraryFolder } from './library-folder.ts';
import type { ReadableDatabase } from './open-database.ts';
import { jsonColumn } from './stored-articles.ts';

/** What an article was imported from. */
export interface OriginalFacts {
  /** The file's own name, without folders. */
  readonly name: string;
  /** The reader that read it. */
  readonly kind: string;
  /** The version of the extractor that made the article of it. */
  readonly extractor: number;
}

/** The same with its bytes, and what else has to be known to read them again. */
export interface OriginalFile extends OriginalFacts {
  readonly bytes: Uint8Array;
  readonly url: string | null;
  readonly title: string;
  readonly isTitleGuessed: boolean;
  readonly savedAt: string | undefined;
  readonly media: readonly KeptMedia[];
  /** It is a chapter of a book, of which no more than its own file is kept. */
  readonly isChapter: boolean;
}

const Row = z.object({
  name: z.string(),
  kind: z.string(),
  extractor: z.number(),
  sha256: z.string(),
  url: z.string().nullable(),
  title: z.string(),
  guessed: jsonColumn(z.record(z.string(), z.number())),
  extra: jsonColumn(z.record(z.string(), z.json())).nullable(),
  bytes: z.instanceof(Uint8Array).nullable(),
});

/** Undefined where there is no such article. */
export function readOriginalFacts(database: ReadableDatabase, id: ArticleId): OriginalFacts | undefined {
  const row = database.prepare('SELECT source_name AS name, source_kind AS kind, extractor FROM articles WHERE id = ?').get(id);
  return row && Row.pick({ name: true, kind: true, extractor: true }).parse(row);
}

/** Undefined where there is no such article, or its file is not there any more. */
export function readOriginal(database: ReadableDatabase, folder: LibraryFolder, id: ArticleId): OriginalFile | undefined {
  const found = database
    .prepare(
      `SELECT a.source_name AS name, a.source_kind AS kind, a.extractor, a.source_sha256 AS sha256, a.url, a.title, a.guessed, a.extra, o.bytes
       FROM articles a LEFT JOIN originals o ON o.sha256 = a.source_sha256 WHERE a.id = ?`,
    )
    .get(id);
  if (!found) return undefined;
  const { name, kind, extractor, sha256, url, title, guessed, extra, bytes: packed } = Row.parse(found);
  const bytes = packed === null ? readBlob(folder.blobs, sha256) : zlib.zstdDecompressSync(packed);
  if (bytes === undefined) return undefined;
  const savedAt = extra?.['savedAt'];
  return {
    name,
    kind,
    extractor,
    bytes,
    url,
    title,
    isTitleGuessed: guessed['title'] !== undefined,
    savedAt: typeof savedAt === 'string' ? savedAt : undefined,
    media: listMedia(database, id),
    isChapter: kind === 'epub' && extra?.['book'] !== undefined,
  };
}
