import type { ArticleId, ImportId } from '../../contract/ids.ts';
import type { UndoneImport } from '../../contract/imports.ts';
import type { ImportStand, Operation, StoredArticle, StoredEntry } from './changes.ts';
import { readVersion, readVersionNumber } from './go-back.ts';
import { findImportToContinue, listEntriesOfChanges, noImport } from './import-rows.ts';
import { unlabelDuplicate } from './label-duplicate.ts';
import type { LibraryStore } from './library-store.ts';
import { findArticle } from './list-articles.ts';
import type { ReadableDatabase } from './open-database.ts';
import { selectExisting } from './store-queries.ts';
import { readUnfetched } from './unfetched.ts';
import { WritingInParts } from './writing-in-parts.ts';

/**
 * Takes back what an import did: its articles go to the trash, those that it brought new content of have their
 * earlier content again, and labels that it gave to others come off. Cut off at any moment, it can be done again and does the rest.
 *
 * @throws LibraryError `not-found`
 */
export function undoImport(store: LibraryStore, importId: ImportId): UndoneImport {
  const { database } = store;
  const known = findImportToContinue(database, importId);
  if (!known) throw noImport();
  const entries = groupByArticle(listEntriesOfChanges(database, importId));
  const having = (wanted: (entry: StoredEntry) => boolean, others: ReadonlySet<string>) =>
    selectExisting(database, [...entries].flatMap(([id, some]) => (some.some(wanted) && !others.has(id) ? [id] : [])), { kind: 'any' });
  const imported = having(({ list, action }) => list === 'imported' && action !== 'filled', new Set());
  // Of addresses that it kept, some may have been fetched since.
  const isFetched = (id: ArticleId) => known.kept.origin === 'addresses' && known.kept.later && readUnfetched(database, id) === undefined;
  const changed = imported.filter(isFetched);
  const brought = changed.length === 0 ? imported : imported.filter((id) => !isFetched(id));
  const own = new Set<string>(brought);

  const reverted: ArticleId[] = [];
  const writing = new WritingInParts(store);
  for (const id of having(({ version }) => version !== undefined, own)) {
    const operations = goBack(database, id, { importId, ownTags: known.facts.options, entries: entries.get(id) ?? [], seconds: known.kept.seconds });
    (operations ? reverted : changed).push(id);
    writing.add(operations ?? []);
  }
  const unlabelled = takeLabelsOff(store, importId, { entries, seconds: known.kept.seconds, reverted: new Set(reverted), writing });
  const trashed = selectExisting(database, brought, { kind: 'trashed', is: false });
  const { state, seconds, error } = known.kept;
  // Nobody goes on with what was taken back.
  const stand: ImportStand = { state: state === 'running' || state === 'paused' ? 'cancelled' : state, seconds, error, undone: store.now().toISOString() };
  if (trashed.length > 0) writing.add([{ do: 'trash', ids: trashed }]);
  writing.end([{ do: 'set-import', import: importId, stand }]);
  return { trashed, reverted, replaced: having(({ action }) => action === 'replaced', own), changed, unlabelled };
}

interface Labelling {
  readonly entries: ReadonlyMap<ArticleId, readonly StoredEntry[]>;
  readonly seconds: number;
  /** Those whose entries were written anew already. */
  readonly reverted: ReadonlySet<ArticleId>;
  readonly writing: WritingInParts;
}

/** Takes the labels off that it gave to articles which it otherwise left as they were. */
function takeLabelsOff({ database }: LibraryStore, importId: ImportId, { entries, seconds, reverted, writing }: Labelling): ArticleId[] {
  const unlabelled: ArticleId[] = [];
  for (const [id, some] of entries) {
    const given = some.filter(({ labelled }) => labelled !== undefined);
    if (given.length === 0) continue;
    const operations: Operation[] = [];
    const hadAny = given.map(({ labelled }) => labelled !== undefined && unlabelDuplicate(database, id, labelled, (operation) => operations.push(operation)));
    if (hadAny.includes(true)) unlabelled.push(id);
    // So that they come off once.
    const written = given.map((entry) => ({ ...entry, labelled: undefined, ...(reverted.has(id) ? { version: undefined } : {}) }));
    writing.add([...operations, { do: 'report', import: importId, seconds, entries: written }]);
  }
  return unlabelled;
}

function groupByArticle(entries: readonly StoredEntry[]): Map<ArticleId, StoredEntry[]> {
  const groups = new Map<ArticleId, StoredEntry[]>();
  for (const entry of entries) {
    if (entry.id === undefined) continue;
    const group = groups.get(entry.id);
    if (group) group.push(entry);
    else groups.set(entry.id, [entry]);
  }
  return groups;
}

interface WayBack {
  readonly importId: ImportId;
  /** The labels that everything in the import got. */
  readonly ownTags: Pick<StoredArticle, 'tags' | 'collections'>;
  readonly entries: readonly StoredEntry[];
  readonly seconds: number;
}

/**
 * What gives an article the content back that it had before an import brought new one, once or several times; undefined where something
 * else has changed it since. What the import brought becomes a version, so that it is not lost either.
 */
function goBack(database: ReadableDatabase, id: ArticleId, { importId, ownTags, entries, seconds }: WayBack): Operation[] | undefined {
  const current = readVersionNumber(database, id) ?? 0;
  const brought = new Set(entries.map(({ version }) => version));
  let earlier = current;
  while (brought.has(earlier - 1)) earlier -= 1;
  const content = earlier === current ? undefined : readVersion(database, id, earlier);
  const now = findArticle(database, id);
  if (!content || !now) return undefined;
  const article: StoredArticle = {
    ...content,
    tags: withoutBrought(now.tags, ownTags.tags, content.tags),
    collections: withoutBrought(now.collections, ownTags.collections, content.collections),
  };
  const operations: Operation[] = [{ do: 'update', article, keep: true }];
  // New content takes an article out of the trash; going back does not.
  if (now.state.trashed) operations.push({ do: 'trash', ids: [id] });
  // No version to go back to is left, so that it is gone back to once.
  operations.push({ do: 'report', import: importId, seconds, entries: entries.map((entry) => ({ ...entry, version: undefined })) });
  return operations;
}

/** The labels that an article has now, but for those that it has from the import. */
function withoutBrought(now: readonly string[], brought: readonly string[], before: readonly string[]): string[] {
  return now.filter((name) => !brought.includes(name) || before.includes(name));
}
