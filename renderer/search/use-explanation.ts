import { useQuery } from '@tanstack/react-query';
import type { Explanation } from '../../main/contract/search.ts';
import { library, valueOf } from '../app/library-client.ts';
import { useSettled } from './use-settled.ts';

interface Asked {
  readonly query: string;
  readonly typing: boolean;
  /** The results of this very query are shown: they never wait for what is said about them. */
  readonly answered: boolean;
}

/** How the query was understood; null until that is known of this query, and never what was said of another. */
export function useExplanation({ query, typing, answered }: Asked): Explanation | null {
  const settled = useSettled(query, typing, answered);
  const { data } = useQuery({
    queryKey: ['search', 'explanation', query, typing],
    queryFn: async () => (await valueOf(library['search.query']({ query, typing, explain: true, limit: 1 }))).explain ?? null,
    enabled: settled,
  });
  return data ?? null;
}
