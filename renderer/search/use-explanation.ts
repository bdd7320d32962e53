import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Explanation } from '../../main/contract/search.ts';
import { library, valueOf } from '../app/library-client.ts';

/** Nobody reads how a query was understood between two keys. */
const TYPING_PAUSE_MS = 350;

interface Asked {
  readonly query: string;
  readonly typing: boolean;
  /** The results of this very query are shown: they never wait for what is said about them. */
  readonly answered: boolean;
}

/** How the query was understood; null until that is known of this query, and never what was said of another. */
export function useExplanation({ query, typing, answered }: Asked): Explanation | null {
  const [settled, setSettled] = useState<string | null>(null);
  useEffect(() => {
    if (!answered) return undefined;
    const timer = setTimeout(() => setSettled(query), typing ? TYPING_PAUSE_MS : 0);
    return () => clearTimeout(timer);
  }, [query, typing, answered]);
  const { data } = useQuery({
    queryKey: ['search', 'explanation', query, typing],
    queryFn: async () => (await valueOf(library['search.query']({ query, typing, explain: true, limit: 1 }))).explain ?? null,
    enabled: answered && settled === query,
  });
  return data ?? null;
}
