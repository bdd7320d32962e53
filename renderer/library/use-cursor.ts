import { useCallback, useState } from 'react';
import type { ArticleId } from '../../main/contract/ids.ts';
import { followList, type CursorPosition } from './follow-list.ts';
import type { ArticleListData } from './use-list.ts';

/** The row that keys act on. */
export interface Cursor {
  /** -1 when the list is empty. */
  readonly index: number;
  /** How often it was moved on purpose, and not only carried along by changes of the list. */
  readonly moves: number;
  readonly moveTo: (index: number) => void;
}

/** Begins at the open article, or at the top, in each place anew; see `followList` for what it does when rows change. */
export function useCursor(place: string, list: ArticleListData, openId: ArticleId | null): Cursor {
  const start: CursorPosition = { place, index: 0, id: openId, moves: 0 };
  const [kept, setKept] = useState(start);
  const position = followList(kept.place === place ? kept : start, list);
  // Kept during the drawing itself: a key that is pressed next must find the row that is on the screen.
  if (position !== kept) setKept(position);

  const { total, itemAt } = list;
  const moveTo = useCallback(
    (target: number) => {
      const index = Math.max(0, Math.min(target, total - 1));
      setKept(({ moves }) => ({ place, index, id: itemAt(index)?.id ?? null, moves: moves + 1 }));
    },
    [place, total, itemAt],
  );
  return { index: Math.min(position.index, total - 1), moves: position.moves, moveTo };
}
