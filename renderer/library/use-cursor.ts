import { useCallback, useState } from 'react';
import type { ArticleId } from '../../main/contract/ids.ts';
import type { ArticleListData } from './use-list.ts';

/** The row that keys act on. */
export interface Cursor {
  /** -1 when the list is empty. */
  readonly index: number;
  /** How often it was moved on purpose, and not only carried along by changes of the list. */
  readonly moves: number;
  readonly moveTo: (index: number) => void;
}

interface Position {
  readonly place: string;
  readonly index: number;
  readonly id: ArticleId | null;
  readonly moves: number;
}

/**
 * Follows its article when rows come and go around it; when the article itself goes, it stays where it was, on the
 * row that moved up. `openId` is where it begins in a place that it has not been to.
 */
export function useCursor(place: string, list: ArticleListData, openId: ArticleId | null): Cursor {
  const [kept, setKept] = useState<Position>({ place, index: 0, id: openId, moves: 0 });
  const position = kept.place === place ? kept : { place, index: 0, id: openId, moves: 0 };
  const found = position.id ? list.indexOf(position.id) : -1;
  const index = Math.min(found === -1 ? position.index : found, list.total - 1);

  const { total, itemAt } = list;
  const moveTo = useCallback(
    (target: number) => {
      const next = Math.max(0, Math.min(target, total - 1));
      setKept(({ moves }) => ({ place, index: next, id: itemAt(next)?.id ?? null, moves: moves + 1 }));
    },
    [place, total, itemAt],
  );
  return { index, moves: position.moves, moveTo };
}
