import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { ArticleId } from '../../main/contract/ids.ts';
import type { ListPlace } from '../app/address.ts';
import { queryClient } from '../app/query-client.ts';
import { listPageQuery, pageSizeOf, type ListItem, type ListPage, type SearchInfo } from './list-pages.ts';
import type { PagesInView } from './use-pages-in-view.ts';

/** A list of any length, of which only the pages in view are known. */
export interface ArticleListData {
  readonly total: number;
  readonly pageSize: number;
  readonly search: SearchInfo | null;
  readonly status: 'loading' | 'failed' | 'ready';
  readonly error: unknown;
  /** Whether it answers what is asked now, and not what was asked a key before. */
  readonly isAnswer: boolean;
  /** Undefined while its page is on the way. */
  readonly itemAt: (index: number) => ListItem | undefined;
  /** Among the known pages; -1 otherwise. */
  readonly indexOf: (id: ArticleId) => number;
  /** What is in view or near it. */
  readonly knownItems: () => readonly ListItem[];
  /** The page on which a row stands. */
  readonly pageOf: (index: number) => ReturnType<typeof listPageQuery>;
  readonly retry: () => void;
}

/** The first page is always known: it tells how long the list is. */
export function useList(place: ListPlace, typing: boolean, view: PagesInView): ArticleListData {
  const { data, isError, isPlaceholderData, error, refetch } = useQuery({
    ...listPageQuery({ place, page: 0, typing }),
    // While a search is typed, the old answer stays until the new one is there; in other places it would be wrong.
    ...(place.kind === 'search' ? { placeholderData: keepSearch } : {}),
  });
  const total = data?.total ?? 0;
  const pageSize = pageSizeOf(place);
  const lastPage = Math.floor((total - 1) / pageSize);
  const visible = useMemo(() => pagesOf(view, lastPage).filter((page) => page > 0), [view, lastPage]);
  const others = useQueries({
    queries: visible.map((page) => listPageQuery({ place, page, typing })),
    combine: combinePages,
  });

  useEffect(() => {
    // The answer to the next key would wait for it.
    if (typing) return;
    // Only fetched and not watched: when articles change, what nobody looks at is not asked for again.
    for (const page of pagesOf({ first: view.first - 1, last: view.last + 1 }, lastPage)) {
      if (page > 0 && !visible.includes(page)) void queryClient.prefetchQuery(listPageQuery({ place, page, typing }));
    }
  }, [place, typing, view, lastPage, visible]);

  return useMemo(() => {
    const pages = new Map<number, ListPage | undefined>(visible.map((page, position) => [page, others[position]]));
    pages.set(0, data);
    /** A page that was fetched ahead is there in the same frame in which it comes into view. */
    function pageAt(page: number): ListPage | undefined {
      return pages.get(page) ?? queryClient.getQueryData(listPageQuery({ place, page, typing }).queryKey);
    }
    return {
      total,
      pageSize,
      search: data?.search ?? null,
      status: data ? 'ready' : isError ? 'failed' : 'loading',
      error,
      isAnswer: data !== undefined && !isPlaceholderData,
      itemAt: (index) => pageAt(Math.floor(index / pageSize))?.items[index % pageSize],
      indexOf: (id) => findIndex(pages, pageSize, id),
      knownItems: () => [...pages.values()].flatMap((page) => page?.items ?? []),
      pageOf: (index) => listPageQuery({ place, page: Math.floor(index / pageSize), typing }),
      retry: () => void refetch(),
    };
  }, [place, typing, total, pageSize, data, isError, isPlaceholderData, error, refetch, others, visible]);
}

function pagesOf({ first, last }: PagesInView, lastPage: number): readonly number[] {
  const end = Math.min(last, lastPage);
  const begin = Math.max(0, first);
  return Array.from({ length: Math.max(0, end - begin + 1) }, (_, offset) => begin + offset);
}

function combinePages(results: readonly { data: ListPage | undefined }[]): (ListPage | undefined)[] {
  return results.map(({ data }) => data);
}

function keepSearch(previous: ListPage | undefined): ListPage | undefined {
  const kept = keepPreviousData(previous);
  return kept?.search ? kept : undefined;
}

function findIndex(pages: ReadonlyMap<number, ListPage | undefined>, pageSize: number, id: ArticleId): number {
  for (const [page, known] of pages) {
    const position = known ? known.items.findIndex((item) => item.id === id) : -1;
    if (position !== -1) return page * pageSize + position;
  }
  return -1;
}
