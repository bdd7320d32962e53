import { queryOptions, useQuery } from '@tanstack/react-query';
import type { SmartId } from '../../main/contract/ids.ts';
import type { SavedSearch, SmartCollection } from '../../main/contract/smart.ts';
import type { SearchPlace } from '../app/address.ts';
import { library, valueOf } from '../app/library-client.ts';
import { queryClient } from '../app/query-client.ts';
import { showToast } from '../app/toasts.ts';
import { words } from '../app/words.ts';
import { failureWords } from '../library/article-actions.ts';
import { smartWords } from '../app/smart-words.ts';

export const smartListQuery = queryOptions({ queryKey: ['smart', 'list'], queryFn: async () => (await valueOf(library['smart.list']({}))).smart });

/** How many articles it holds, and how many of them are new. The number before stays until the next is there. */
export function smartCountQuery({ id, search, looked }: SmartCollection) {
  return queryOptions({ queryKey: ['smart', 'count', id, search, looked], queryFn: () => valueOf(library['smart.count']({ id })) });
}

/** The smart collection that a search was opened as; null for others, and while it is not known. */
export function useSmart(id: SmartId | null): SmartCollection | null {
  const { data } = useQuery({ ...smartListQuery, enabled: id !== null });
  return data?.find((smart) => smart.id === id) ?? null;
}

/** What of a place is saved. */
export function searchOf({ query, sort, filters, group }: SearchPlace): SavedSearch {
  return { query, sort, filters, group };
}

/** Whether two searches ask for the same. */
export function isSameSearch(one: SavedSearch, other: SavedSearch): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

interface ToSave {
  readonly id?: SmartId;
  readonly name: string;
  readonly search: SavedSearch;
}

/** Saves a search under a name, or changes one that is saved. @throws CallFailure */
export async function saveSmart(smart: ToSave): Promise<SmartCollection> {
  const saved = await valueOf(library['smart.save'](smart));
  showToast(smart.id ? smartWords.changed(saved.name) : smartWords.saved(saved.name));
  await smartChanged();
  return saved;
}

/** The same for callers that cannot show a failure themselves. */
export async function saveSmartOrTell(smart: ToSave): Promise<void> {
  try {
    await saveSmart(smart);
  } catch (error) {
    showToast(failureWords(error));
  }
}

/** @throws CallFailure */
export async function renameSmart(id: SmartId, name: string): Promise<void> {
  const renamed = await valueOf(library['smart.rename']({ id, name }));
  showToast(smartWords.renamed(renamed.name));
  await smartChanged();
}

/** Takes it away and offers to bring it back. */
export async function removeSmart(id: SmartId): Promise<void> {
  try {
    const { removed } = await valueOf(library['smart.remove']({ id }));
    if (removed) showToast(smartWords.removed(removed.name), { label: words.undo, isUndo: true, run: () => void bringBack(removed) });
  } catch (error) {
    showToast(failureWords(error));
  }
  await smartChanged();
}

async function bringBack(removed: SmartCollection): Promise<void> {
  try {
    await valueOf(library['smart.save'](removed));
    showToast(smartWords.broughtBack(removed.name));
  } catch (error) {
    showToast(failureWords(error));
  }
  await smartChanged();
}

/** What was new in it has been seen. */
export async function lookAtSmart(id: SmartId, upTo: string): Promise<void> {
  // A library that is open for reading only remembers nothing; what is new there stays new, and nobody has asked for anything.
  const { ok } = await library['smart.looked']({ id, upTo });
  if (ok) await smartChanged();
}

function smartChanged(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ['smart'] });
}
