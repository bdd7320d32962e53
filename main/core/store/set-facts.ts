import type { ArticleId } from '../../contract/ids.ts';
import { LibraryError } from '../../contract/errors.ts';
import { groupFacts, nameOfFacts, namedFacts, readFacts, type Facts } from './article-facts.ts';
import { idsOf, readChange, type FactsGroup, type SetFacts } from './changes.ts';
import { readRecord } from './journal.ts';
import type { LibraryStore } from './library-store.ts';

export interface FactsChanged {
  readonly changed: ArticleId[];
  /** What `undoFacts` takes back; null where nothing was changed. */
  readonly change: number | null;
}

/** States facts, the same of all of the articles. Names those on which they did not stand so, as stated by the user, before. */
export function setFacts(store: LibraryStore, ids: readonly ArticleId[], facts: Facts): FactsChanged {
  const names = namedFacts(facts);
  const stated = { facts, guessed: {}, corrected: names };
  const wanted = nameOfFacts(stated);
  const before = readFacts(store.database, ids, names).filter((article) => nameOfFacts(article) !== wanted);
  return commitFacts(store, before.length === 0 ? [] : [{ do: 'set-facts', to: [{ ...stated, ids: before.map(({ id }) => id) }], from: groupFacts(before) }]);
}

/**
 * Gives articles the facts again that they had before a change of facts. Left alone: those on which one of these facts is
 * another by now than that change made it, and those that are gone.
 *
 * @throws LibraryError `not-found`, `invalid-input`
 */
export function undoFacts(store: LibraryStore, change: number): FactsChanged {
  const json = readRecord(store.folder.journal, change);
  if (json === undefined) throw new LibraryError('not-found', 'This correction is not known, so it cannot be taken back.');
  const operations = readChange(json).operations.filter((operation) => operation.do === 'set-facts');
  if (operations.length === 0) throw new LibraryError('invalid-input', 'This change did not correct any facts.');
  return commitFacts(store, operations.toReversed().flatMap((operation) => opposite(store, operation)));
}

function opposite({ database }: LibraryStore, operation: SetFacts): SetFacts[] {
  const { to, from } = operation;
  // All groups of one operation are about the same facts.
  const names = namedFacts(to[0]?.facts ?? {});
  const stand = new Map(readFacts(database, idsOf(operation), names).map((article) => [article.id, nameOfFacts(article)]));
  const unchanged = new Set<ArticleId>();
  for (const { ids, ...made } of to) {
    const name = nameOfFacts(made);
    for (const id of ids) if (stand.get(id) === name) unchanged.add(id);
  }
  const back = onlyOf(from, unchanged);
  return back.length === 0 ? [] : [{ do: 'set-facts', to: back, from: onlyOf(to, new Set(back.flatMap(({ ids }) => ids))) }];
}

function onlyOf(groups: readonly FactsGroup[], wanted: ReadonlySet<ArticleId>): FactsGroup[] {
  return groups.map((group) => ({ ...group, ids: group.ids.filter((id) => wanted.has(id)) })).filter(({ ids }) => ids.length > 0);
}

function commitFacts(store: LibraryStore, operations: readonly SetFacts[]): FactsChanged {
  if (operations.length === 0) return { changed: [], change: null };
  store.commit((apply) => operations.forEach(apply));
  return { changed: operations.flatMap(idsOf), change: store.lastChange };
}
