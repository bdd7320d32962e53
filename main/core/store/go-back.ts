import type { ArticleId } from '../../contract/ids.ts';
import type { KeptVersion } from '../../contract/originals.ts';
import { StoredArticle, type Operation } from './changes.ts';
import { keepOwn } from './keep-own.ts';
import type { LibraryStore } from './library-store.ts';
import { findArticle } from './list-articles.ts';
import type { ReadableDatabase } from './open-database.ts';
import { inflate } from './stored-articles.ts';
import { WritingInParts } from './writing-in-parts.ts';

/**
 * Gives articles the content again that they had before their newest one. What they have now becomes a version, so that it is
 * not lost either; labels, state and what the user stated stay. Returns those that went back, each with the number that its content from before is
 * kept under; left alone are those that are gone, or that something has changed since.
 */
export function goBack(store: LibraryStore, versions: readonly KeptVersion[]): KeptVersion[] {
  const writing = new WritingInParts(store);
  const gone: KeptVersion[] = [];
  for (const { id, version } of new Map(versions.map((kept) => [kept.id, kept])).values()) {
    const current = readVersionNumber(store.database, id);
    // Each new content, and each corrected fact that is searched for, counts one up.
    if (current !== version + 1) continue;
    const operations = goBackOne(store.database, id, version);
    if (operations.length === 0) continue;
    writing.add(operations);
    gone.push({ id, version: current });
  }
  writing.end([]);
  return gone;
}

function goBackOne(database: ReadableDatabase, id: ArticleId, version: number): Operation[] {
  const content = readVersion(database, id, version);
  const now = findArticle(database, id);
  if (!content || !now) return [];
  const article: StoredArticle = { ...keepOwn(database, id, content), id, added: content.added, tags: now.tags, collections: now.collections };
  const update: Operation = { do: 'update', article, keep: true };
  // New content takes an article out of the trash; going back does not.
  return now.state.trashed ? [update, { do: 'trash', ids: [id] }] : [update];
}

/** The number of an article's content as it is now; undefined where there is no such article. */
export function readVersionNumber(database: ReadableDatabase, id: ArticleId): number | undefined {
  const row = database.prepare('SELECT version FROM articles WHERE id = ?').get(id);
  return row && Number(row['version']);
}

/** An earlier content of an article, or undefined where none of this number is kept. */
export function readVersion(database: ReadableDatabase, id: ArticleId, version: number): StoredArticle | undefined {
  const row = database.prepare('SELECT content FROM versions WHERE article = (SELECT n FROM articles WHERE id = ?) AND version = ?').get(id, version);
  return row && StoredArticle.parse(JSON.parse(inflate(row['content'])));
}
