import { assert } from '../base/assert.ts';
import { applyImport } from './apply-import.ts';
import { applyWatched } from './apply-watched.ts';
import { applyFacts } from './article-facts.ts';
import { compress } from './compress.ts';
import type { Change, Operation, Original, StoredArticle } from './changes.ts';
import { readStoredArticle } from './stored-articles.ts';
import type { WritableDatabase } from './open-database.ts';
import { prepareOnce } from './prepare-once.ts';
import { publishedKey } from './published-key.ts';
import { LABEL_TABLES } from './store-queries.ts';

/**
 * Applies one change to the database, as it is made and when the journal is replayed: the same function, so that a
 * library rebuilt from its journal equals the one that was lost. Must run in a transaction. Operations on articles
 * that are not there do nothing.
 */
export function applyChange(database: WritableDatabase, { change, at, operations }: Change): void {
  for (const operation of operations) applyOperation(database, operation, change, at);
  recordLastChange(database, change);
}

export function recordLastChange(database: WritableDatabase, change: number): void {
  prepareOnce(database, "UPDATE meta SET value = ? WHERE key = 'last_change'").run(String(change));
}

/** One operation of a change that is not finished yet; `recordLastChange` ends the change. */
export function applyOperation(database: WritableDatabase, operation: Operation, change: number, at: string): void {
  switch (operation.do) {
    case 'add':
      return insertArticle(database, operation.article, change);
    case 'update':
      return updateArticle(database, operation.article, operation.keep, change, at);
    case 'set-state': {
      const { read, favourite, archived } = operation;
      database
        .prepare(
          `UPDATE articles SET read = coalesce(:read, read), favourite = coalesce(:favourite, favourite),
             archived = coalesce(:archived, archived), change = :change WHERE n IN (${NAMED})`,
        )
        .run({ read: flag(read), favourite: flag(favourite), archived: flag(archived), change, ids: JSON.stringify(operation.ids) });
      return;
    }
    case 'label':
      return setLabel(database, operation, change);
    case 'set-facts':
      return applyFacts(database, operation.to, change);
    case 'set-extractor':
      database
        .prepare(`UPDATE articles SET extractor = :extractor, change = :change WHERE n IN (${NAMED})`)
        .run({ extractor: operation.extractor, change, ids: JSON.stringify(operation.ids) });
      return;
    case 'trash':
    case 'restore':
      database
        .prepare(`UPDATE articles SET trashed = :trashed, change = :change WHERE n IN (${NAMED})`)
        .run({ trashed: operation.do === 'trash' ? 1 : 0, change, ids: JSON.stringify(operation.ids) });
      return;
    case 'purge': {
      // Rows that name an article go with it; originals are shared by their hash and go when no source names them.
      database.prepare(`DELETE FROM articles WHERE n IN (${NAMED})`).run({ ids: JSON.stringify(operation.ids) });
      database.exec('DELETE FROM originals WHERE sha256 NOT IN (SELECT sha256 FROM sources)');
      // Reports still say which file an article came of, and not any more what its title was.
      database.prepare('UPDATE import_entries SET title = NULL WHERE article IN (SELECT value FROM json_each(?))').run(JSON.stringify(operation.ids));
      database.exec("UPDATE meta SET value = '1' WHERE key = 'purging'");
      return;
    }
    case 'save-smart': {
      const { id, name, search, looked } = operation.smart;
      database.prepare('INSERT OR REPLACE INTO smart_collections (id, name, search, looked) VALUES (?, ?, ?, ?)').run(id, name, JSON.stringify(search), looked);
      return;
    }
    case 'remove-smart':
      database.prepare('DELETE FROM smart_collections WHERE id = ?').run(operation.smart);
      return;
    case 'begin-import':
    case 'report':
    case 'set-import':
    case 'forget-import':
      return applyImport(database, operation);
    case 'watch':
    case 'unwatch':
    case 'take-files':
      return applyWatched(database, operation, at);
    default:
      operation satisfies never;
  }
}

/** The articles that an operation names. One statement for all of them: there may be a hundred thousand. */
const NAMED = 'SELECT a.n FROM json_each(:ids) named JOIN articles a ON a.id = named.value';

function setLabel(database: WritableDatabase, { kind, name, ids, on }: Extract<Operation, { do: 'label' }>, change: number): void {
  const { table, column } = LABEL_TABLES[kind];
  const named = { ids: JSON.stringify(ids) };
  if (on) database.prepare(`INSERT OR IGNORE INTO ${table} (article, ${column}) SELECT n, :name FROM articles WHERE n IN (${NAMED})`).run({ ...named, name });
  else database.prepare(`DELETE FROM ${table} WHERE ${column} = :name AND article IN (${NAMED})`).run({ ...named, name });
  database.prepare(`UPDATE articles SET change = :change WHERE n IN (${NAMED})`).run({ ...named, change });
}

function flag(value: boolean | undefined): number | null {
  return value === undefined ? null : Number(value);
}

const INSERT_ARTICLE = `
  INSERT INTO articles (id, title, byline, published, published_precision, published_key, site, url, canonical_url, language,
    word_count, excerpt, added, source_kind, source_name, source_sha256, related, guessed, corrected, extra, fingerprint, extractor, change)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

function insertArticle(database: WritableDatabase, article: StoredArticle, change: number): void {
  const { lastInsertRowid } = prepareOnce(database, INSERT_ARTICLE).run(article.id, ...contentColumns(article), article.added, ...sourceColumns(article), change);
  insertParts(database, Number(lastInsertRowid), article);
}

function updateArticle(database: WritableDatabase, article: StoredArticle, keep: boolean, change: number, at: string): void {
  const row = database.prepare('SELECT n, version FROM articles WHERE id = ?').get(article.id);
  if (!row) return insertArticle(database, article, change);
  const n = Number(row['n']);
  if (keep) {
    const before = readStoredArticle(database, article.id);
    assert(before, 'an article has a row and no content');
    database
      .prepare('INSERT INTO versions (article, version, replaced, content) VALUES (?, ?, ?, ?)')
      .run(n, Number(row['version']), at, compress(JSON.stringify(before)));
  }
  database
    .prepare(
      `UPDATE articles SET title = ?, byline = ?, published = ?, published_precision = ?, published_key = ?, site = ?, url = ?,
         canonical_url = ?, language = ?, word_count = ?, excerpt = ?, source_kind = ?, source_name = ?, source_sha256 = ?, related = ?,
         guessed = ?, corrected = ?, extra = ?, fingerprint = ?, extractor = ?, version = version + 1, trashed = 0, change = ? WHERE n = ?`,
    )
    .run(...contentColumns(article), ...sourceColumns(article), change, n);
  // Images stay named: earlier versions show them.
  for (const table of ['bodies', 'article_tags', 'article_collections']) {
    database.prepare(`DELETE FROM ${table} WHERE article = ?`).run(n);
  }
  insertParts(database, n, article);
}

function contentColumns(article: StoredArticle) {
  return [
    article.title,
    article.byline,
    article.published,
    article.publishedPrecision,
    publishedKey(article.published),
    article.site,
    article.url,
    article.canonicalUrl,
    article.language,
    article.wordCount,
    article.excerpt,
  ];
}

function sourceColumns(article: StoredArticle) {
  return [
    article.source.kind,
    article.source.name,
    article.source.sha256,
    JSON.stringify(article.related),
    JSON.stringify(article.guessed),
    JSON.stringify(article.corrected),
    article.extra === null ? null : JSON.stringify(article.extra),
    article.fingerprint,
    article.extractor,
  ];
}

function insertParts(database: WritableDatabase, n: number, article: StoredArticle): void {
  prepareOnce(database, 'INSERT INTO bodies (article, html, text) VALUES (?, ?, ?)').run(n, compress(article.html), compress(article.text));
  prepareOnce(database, 'INSERT OR IGNORE INTO sources (sha256, article) VALUES (?, ?)').run(article.source.sha256, n);
  const bytes = originalBytes(article.original);
  prepareOnce(database, 'INSERT OR IGNORE INTO originals (sha256, bytes) VALUES (?, ?)').run(article.source.sha256, bytes && compress(bytes));
  for (const tag of new Set(article.tags)) prepareOnce(database, 'INSERT INTO article_tags VALUES (?, ?)').run(n, tag);
  for (const path of new Set(article.collections)) prepareOnce(database, 'INSERT INTO article_collections VALUES (?, ?)').run(n, path);
  for (const { sha256, mediaType } of article.images) {
    prepareOnce(database, 'INSERT OR IGNORE INTO article_images VALUES (?, ?, ?)').run(n, sha256, mediaType);
  }
}

/** The item's bytes, or null where they are a blob. */
export function originalBytes(original: Original): Buffer | null {
  switch (original.kind) {
    case 'utf8':
      return Buffer.from(original.text);
    case 'base64':
      return Buffer.from(original.data, 'base64');
    case 'blob':
      return null;
  }
}
