import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import type { ArticleId } from '../../main/contract/ids.ts';
import { articleAddress, formatAddress, type ListPlace } from '../app/address.ts';
import { focusPane, isFocusIn, isPaneVisible, isReading } from '../app/panes.ts';
import { useAddress } from '../app/use-address.ts';
import { neighbourOf, type Step } from './neighbour.ts';
import type { Cursor } from './use-cursor.ts';
import type { ArticleListData } from './use-list.ts';
import { useOpenPosition } from './use-open-position.ts';

/** `reader`: the user is going to read. `stay`: the user is still choosing, unless the list makes way for the reader. */
export type FocusAfterOpen = 'reader' | 'stay';

export interface Opening {
  /** Opens the article in a row. */
  readonly open: (index: number, focus: FocusAfterOpen) => void;
  /** Opens the article that the keys are on once its list, which is on its way, is there. */
  readonly openSoon: () => void;
  /** Opens the article after or before the open one. `onOpen` is told which, as it opens. @returns false at the ends of the list */
  readonly step: (step: Step, focus: FocusAfterOpen, onOpen?: OnOpen) => boolean;
  /** Whether there may be one: false at the ends of the list. */
  readonly canStep: (step: Step) => boolean;
}

type OnOpen = (id: ArticleId) => void;

interface Situation {
  readonly place: ListPlace;
  readonly articleId: ArticleId | null;
  readonly list: ArticleListData;
  readonly cursor: Cursor;
}

/** What was asked for before its row was known. */
interface Wanted {
  readonly what: 'cursor' | { readonly row: number } | { readonly steps: readonly Step[] };
  readonly focus: FocusAfterOpen;
  readonly onOpen?: OnOpen | undefined;
  /** What the window showed then. */
  readonly address: string;
}

/**
 * Opens articles from the list. Of a long list not every row is known, nor always where the open article stands; what
 * is asked for meanwhile is done as soon as that is known, unless the user has gone on to something else by then.
 */
export function useOpening({ place, articleId, list, cursor }: Situation): Opening {
  const [, go] = useAddress();
  const address = formatAddress(articleAddress(articleId, place));
  const [kept, setKept] = useState<Wanted | null>(null);
  const wanted = kept?.address === address ? kept : null;
  const steps = wanted && wanted.what !== 'cursor' && 'steps' in wanted.what ? wanted.what.steps : null;
  const isOnOpen = articleId !== null && cursor.id === articleId;
  const asked = useOpenPosition(place, list, steps && !isOnOpen ? articleId : null);
  const target = wanted && targetOf(wanted.what);
  const page = useQuery({ ...list.pageOf(typeof target === 'number' ? target : 0), enabled: typeof target === 'number' });
  const item = typeof target === 'number' && page.isSuccess ? list.itemAt(target) : undefined;
  const known = item !== undefined;
  // Forgotten at once, and not only passed over: who comes back has not asked for it again.
  if (kept && (target === null || (typeof target === 'number' && !page.isPending && !known))) setKept(null);

  /** Null: not wanted any more, or there is no such row. */
  function targetOf(what: Wanted['what']): number | 'asking' | null {
    if (what === 'cursor') return list.status === 'loading' ? 'asking' : cursor.index === -1 ? null : cursor.index;
    if ('row' in what) return what.row === cursor.index ? what.row : null;
    const at = isOnOpen ? cursor.index : asked;
    return at === 'asking' ? at : neighbourOf({ total: list.total, at, cursor: cursor.index }, what.steps);
  }

  function openKnown(index: number, id: ArticleId, { focus, onOpen }: Pick<Wanted, 'focus' | 'onOpen'>): void {
    setKept(null);
    cursor.moveTo(index);
    onOpen?.(id);
    go(articleAddress(id, place), { replace: articleId !== null });
    if (focus === 'reader' || !isPaneVisible('list')) focusPane('reader');
  }

  function open(index: number, focus: FocusAfterOpen): void {
    const item = list.itemAt(index);
    if (item) return openKnown(index, item.id, { focus });
    cursor.moveTo(index);
    setKept({ what: { row: index }, focus, address });
  }

  /** Where the open article stands, as far as that can be said without asking. */
  function standing(): ReturnType<typeof useOpenPosition> {
    const index = articleId === null ? -1 : list.indexOf(articleId);
    if (index !== -1) return index;
    if (isOnOpen) return cursor.index;
    if (list.status !== 'ready') return 'asking';
    return list.knownItems().length === list.total || place.kind === 'search' || place.kind === 'similar' ? 'nowhere' : 'asking';
  }

  function step(direction: Step, focus: FocusAfterOpen, onOpen?: OnOpen): boolean {
    const at = standing();
    const index = steps || at === 'asking' ? null : neighbourOf({ total: list.total, at, cursor: cursor.index }, [direction]);
    if (index === null && !steps && at !== 'asking') return false;
    const item = index === null ? undefined : list.itemAt(index);
    if (index !== null && item) openKnown(index, item.id, { focus, onOpen });
    else setKept({ what: { steps: [...(steps ?? []), direction] }, focus, onOpen, address });
    return true;
  }

  function canStep(direction: Step): boolean {
    const at = standing();
    return at === 'asking' ? list.total > 0 : neighbourOf({ total: list.total, at, cursor: cursor.index }, [direction]) !== null;
  }

  const openWanted = useEffectEvent(() => {
    if (!wanted || typeof target !== 'number' || !item) return;
    // Whoever has taken the keys elsewhere by now must not find another article open there.
    if (steps ? isReading() : isFocusIn('list')) openKnown(target, item.id, wanted);
    else setKept(null);
  });
  // After the effect, not within it: what is opened is drawn at once, which an effect cannot ask for.
  useEffect(() => {
    if (known) queueMicrotask(() => openWanted());
  }, [known]);

  return { open, openSoon: () => setKept({ what: 'cursor', focus: 'reader', address }), step, canStep };
}
