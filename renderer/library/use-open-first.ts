import { useEffect, useEffectEvent } from 'react';
import type { ArticleId } from '../../main/contract/ids.ts';
import { isFocusIn, isFocusTaken } from '../app/panes.ts';
import type { ArticleListData } from './use-list.ts';
import type { FocusAfterOpen } from './use-opening.ts';

/** Enter in the search box: the first hit of these words is wanted; of the words as they begin, where nothing has them whole. */
export type WantedHit = 'of-words' | 'of-beginnings' | null;

interface Situation {
  readonly wanted: WantedHit;
  readonly want: (wanted: WantedHit) => void;
  readonly list: ArticleListData;
  readonly articleId: ArticleId | null;
  readonly open: (index: number, focus: FocusAfterOpen) => void;
}

/** Opens the first hit as soon as the answer to what was asked is there, unless something else was opened by then. */
export function useOpenFirst({ wanted, want, list, articleId, open }: Situation): void {
  const { status, isAnswer, total } = list;
  const isThere = status === 'failed' || isAnswer;
  const settle = useEffectEvent((found: number) => {
    if (wanted === null) return;
    const nothing = status === 'ready' && found === 0;
    want(nothing && wanted === 'of-words' ? 'of-beginnings' : null);
    // Whoever has taken the keys elsewhere by now, to the filters or out of the list, keeps them there.
    if (found > 0 && articleId === null) open(0, isFocusIn('list') || !isFocusTaken() ? 'reader' : 'stay');
  });
  // After the effect, not within it: what is opened is drawn at once, which an effect cannot ask for.
  useEffect(() => {
    if (wanted !== null && isThere) queueMicrotask(() => settle(total));
  }, [wanted, isThere, total]);
}
