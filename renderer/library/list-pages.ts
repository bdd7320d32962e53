import { queryOptions } from '@tanstack/react-query';
import type { Article } from '../../main/contract/articles.ts';
import type { OutputOf } from '../../main/contract/define.ts';
import type { ArticleId } from '../../main/contract/ids.ts';
import type { SearchGroup, SearchHit, searchMethods } from '../../main/contract/search.ts';
import { countFilters } from '../../main/contract/result-filters.ts';
import type { ListPlace, SearchPlace } from '../app/address.ts';
import { library, valueOf } from '../app/library-client.ts';
import { withUnanswered } from './patch-article.ts';

const PAGE_SIZE = 100;
/** Every row is as high as the other: positions need no measuring, and the scroll bar tells the truth. */
export const ROW_HEIGHT_PX = 118;
/** What stands over the list. */
const ABOVE_LIST_PX = 150;

/**
 * About what the window shows. Each hit costs the library half a millisecond for its snippets and the window more to draw,
 * and the next key waits for both.
 */
const SEARCH_PAGE_SIZE = Math.min(12, Math.max(5, Math.ceil(((globalThis.innerHeight ?? 0) - ABOVE_LIST_PX) / ROW_HEIGHT_PX)));

/** Rows are asked for in pages of so many. */
export function pageSizeOf(place: ListPlace): number {
  return place.kind === 'search' ? SEARCH_PAGE_SIZE : PAGE_SIZE;
}

/** One row: an article of the library, or of a search with what was found in it. */
export type ListItem =
  | { readonly kind: 'article'; readonly id: ArticleId; readonly title: string; readonly article: Article }
  | { readonly kind: 'hit'; readonly id: ArticleId; readonly title: string; readonly hit: SearchHit; readonly head: GroupHead | null };

/** Of a grouped search, on the first row of each group. */
export interface GroupHead {
  readonly by: SearchGroup;
  readonly key: string | null;
  readonly count: number;
}

export type SearchInfo = Pick<OutputOf<(typeof searchMethods)['search.query']>, 'query' | 'tookMs' | 'notes' | 'coverage'>;

export interface ListPage {
  readonly total: number;
  readonly items: readonly ListItem[];
  readonly search: SearchInfo | null;
  /** Of similar articles: the words that they were found by. */
  readonly shared?: readonly string[];
}

interface PageRequest {
  readonly place: ListPlace;
  readonly page: number;
  /** The search is still being typed: its last word also matches as a prefix. */
  readonly typing: boolean;
}

/** Pages that were scrolled past are soon forgotten: a large list would fill the memory. */
const KEPT_MS = 60_000;

/** Less and less alike beyond these; one page holds them all. */
const MOST_SIMILAR = 50;

/** One page of a list, as the cache keeps it. */
export function listPageQuery(request: PageRequest) {
  return queryOptions({ queryKey: listPageKey(request), queryFn: () => loadListPage(request), gcTime: KEPT_MS });
}

/** The cache's key of a page. What changes with every article begins with `articles`, what is searched with `search`. */
function listPageKey({ place, page, typing }: PageRequest): readonly unknown[] {
  if (place.kind === 'similar') return ['search', 'similar', place.id, page];
  return place.kind === 'search'
    ? ['search', place.query, place.sort, place.group, place.filters, typing, page]
    : ['articles', 'list', listSelection(place), page];
}

/** What the library calls a place whose list it keeps itself. */
export function listSelection(place: Exclude<ListPlace, { kind: 'search' | 'similar' }>) {
  if ('name' in place) return { in: 'library' as const, sort: place.sort, [place.kind]: place.name };
  return { in: place.kind === 'all' ? ('library' as const) : place.kind, sort: place.sort };
}

/** Whether there is anything to search for: words, or filters alone. */
export function isAsked({ query, filters }: SearchPlace): boolean {
  return query.trim() !== '' || countFilters(filters) > 0;
}

/** What decides which articles are in the answer. */
export function askedOf({ query, filters }: SearchPlace) {
  return { query, filters };
}

/** @throws CallFailure */
async function loadListPage({ place, page, typing }: PageRequest): Promise<ListPage> {
  const limit = pageSizeOf(place);
  const window = { limit, offset: page * limit };
  if (place.kind === 'search') {
    if (!isAsked(place)) return { total: 0, items: [], search: null };
    const { total, hits, groups = [], ...search } = await valueOf(
      library['search.query']({ ...askedOf(place), sort: place.sort, group: place.group, typing, ...window }),
    );
    const headOf = (row: number): GroupHead | null => {
      const group = groups.find(({ start }) => start === row);
      return group ? { by: place.group, key: group.key, count: group.count } : null;
    };
    return { total, items: hits.map((hit, index) => itemOf(hit, headOf(window.offset + index))), search };
  }
  if (place.kind === 'similar') {
    const { hits, terms } = await valueOf(library['search.similar']({ id: place.id, limit: MOST_SIMILAR }));
    return { total: hits.length, items: page === 0 ? hits.map((hit) => itemOf(hit, null)) : [], search: null, shared: terms };
  }
  const { total, articles } = await valueOf(
    library['articles.list']({
      ...listSelection(place),
      ...window,
    }),
  );
  return {
    total,
    items: articles.map((article) => ({ kind: 'article', id: article.id, title: article.title, article: withUnanswered(article) })),
    search: null,
  };
}

function itemOf(hit: SearchHit, head: GroupHead | null): ListItem {
  return { kind: 'hit', id: hit.id, title: hit.title, hit, head };
}
