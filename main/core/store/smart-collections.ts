import { z } from 'zod';
import { LibraryError } from '../../contract/errors.ts';
import { SmartId } from '../../contract/ids.ts';
import { MOST_SMART, SavedSearch, SmartCollection } from '../../contract/smart.ts';
import type { LibraryStore } from './library-store.ts';
import { newArticleId } from './new-article-id.ts';
import type { ReadableDatabase } from './open-database.ts';
import { jsonColumn } from './stored-articles.ts';

const Row = z.object({ id: SmartId, name: z.string(), search: jsonColumn(SavedSearch), looked: z.string() });

const collator = new Intl.Collator('en', { numeric: true });

/** By their names. */
export function listSmart(database: ReadableDatabase): SmartCollection[] {
  const rows = z.array(Row).parse(database.prepare('SELECT id, name, search, looked FROM smart_collections').all());
  return rows.toSorted((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

export function findSmart(database: ReadableDatabase, id: string): SmartCollection | undefined {
  const row = database.prepare('SELECT id, name, search, looked FROM smart_collections WHERE id = ?').get(id);
  return row && Row.parse(row);
}

/** When the newest article came, in the trash or not: up to then everything can be known. */
export function newestAdded(database: ReadableDatabase): string {
  const newest = database.prepare('SELECT max(added) AS newest FROM (SELECT max(added) AS added FROM articles WHERE trashed = 0 UNION ALL SELECT max(added) FROM articles WHERE trashed = 1)').get()?.['newest'];
  return typeof newest === 'string' ? newest : new Date(0).toISOString();
}

/** The articles outside the trash that came after a moment: `articles.n`. */
export function selectAddedAfter(database: ReadableDatabase, moment: string): number[] {
  return database.prepare('SELECT n FROM articles WHERE trashed = 0 AND added > ?').all(moment).map(({ n }) => Number(n));
}

export interface SmartToSave {
  /** Undefined: a new one. */
  readonly id?: SmartId | undefined;
  readonly name: string;
  readonly search: SavedSearch;
  /** Undefined: as it was; of a new one nothing is new. */
  readonly looked?: string | undefined;
}

/** @throws LibraryError `invalid-input` when the name is taken, or there are too many */
export function saveSmart(store: LibraryStore, { id = SmartId.parse(newArticleId()), name, search, looked }: SmartToSave): SmartCollection {
  const { database } = store;
  const others = listSmart(database).filter((other) => other.id !== id);
  if (others.some((other) => other.name === name)) throw new LibraryError('invalid-input', `There is a smart collection “${name}” already.`);
  if (others.length >= MOST_SMART) throw new LibraryError('invalid-input', `A library keeps up to ${MOST_SMART} smart collections. Remove one first.`);
  return write(store, { id, name, search, looked: looked ?? findSmart(database, id)?.looked ?? newestAdded(database) });
}

/** @throws LibraryError `not-found`, `invalid-input` */
export function renameSmart(store: LibraryStore, id: SmartId, name: string): SmartCollection {
  return saveSmart(store, { ...needSmart(store.database, id), name });
}

/** Never back: what was seen once is not new again. @throws LibraryError `not-found` */
export function lookAtSmart(store: LibraryStore, id: SmartId, upTo: string): SmartCollection {
  const smart = needSmart(store.database, id);
  return upTo > smart.looked ? write(store, { ...smart, looked: upTo }) : smart;
}

/** @returns it as it was */
export function removeSmart(store: LibraryStore, id: SmartId): SmartCollection | null {
  const removed = findSmart(store.database, id) ?? null;
  if (removed) store.commit((apply) => apply({ do: 'remove-smart', smart: id }));
  return removed;
}

/** @throws LibraryError `not-found` */
export function needSmart(database: ReadableDatabase, id: SmartId): SmartCollection {
  const smart = findSmart(database, id);
  if (!smart) throw new LibraryError('not-found', 'There is no such smart collection any more.');
  return smart;
}

function write(store: LibraryStore, smart: SmartCollection): SmartCollection {
  store.commit((apply) => apply({ do: 'save-smart', smart: SmartCollection.parse(smart) }));
  return smart;
}
