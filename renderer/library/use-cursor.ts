import { useCallback, useState } from 'react';
import type { ArticleId } from '../../main/contract/ids.ts';
import type { ListPlace } from '../app/address.ts';
import { followList, type CursorPosition } from './follow-list.ts';
import type { ArticleListData } from './use-list.ts';
import { useOpenPosition, type OpenPosition } from './use-open-position.ts';

/** The row that keys act on. */
export interface Cursor {
  /** -1 when the list is empty. */
  readonly index: number;
  /** How often it was moved on purpose, and not only carried along by changes of the list. */
  readonly moves: number;
  readonly moveTo: (index: number) => void;
}

interface KeptPosition extends CursorPosition {
  /** The open article that it is to begin at, while it is not known where that stands. */
  readonly seeking: ArticleId | null;
}

/** Begins at the open article, or at the top, in each place anew; see `followList` for what it does when rows change. */
export function useCursor(listPlace: ListPlace, place: string, list: ArticleListData, openId: ArticleId | null): Cursor {
  const start: KeptPosition = { place, index: 0, id: null, moves: 0, seeking: openId };
  const [kept, setKept] = useState(start);
  const before = kept.place === place ? kept : start;
  const found = useOpenPosition(listPlace, list, before.seeking);
  const sought = arrive(before, found);
  const position = sought.seeking === null ? followList(sought, list) : sought;
  // Kept during the drawing itself: a key that is pressed next must find the row that is on the screen.
  if (position !== kept) setKept({ ...position, seeking: sought.seeking });

  const { total, itemAt } = list;
  const moveTo = useCallback(
    (target: number) => {
      const index = Math.max(0, Math.min(target, total - 1));
      setKept(({ moves }) => ({ place, index, id: itemAt(index)?.id ?? null, moves: moves + 1, seeking: null }));
    },
    [place, total, itemAt],
  );
  return { index: Math.min(position.index, total - 1), moves: position.moves, moveTo };
}

/** Goes to the open article once it is known where that stands. */
function arrive(position: KeptPosition, found: OpenPosition): KeptPosition {
  if (position.seeking === null || found === 'asking') return position;
  if (found === 'nowhere') return { ...position, seeking: null };
  return { ...position, index: found, id: position.seeking, moves: position.moves + 1, seeking: null };
}
