import { useEffect, useEffectEvent } from 'react';
import type { ArticleId } from '../../main/contract/ids.ts';
import type { FocusAfterOpen } from './use-article-commands.ts';
import type { ArticleListData } from './use-list.ts';

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
    const nothing = status === 'ready' && found === 0;
    want(nothing && wanted === 'of-words' ? 'of-beginnings' : null);
    if (found > 0 && articleId === null) open(0, 'reader');
  });
  useEffect(() => {
    if (wanted !== null && isThere) settle(total);
  }, [wanted, isThere, total]);
}
