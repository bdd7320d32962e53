import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ArticleId } from '../../main/contract/ids.ts';
import type { MatchPlaces } from '../../main/contract/search.ts';
import { useCommand } from '../app/commands.ts';
import { library, valueOf } from '../app/library-client.ts';
import { matchWords } from '../app/match-words.ts';
import { isFocusIn, isPaneVisible } from '../app/panes.ts';
import { showToast } from '../app/toasts.ts';
import { countStops, firstStop, stopAt, type Arrival, type MatchStop } from './match-position.ts';

/** The search that an open article was found by. */
export interface FoundBy {
  readonly query: string;
  readonly typing: boolean;
}

/** The matches of the open article, for as long as they are to be seen. */
export interface Matches {
  readonly places: MatchPlaces;
  /** How many can be walked through; `places.total` may be more. */
  readonly count: number;
  /** Counted from 0. */
  readonly number: number;
  readonly current: MatchStop | null;
  /** Changes with each step: where it is the same, nobody asked for the current match to be shown. */
  readonly step: string;
  readonly next: () => void;
  readonly previous: () => void;
  readonly clear: () => void;
}

interface Situation {
  /** Null where the list is no search. */
  readonly found: FoundBy | null;
  readonly articleId: ArticleId | null;
  /** Opens the article after or before this one, and tells which as it opens. @returns false at the ends of the list */
  readonly openNeighbour: (step: 1 | -1, onOpen: (id: ArticleId) => void) => boolean;
}

interface Position {
  readonly key: string;
  readonly number: number;
  readonly moves: number;
}

/** Matches as the library finds them, and the way from one to the next, on through the articles of the results. */
export function useMatches({ found, articleId, openNeighbour }: Situation): Matches | null {
  const [position, setPosition] = useState<Position | null>(null);
  /** Steps that were asked for before the matches were there. */
  const [ahead, setAhead] = useState<{ readonly key: string; readonly steps: number } | null>(null);
  const [arrival, setArrival] = useState<{ readonly id: ArticleId; readonly from: Arrival } | null>(null);
  const [cleared, setCleared] = useState<ReadonlySet<string>>(new Set());
  const { data, isPending } = useQuery({ ...matchesQuery(articleId, found), enabled: articleId !== null && found !== null && found.query.trim() !== '' });
  const key = JSON.stringify([articleId, found]);
  const places = data && articleId && found && !cleared.has(key) ? data : null;
  const count = places ? countStops(places) : 0;
  const began = places ? firstStop(places, arrival?.id === articleId ? arrival.from : null) : 0;
  const begun = began + (ahead?.key === key ? ahead.steps : 0);
  const number = Math.max(0, Math.min(position?.key === key ? position.number : begun, count - 1));

  function walk(step: 1 | -1): boolean {
    if (!found || !articleId) return false;
    const target = number + step;
    // What is on its way is walked through as soon as it is there, and not past it.
    if (isPending && !cleared.has(key)) {
      setAhead((before) => ({ key, steps: (before?.key === key ? before.steps : 0) + step }));
      return true;
    }
    if (target >= 0 && target < count) setPosition((before) => ({ key, number: target, moves: (before?.moves ?? 0) + 1 }));
    else {
      const isThere = openNeighbour(step, (id) => setArrival({ id, from: step }));
      if (!isThere) showToast(step === 1 ? matchWords.noneAfter : matchWords.noneBefore);
    }
    return true;
  }

  function clear(): boolean {
    if (count === 0) return false;
    setCleared((before) => new Set(before).add(key));
    return true;
  }

  useCommand('next-match', () => walk(1));
  useCommand('previous-match', () => walk(-1));
  useCommand('clear-matches', clear);
  // In the list, Escape belongs to the list.
  useCommand('back', () => !(isFocusIn('list') && isPaneVisible('list')) && clear());

  if (!places || count === 0) return null;
  const step = `${key} ${position?.key === key ? position.moves : 'begin'}`;
  return { places, count, number, current: stopAt(places, number), step, next: () => walk(1), previous: () => walk(-1), clear };
}

function matchesQuery(id: ArticleId | null, found: FoundBy | null) {
  return queryOptions({
    queryKey: ['search', 'locate', id, found],
    // Without an article or a search it is not asked.
    queryFn: () => (id && found ? valueOf(library['search.locate']({ id, ...found })) : Promise.resolve(null)),
    retry: false,
  });
}
