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
  /** The article in that row; null until it is known. */
  readonly id: ArticleId | null;
  /** How often it was moved on purpose, and not only carried along by changes of the list. */
  readonly moves: number;
  readonly moveTo: (index: number) => void;
  /** So many rows on or back; in a list that is still on its way, from where it will begin. */
  readonly moveBy: (rows: number) => void;
}

interface KeptPosition extends CursorPosition {
  /** The open article that it is to begin at, while it is not known where that stands. */
  readonly seeking: ArticleId | null;
  /** So many rows on from where it begins, asked for before that was known. */
  readonly ahead: number;
}

/** Begins at the open article, or at the top, in each place anew; see `followList` for what it does when rows change. */
export function useCursor(listPlace: ListPlace, place: string, list: ArticleListData, openId: ArticleId | null): Cursor {
  const start: KeptPosition = { place, index: 0, id: null, moves: 0, seeking: openId, ahead: 0 };
  const [kept, setKept] = useState(start);
  const before = kept.place === place ? kept : start;
  const found = useOpenPosition(listPlace, list, before.seeking);
  const begun = begin(before, found, list);
  // On the rows of the search before it only waits: it would be carried to where the first of them stands now.
  const isOld = list.status === 'ready' && !list.isAnswer;
  const position = begun.seeking !== null || isOld ? begun : followList(begun, list);
  // Kept during the drawing itself: a key that is pressed next must find the row that is on the screen.
  if (position !== kept) setKept({ ...position, seeking: begun.seeking, ahead: begun.ahead });

  const { total, itemAt } = list;
  const moveTo = useCallback(
    (target: number) => {
      const index = Math.max(0, Math.min(target, total - 1));
      setKept(({ moves }) => ({ place, index, id: itemAt(index)?.id ?? null, moves: moves + 1, seeking: null, ahead: 0 }));
    },
    [place, total, itemAt],
  );
  const waits = begun.seeking !== null || list.status === 'loading' || isOld;
  return {
    index: Math.min(position.index, total - 1),
    id: position.id,
    moves: position.moves,
    moveTo,
    moveBy: (rows) => (waits ? setKept((latest) => ({ ...latest, ahead: latest.ahead + rows })) : moveTo(position.index + rows)),
  };
}

/** Goes to the open article once it is known where that stands, and on by what was asked for meanwhile. */
function begin(position: KeptPosition, found: OpenPosition, list: ArticleListData): KeptPosition {
  const { seeking, ahead } = position;
  if (seeking === null && ahead === 0) return position;
  if (list.status === 'loading' || (list.status === 'ready' && !list.isAnswer) || (seeking !== null && found === 'asking')) return position;
  const isFound = seeking !== null && typeof found === 'number';
  const from = isFound ? found : position.index;
  return {
    ...position,
    index: Math.max(0, Math.min(from + ahead, list.total - 1)),
    id: isFound && ahead === 0 ? seeking : null,
    moves: position.moves + (isFound || ahead !== 0 ? 1 : 0),
    seeking: null,
    ahead: 0,
  };
}
