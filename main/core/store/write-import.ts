import type { ArticleId, ImportId } from '../../contract/ids.ts';
import type { OnDuplicate } from '../../contract/imports.ts';
import type { ImportStand, StoredEntry, StoredImport } from './changes.ts';
import { findImport, listSameUnended, noImport } from './import-rows.ts';
import type { AddResult, LibraryStore, NewArticle } from './library-store.ts';
import type { ReadableDatabase } from './open-database.ts';
import type { PackedArticle } from './packed-article.ts';
import { prepareOnce } from './prepare-once.ts';

/** What an import has for the store: all of it becomes one change. */
export interface ImportWrite<Article = NewArticle> {
  readonly importId: ImportId;
  /** Until the library has it. */
  readonly begin?: StoredImport | undefined;
  readonly articles: readonly Article[];
  readonly onDuplicate: OnDuplicate;
  /** Of each article: what its entry says of where it came from. */
  readonly places: readonly Pick<StoredEntry, 'number' | 'source' | 'item'>[];
  /** Entries that no article belongs to. */
  readonly entries: readonly StoredEntry[];
  readonly seconds: number;
  /** Where it ends, or is begun again. */
  readonly stand?: ImportStand | undefined;
}

/** The same on its way to the store. */
export type PackedWrite = ImportWrite<PackedArticle>;

/** Stores articles and what the report says of them as one change. Results are in the order of the articles. */
export function writeImport(store: LibraryStore, { importId, begin, articles, onDuplicate, places, entries, seconds, stand }: ImportWrite): AddResult[] {
  return store.commit((apply) => {
    if (begin) {
      // The same once more: nobody has to go on with what was cut off.
      for (const { id, seconds: taken } of begin.origin === 'paths' ? listSameUnended(store.database, begin) : []) {
        apply({ do: 'set-import', import: id, stand: { state: 'cancelled', seconds: taken, error: null, undone: null } });
      }
      apply({ do: 'begin-import', import: begin });
    }
    const reported: StoredEntry[] = [];
    const results = articles.map((article, index) => {
      const result = store.addOne(article, onDuplicate, apply);
      const place = places[index];
      if (place) reported.push(describeResult(store.database, result, place));
      return result;
    });
    reported.push(...entries);
    if (reported.length > 0) apply({ do: 'report', import: importId, seconds, entries: reported });
    if (stand) apply({ do: 'set-import', import: importId, stand });
    return results;
  });
}

function describeResult(database: ReadableDatabase, result: AddResult, place: ImportWrite['places'][number]): StoredEntry {
  if (result.list === 'imported') return { ...place, list: 'imported', id: result.id };
  const { id, action } = result;
  return { ...place, list: 'duplicates', id, action, ...(action === 'versioned' ? { version: versionOf(database, id) - 1 } : {}) };
}

function versionOf(database: ReadableDatabase, id: ArticleId): number {
  return Number(prepareOnce(database, 'SELECT version FROM articles WHERE id = ?').get(id)?.['version']);
}

/** Takes a report away. @throws LibraryError `not-found` */
export function forgetImport(store: LibraryStore, id: ImportId): void {
  if (!findImport(store.database, id)) throw noImport();
  store.commit((apply) => apply({ do: 'forget-import', import: id }));
}

/** Says how an import stands. @throws LibraryError `not-found` */
export function setImport(store: LibraryStore, importId: ImportId, stand: ImportStand): void {
  if (!findImport(store.database, importId)) throw noImport();
  store.commit((apply) => apply({ do: 'set-import', import: importId, stand }));
}
