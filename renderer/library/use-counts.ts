import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { OutputOf } from '../../main/contract/define.ts';
import type { libraryMethods } from '../../main/contract/library.ts';
import { library, valueOf } from '../app/library-client.ts';

/** How many articles there are: all, unread, in the trash. */
export function useCounts(): UseQueryResult<OutputOf<(typeof libraryMethods)['library.counts']>> {
  return useQuery({ queryKey: ['counts'], queryFn: () => valueOf(library['library.counts']({})) });
}
