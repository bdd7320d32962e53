import { ArticleSort } from '../../main/contract/articles.ts';
import { ArticleId, ImportId } from '../../main/contract/ids.ts';
import { SearchSort } from '../../main/contract/search.ts';

/** The places that show a list of articles beside the reader. */
export type ListPlace =
  | { readonly kind: 'all' | 'unread' | 'trash'; readonly sort: ArticleSort }
  | { readonly kind: 'search'; readonly query: string; readonly sort: SearchSort };

/** What the window shows. It lives in the address, so that reload, back and a copied link all work. */
export type Address =
  | { readonly view: 'articles'; readonly place: ListPlace; readonly articleId: ArticleId | null }
  | { readonly view: 'import'; readonly importId: ImportId | null };

/** Where a window begins. */
export const START_ADDRESS: Address = { view: 'articles', place: { kind: 'all', sort: 'added' }, articleId: null };

/** Reads an address; whatever is not understood falls back to the nearest place that is. */
export function parseAddress(pathname: string, search: string): Address {
  const segments = pathname.split('/').filter((segment) => segment !== '');
  if (segments[0] === 'import') return { view: 'import', importId: ImportId.safeParse(segments[1]).data ?? null };
  const parameters = new URLSearchParams(search);
  const place = parsePlace(segments[0], parameters);
  const marker = segments.indexOf('a');
  const articleId = marker === -1 ? null : (ArticleId.safeParse(segments[marker + 1]).data ?? null);
  return { view: 'articles', place, articleId };
}

function parsePlace(name: string | undefined, parameters: URLSearchParams): ListPlace {
  if (name === 'search') {
    const sort = SearchSort.safeParse(parameters.get('sort')).data ?? 'relevance';
    return { kind: 'search', query: parameters.get('q') ?? '', sort };
  }
  const sort = ArticleSort.safeParse(parameters.get('sort')).data ?? 'added';
  return { kind: name === 'unread' || name === 'trash' ? name : 'all', sort };
}

/** The opposite of `parseAddress`. */
export function formatAddress(address: Address): string {
  if (address.view === 'import') return address.importId ? `/import/${address.importId}` : '/import';
  const { place, articleId } = address;
  const parameters = new URLSearchParams();
  if (place.kind === 'search') {
    if (place.query) parameters.set('q', place.query);
    if (place.sort !== 'relevance') parameters.set('sort', place.sort);
  } else if (place.sort !== 'added') {
    parameters.set('sort', place.sort);
  }
  const path = `${place.kind === 'all' ? '' : `/${place.kind}`}${articleId ? `/a/${articleId}` : ''}`;
  const query = parameters.toString();
  return `${path || '/'}${query ? `?${query}` : ''}`;
}

/** The address of one article, beside the list that it was chosen from. */
export function articleAddress(articleId: ArticleId | null, place: ListPlace = { kind: 'all', sort: 'added' }): Address {
  return { view: 'articles', place, articleId };
}

export function placeAddress(kind: 'all' | 'unread' | 'trash'): Address {
  return { view: 'articles', place: { kind, sort: 'added' }, articleId: null };
}

export function searchAddress(query: string, sort: SearchSort = 'relevance'): Address {
  return { view: 'articles', place: { kind: 'search', query, sort }, articleId: null };
}

export function importAddress(importId: ImportId | null = null): Address {
  return { view: 'import', importId };
}
