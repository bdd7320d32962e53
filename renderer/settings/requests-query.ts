import { queryOptions } from '@tanstack/react-query';
import type { OutputOf } from '../../main/contract/define.ts';
import type { savingMethods } from '../../main/contract/saving.ts';
import { library, valueOf } from '../app/library-client.ts';

/** Requests are asked for in pages of this many. */
export const REQUEST_PAGE_SIZE = 100;

export type Ledger = OutputOf<(typeof savingMethods)['ledger.list']>;

/** One page of what Carrel asked of the web, newest first; asked for anew whenever the place is opened or pages are saved. */
export function requestsQuery(search: string, page: number) {
  return queryOptions({
    queryKey: ['ledger', search, page],
    queryFn: () => valueOf(library['ledger.list']({ search, limit: REQUEST_PAGE_SIZE, offset: page * REQUEST_PAGE_SIZE })),
    staleTime: 0,
  });
}
