import type { ArticleId, ImportId, WatchedFolderId } from '../../contract/ids.ts';
import type { ImportLabels, OnDuplicate } from '../../contract/imports.ts';
import type { ImportStand, Operation, StoredEntry, StoredImport, TakenFile } from './changes.ts';
import { findImport, listSameUnended, noImport } from './import-rows.ts';
import { keepOwn } from './keep-own.ts';
import { labelDuplicate } from './label-duplicate.ts';
import type { AddResult, LibraryStore, NewArticle } from './library-store.ts';
import type { ReadableDatabase } from './open-database.ts';
import type { PackedArticle } from './packed-article.ts';
import { prepareOnce } from './prepare-once.ts';
import { findUnfetched } from './unfetched.ts';
import { findTakenArticle } from './watched-rows.ts';

/** A file that an import of a watched folder has taken. */
export interface FileToTake extends Omit<TakenFile, 'article'> {
  /** How the report names it. */
  readonly source: string;
}

/** What an import has for the store: all of it becomes one change. */
export interface ImportWrite<Article = NewArticle> {
  readonly importId: ImportId;
  /** Until the library has it. */
  readonly begin?: StoredImport | undefined;
  readonly articles: readonly Article[];
  readonly onDuplicate: OnDuplicate;
  /** What all articles of it get, those that are there already among them. */
  readonly labels?: ImportLabels;
  /** Fetches what was to be fetched: an article that was put into the trash meanwhile stays there. */
  readonly unfetched?: boolean;
  /** Of each article: what its entry says of where it came from. */
  readonly places: readonly Pick<StoredEntry, 'number' | 'source' | 'item'>[];
  /** Entries that no article belongs to. */
  readonly entries: readonly StoredEntry[];
  readonly seconds: number;
  /** Files that the entries are about, where they come from a watched folder. */
  readonly taken?: { readonly folder: WatchedFolderId; readonly files: readonly FileToTake[] } | undefined;
  /** Where it ends, or is begun again. */
  readonly stand?: ImportStand | undefined;
}

const NO_LABELS: ImportLabels = { tags: [], collections: [] };

/** The same on its way to the store. */
export type PackedWrite = ImportWrite<PackedArticle>;

/** Stores articles and what the report says of them as one change. Results are in the order of the articles. */
export function writeImport(store: LibraryStore, { importId, begin, articles, onDuplicate, labels = NO_LABELS, unfetched = false, places, entries, seconds, taken, stand }: ImportWrite): AddResult[] {
  return store.commit((apply) => {
    if (begin) {
      // The same once more: nobody has to go on with what was cut off.
      for (const { id, seconds: taken } of begin.origin === 'paths' ? listSameUnended(store.database, begin) : []) {
        apply({ do: 'set-import', import: id, stand: { state: 'cancelled', seconds: taken, error: null, undone: null } });
      }
      apply({ do: 'begin-import', import: begin });
    }
    const reported: StoredEntry[] = [];
    const take = new Taking(store.database, taken);
    const results = articles.map((article, index) => {
      const place = places[index];
      const from = place && { earlier: take.earlierOf(place), unfetched: findUnfetched(store.database, place.item ?? place.source, { inTrash: unfetched }), staysInTrash: unfetched };
      const result = store.addOne(place ? withLabelsOfFeed(store.database, article, place) : article, onDuplicate, apply, from);
      const isSkipped = result.list === 'duplicates' && result.action === 'skipped' && !result.refused;
      const labelled = isSkipped ? labelDuplicate(store.database, result.id, labels, apply) : undefined;
      if (place) reported.push({ ...describeResult(store.database, result, place), ...(labelled ? { labelled } : {}) });
      if (place) take.note(place, result);
      return result;
    });
    reported.push(...entries);
    if (reported.length > 0) apply({ do: 'report', import: importId, seconds, entries: reported.map((entry) => withUnfetched(store.database, entry)) });
    take.end(apply);
    if (stand) apply({ do: 'set-import', import: importId, stand });
    return results;
  });
}

type Place = ImportWrite['places'][number];

/** What a change says of the files of a watched folder that its entries are about. */
class Taking {
  readonly #database: ReadableDatabase;
  readonly #taken: ImportWrite['taken'];
  readonly #paths: ReadonlyMap<string, string>;
  /** By the files' names in the report: what each is now, where it is one article. */
  readonly #became = new Map<string, ArticleId>();

  constructor(database: ReadableDatabase, taken: ImportWrite['taken']) {
    this.#database = database;
    this.#taken = taken;
    this.#paths = new Map(taken?.files.map(({ source, path }) => [source, path]));
  }

  /** The article that the same file was before it was changed. */
  earlierOf({ source, item }: Pick<Place, 'source' | 'item'>): ArticleId | undefined {
    const path = item === undefined ? this.#paths.get(source) : undefined;
    return this.#taken && path !== undefined ? findTakenArticle(this.#database, this.#taken.folder, path) : undefined;
  }

  /** A copy of what is there already does not become the same article's file: either may be changed alone later. */
  note({ source, item }: Place, result: AddResult): void {
    if (item === undefined && (result.list === 'imported' || result.action !== 'skipped')) this.#became.set(source, result.id);
  }

  end(apply: (operation: Operation) => void): void {
    if (!this.#taken || this.#taken.files.length === 0) return;
    const { folder, files } = this.#taken;
    const described = files.map(({ source, ...file }): TakenFile => {
      const article = this.#became.get(source) ?? this.earlierOf({ source });
      return article === undefined ? file : { ...file, article };
    });
    apply({ do: 'take-files', folder, files: described });
  }
}

function describeResult(database: ReadableDatabase, result: AddResult, place: Place): StoredEntry {
  if (result.list === 'imported') return { ...place, list: 'imported', id: result.id, ...(result.filled ? { action: 'filled', version: versionOf(database, result.id) - 1 } : {}) };
  if (result.refused) return { ...place, list: 'failed', ...result.refused };
  const { id, action } = result;
  return { ...place, list: 'duplicates', id, action, ...(action === 'versioned' ? { version: versionOf(database, id) - 1 } : {}) };
}

/** What comes of a feed whose address was kept is sorted under what that was sorted under. */
function withLabelsOfFeed(database: ReadableDatabase, article: NewArticle, { source, item }: Place): NewArticle {
  const feed = item === undefined ? undefined : findUnfetched(database, source);
  if (feed === undefined) return article;
  const { tags, collections } = keepOwn(database, feed, article.content);
  return { ...article, content: { ...article.content, tags, collections } };
}

/** Names the article that still waits for an address after something came of it: nothing, another article, or one of several (the entries of a feed). */
function withUnfetched(database: ReadableDatabase, entry: StoredEntry): StoredEntry {
  const { list, source, item, id } = entry;
  const unfetched = findUnfetched(database, item ?? source) ?? (item === undefined || list === 'failed' ? undefined : findUnfetched(database, source));
  return unfetched === undefined || unfetched === id ? entry : { ...entry, unfetched };
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
