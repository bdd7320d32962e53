import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { OutputOf } from '../../main/contract/define.ts';
import type { searchMethods } from '../../main/contract/search.ts';
import type { SearchPlace } from '../app/address.ts';
import { library, valueOf } from '../app/library-client.ts';
import { askedOf, isAsked } from '../library/list-pages.ts';
import { useSettled } from './use-settled.ts';

export type FacetAnswer = OutputOf<(typeof searchMethods)['search.facets']>;

/** The most that the library names of each facet. */
const VALUES = 200;

/** What results can be narrowed down by. The counts before stay until the new ones are there: nothing jumps. */
export function useFacets(place: SearchPlace, typing: boolean): UseQueryResult<FacetAnswer> {
  const settled = useSettled(place.query, typing);
  return useQuery({
    queryKey: ['search', 'facets', askedOf(place), typing],
    queryFn: () => valueOf(library['search.facets']({ ...askedOf(place), typing, limit: VALUES, histogram: true })),
    placeholderData: keepPreviousData<FacetAnswer>,
    enabled: settled && isAsked(place),
  });
}
