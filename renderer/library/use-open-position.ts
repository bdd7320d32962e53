import { useQuery } from '@tanstack/react-query';
import type { ArticleId } from '../../main/contract/ids.ts';
import type { ListPlace } from '../app/address.ts';
import { library, valueOf } from '../app/library-client.ts';
import { listSelection } from './list-pages.ts';
import type { ArticleListData } from './use-list.ts';

/** Where the open article stands: a row, not in this list, or not known yet. */
export type OpenPosition = number | 'nowhere' | 'asking';

/** Finds the open article in its list, however far from its top it stands. Null: nothing is to be found. */
export function useOpenPosition(place: ListPlace, list: ArticleListData, openId: ArticleId | null): OpenPosition {
  const known = openId === null ? -1 : list.indexOf(openId);
  // In a search only the rows that are known can be looked through: its order is not the library's.
  const askable = openId !== null && known === -1 && list.status === 'ready' && list.knownItems().length < list.total && place.kind !== 'search' && place.kind !== 'similar';
  const { data, isError } = useQuery({
    queryKey: ['position', openId, place],
    queryFn: () => positionOf(place, openId),
    enabled: askable,
    // It moves with every article that comes in, and is asked for anew each time that somebody wants to know.
    gcTime: 0,
    retry: false,
  });
  if (openId === null || isError) return 'nowhere';
  if (known !== -1) return known;
  if (list.status !== 'ready') return 'asking';
  if (!askable) return 'nowhere';
  return data ? (data.position ?? 'nowhere') : 'asking';
}

async function positionOf(place: ListPlace, id: ArticleId | null): Promise<{ position: number | null }> {
  if (place.kind === 'search' || place.kind === 'similar' || id === null) return { position: null };
  return await valueOf(library['articles.position']({ ...listSelection(place), id }));
}
