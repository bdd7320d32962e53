import { ArticleSort } from '../../main/contract/articles.ts';
import { ArticleId, ImportId, SmartId } from '../../main/contract/ids.ts';
import { NO_FILTERS, type ResultFilters } from '../../main/contract/result-filters.ts';
import { SearchGroup, SearchSort } from '../../main/contract/search.ts';
import type { SmartCollection } from '../../main/contract/smart.ts';
import { parseFilters, writeFilters } from './filter-parameters.ts';

/** The places that every library has. */
export const SHELVES = ['all', 'unread', 'favourites', 'archive', 'unfetched', 'trash'] as const;
export type Shelf = (typeof SHELVES)[number];

/** What articles are sorted under: by their user, or by where they come from. */
export const LABEL_KINDS = ['tag', 'collection', 'site'] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];

/** The places that show a list of articles beside the reader. */
export type ListPlace =
  | { readonly kind: Shelf; readonly sort: ArticleSort }
  | { readonly kind: LabelKind; readonly name: string; readonly sort: ArticleSort }
  | SearchPlace
  | SimilarPlace;

/** A search, and what its results are narrowed down to. */
export interface SearchPlace {
  readonly kind: 'search';
  readonly query: string;
  readonly sort: SearchSort;
  readonly filters: ResultFilters;
  readonly group: SearchGroup;
  /** The smart collection that it was opened as, whatever was changed since. */
  readonly smart: SmartId | null;
}

/** The articles that are most like one. */
export interface SimilarPlace {
  readonly kind: 'similar';
  readonly id: ArticleId;
  readonly sort: 'relevance';
}

/** What the window shows. It lives in the address, so that reload, back and a copied link all work. */
export type Address =
  | { readonly view: 'articles'; readonly place: ListPlace; readonly articleId: ArticleId | null }
  | { readonly view: 'import'; readonly importId: ImportId | null }
  | { readonly view: 'settings'; readonly part: SettingsPart };

/** The settings themselves, or the list of requests that Carrel made. */
export type SettingsPart = 'all' | 'requests';

/** Where a window begins. */
export const START_ADDRESS: Address = { view: 'articles', place: { kind: 'all', sort: 'added' }, articleId: null };

/** Reads an address; whatever is not understood falls back to the nearest place that is. */
export function parseAddress(pathname: string, search: string): Address {
  const segments = pathname.split('/').filter((segment) => segment !== '');
  if (segments[0] === 'import') return { view: 'import', importId: ImportId.safeParse(segments[1]).data ?? null };
  if (segments[0] === 'settings') return settingsAddress(segments[1] === 'requests' ? 'requests' : 'all');
  const parameters = new URLSearchParams(search);
  const place = parsePlace(segments, parameters);
  // Behind the place: an id may be called anything.
  const marker = segments.indexOf('a', place.kind === 'similar' ? 2 : 0);
  const articleId = marker === -1 ? null : (ArticleId.safeParse(segments[marker + 1]).data ?? null);
  return { view: 'articles', place, articleId };
}

function parsePlace([segment, like]: readonly string[], parameters: URLSearchParams): ListPlace {
  if (segment === 'search') {
    const sort = SearchSort.safeParse(parameters.get('sort')).data ?? 'relevance';
    return { kind: 'search', query: parameters.get('q') ?? '', sort, filters: parseFilters(parameters), group: SearchGroup.safeParse(parameters.get('group')).data ?? 'none', smart: SmartId.safeParse(parameters.get('smart')).data ?? null };
  }
  const id = segment === 'similar' ? ArticleId.safeParse(like).data : undefined;
  if (id) return { kind: 'similar', id, sort: 'relevance' };
  const sort = ArticleSort.safeParse(parameters.get('sort')).data ?? 'added';
  const name = parameters.get('name');
  const label = LABEL_KINDS.find((kind) => kind === segment);
  if (label && name) return { kind: label, name, sort };
  return { kind: SHELVES.find((shelf) => shelf === segment) ?? 'all', sort };
}

/** The opposite of `parseAddress`. */
export function formatAddress(address: Address): string {
  if (address.view === 'import') return address.importId ? `/import/${address.importId}` : '/import';
  if (address.view === 'settings') return address.part === 'requests' ? '/settings/requests' : '/settings';
  const { place, articleId } = address;
  const path = `${place.kind === 'all' ? '' : `/${place.kind}`}${place.kind === 'similar' ? `/${place.id}` : ''}${articleId ? `/a/${articleId}` : ''}`;
  const query = placeParameters(place).toString();
  return `${path || '/'}${query ? `?${query}` : ''}`;
}

function placeParameters(place: ListPlace): URLSearchParams {
  const parameters = new URLSearchParams();
  if (place.kind === 'search' && place.query) parameters.set('q', place.query);
  if (place.kind === 'search') writeFilters(place.filters, parameters);
  if (place.kind === 'search' && place.group !== 'none') parameters.set('group', place.group);
  if (place.kind === 'search' && place.smart) parameters.set('smart', place.smart);
  // A name stands here and not in the path: it may hold slashes, dots, anything.
  if ('name' in place) parameters.set('name', place.name);
  if (place.sort !== (place.kind === 'search' || place.kind === 'similar' ? 'relevance' : 'added')) parameters.set('sort', place.sort);
  return parameters;
}

/** Whether it is the same list of articles, in whatever order and however it is narrowed down. */
export function isSamePlace(one: ListPlace, other: ListPlace): boolean {
  return one.kind === other.kind && nameOf(one) === nameOf(other);
}

function nameOf(place: ListPlace): string | null {
  if (place.kind === 'search') return place.query;
  if (place.kind === 'similar') return place.id;
  return 'name' in place ? place.name : null;
}

/** The address of one article, beside the list that it was chosen from. */
export function articleAddress(articleId: ArticleId | null, place: ListPlace = { kind: 'all', sort: 'added' }): Address {
  return { view: 'articles', place, articleId };
}

export function placeAddress(kind: Shelf): Address {
  return { view: 'articles', place: { kind, sort: 'added' }, articleId: null };
}

export function labelAddress(kind: LabelKind, name: string): Address {
  return { view: 'articles', place: { kind, name, sort: 'added' }, articleId: null };
}

/** A search that is not narrowed down. */
export function newSearch(query: string, sort: SearchSort = 'relevance'): SearchPlace {
  return { kind: 'search', query, sort, filters: NO_FILTERS, group: 'none', smart: null };
}

export function searchAddress(query: string, sort?: SearchSort): Address {
  return articleAddress(null, newSearch(query, sort));
}

export function smartAddress({ id, search }: SmartCollection): Address {
  return { view: 'articles', place: { kind: 'search', ...search, smart: id }, articleId: null };
}

export function similarAddress(id: ArticleId): Address {
  return { view: 'articles', place: { kind: 'similar', id, sort: 'relevance' }, articleId: null };
}

export function importAddress(importId: ImportId | null = null): Address {
  return { view: 'import', importId };
}

export function settingsAddress(part: SettingsPart = 'all'): Address {
  return { view: 'settings', part };
}
