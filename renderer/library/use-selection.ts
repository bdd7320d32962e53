import { useRef, useState } from 'react';
import type { ArticleId } from '../../main/contract/ids.ts';
import type { ListPlace } from '../app/address.ts';
import { showToast } from '../app/toasts.ts';
import { words } from '../app/words.ts';
import { whileBusy } from './busy.ts';
import { loadIds } from './load-ids.ts';
import { dropSelected, extendSelected, NOTHING_SELECTED, rowsBetween, selectAlso, toggleSelected, type Selection } from './selection.ts';
import type { ArticleListData } from './use-list.ts';

/** The articles that the user has selected in a list, and the ways to select others. */
export interface ListSelection {
  readonly ids: ReadonlySet<ArticleId>;
  readonly toggle: (index: number) => void;
  /** From the row where the last one was selected, or else from `from`, to this one. */
  readonly extendTo: (index: number, from: number) => void;
  readonly selectAll: () => void;
  readonly clear: () => void;
  /** Takes out what has left the list. What else was selected meanwhile stays. */
  readonly drop: (gone: readonly ArticleId[]) => void;
}

interface Situation {
  readonly place: ListPlace;
  readonly typing: boolean;
  readonly list: ArticleListData;
}

/** Belongs to a place: another order of its list keeps it, another place begins without. */
export function useSelection({ place, typing, list }: Situation): ListSelection {
  const placeKey = JSON.stringify({ ...place, sort: null, group: null });
  const [kept, setKept] = useState({ placeKey, selection: NOTHING_SELECTED });
  const selection = kept.placeKey === placeKey ? kept.selection : NOTHING_SELECTED;
  // Forgotten at once, and not only hidden: who comes back begins anew.
  if (kept.placeKey !== placeKey) setKept({ placeKey, selection });
  // What was asked for before something else was chosen is not wanted any more.
  const asked = useRef(0);

  function set(change: (before: Selection) => Selection): void {
    asked.current += 1;
    setHere(change);
  }

  /** Not in another place, to which the user may have gone by the time that an answer is here. */
  function setHere(change: (before: Selection) => Selection): void {
    setKept((before) => (before.placeKey === placeKey ? { placeKey, selection: change(before.selection) } : before));
  }

  async function setSoon(count: number, load: () => Promise<readonly ArticleId[]>, change: (before: Selection, ids: readonly ArticleId[]) => Selection): Promise<void> {
    asked.current += 1;
    const mine = asked.current;
    try {
      const ids = await whileBusy(count, load);
      if (asked.current === mine) set((before) => change(before, ids));
    } catch {
      showToast(words.selection.failedToSelect);
    }
  }

  function extendTo(index: number, from: number): void {
    const fallback = list.itemAt(from);
    const anchor = selection.anchor ?? (fallback && { id: fallback.id, index: from });
    if (!anchor) return;
    const known = list.indexOf(anchor.id);
    const rows = rowsBetween(known === -1 ? anchor.index : known, index);
    const ids = knownIds(list, rows);
    if (ids) set((before) => extendSelected(before, anchor, ids));
    else void setSoon(rows.limit, () => loadIds(place, typing, rows), (before, loaded) => extendSelected(before, anchor, loaded));
  }

  return {
    ids: selection.ids,
    toggle: (index) => {
      const item = list.itemAt(index);
      if (item) set((before) => toggleSelected(before, { id: item.id, index }));
    },
    extendTo,
    selectAll: () => {
      const ids = knownIds(list, { offset: 0, limit: list.total });
      if (ids) set((before) => selectAlso(before, ids));
      else void setSoon(list.total, () => loadIds(place, typing, { offset: 0, limit: list.total }), selectAlso);
    },
    clear: () => set(() => NOTHING_SELECTED),
    drop: (gone) => setHere((before) => dropSelected(before, gone)),
  };
}

/** The articles of some rows, when all of them are here; null otherwise. */
function knownIds(list: ArticleListData, { offset, limit }: { readonly offset: number; readonly limit: number }): readonly ArticleId[] | null {
  const ids: ArticleId[] = [];
  for (let index = offset; index < offset + limit; index += 1) {
    const item = list.itemAt(index);
    if (!item) return null;
    ids.push(item.id);
  }
  return ids;
}
