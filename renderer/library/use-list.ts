import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ArticleId } from '../../main/contract/ids.ts';
import type { ListPlace } from '../app/address.ts';
import { listPageKey, loadListPage, PAGE_SIZE, type ListItem, type ListPage, type SearchInfo } from './list-pages.ts';

/** A list of any length, of which only the pages in view are known. */
export interface ArticleListData {
  readonly total: number;
  readonly search: SearchInfo | null;
  readonly status: 'loading' | 'failed' | 'ready';
  readonly error: unknown;
  /** Undefined while its page is on the way. */
  readonly itemAt: (index: number) => ListItem | undefined;
  /** Among the known pages; -1 otherwise. */
  readonly indexOf: (id: ArticleId) => number;
  readonly retry: () => void;
}

/** The first page is always known: it tells how long the list is. `visible` are the numbers of the pages in view. */
export function useList(place: ListPlace, typing: boolean, visible: readonly number[]): ArticleListData {
  const { data, isError, error, refetch } = useQuery({
    queryKey: listPageKey({ place, page: 0, typing }),
    queryFn: () => loadListPage({ place, page: 0, typing }),
    // While a search is typed, the old answer stays until the new one is there; in other places it would be wrong.
    ...(place.kind === 'search' ? { placeholderData: keepSearch } : {}),
  });
  const others = useQueries({
    queries: visible
      .filter((page) => page > 0)
      .map((page) => ({
        queryKey: listPageKey({ place, page, typing }),
        queryFn: () => loadListPage({ place, page, typing }),
      })),
    combine: combinePages,
  });
  return useMemo(() => {
    const pages = new Map<number, ListPage>();
    if (data) pages.set(0, data);
    visible
      .filter((page) => page > 0)
      .forEach((page, position) => {
        const known = others[position];
        if (known) pages.set(page, known);
      });
    return {
      total: data?.total ?? 0,
      search: data?.search ?? null,
      status: data ? 'ready' : isError ? 'failed' : 'loading',
      error,
      itemAt: (index) => pages.get(Math.floor(index / PAGE_SIZE))?.items[index % PAGE_SIZE],
      indexOf: (id) => findIndex(pages, id),
      retry: () => void refetch(),
    };
  }, [data, isError, error, refetch, others, visible]);
}

function combinePages(results: readonly { data: ListPage | undefined }[]): (ListPage | undefined)[] {
  return results.map(({ data }) => data);
}

function keepSearch(previous: ListPage | undefined): ListPage | undefined {
  const kept = keepPreviousData(previous);
  return kept?.search ? kept : undefined;
}

function findIndex(pages: ReadonlyMap<number, ListPage>, id: ArticleId): number {
  for (const [page, { items }] of pages) {
    const position = items.findIndex((item) => item.id === id);
    if (position !== -1) return page * PAGE_SIZE + position;
  }
  return -1;
}
