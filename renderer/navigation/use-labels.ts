import { keepPreviousData, queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { OutputOf } from '../../main/contract/define.ts';
import type { libraryMethods } from '../../main/contract/library.ts';
import { library, valueOf } from '../app/library-client.ts';

export type Labels = OutputOf<(typeof libraryMethods)['library.labels']>;

/** The most that the library names at once. */
export const ALL_LABELS = 5_000;
const USUAL_LABELS = 500;

/** Tags, collections and sources with their counts. Asked for again with everything that shows articles. */
export function labelsQuery(limit = USUAL_LABELS) {
  return queryOptions({
    queryKey: ['labels', limit],
    queryFn: () => valueOf(library['library.labels']({ limit })),
    placeholderData: keepPreviousData<Labels>,
  });
}

/** `all`: also the rare ones. */
export function useLabels(all: boolean): UseQueryResult<Labels> {
  return useQuery(labelsQuery(all ? ALL_LABELS : USUAL_LABELS));
}
