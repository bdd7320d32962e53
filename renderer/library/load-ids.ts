import { MOST_IDS } from '../../main/contract/articles.ts';
import type { ArticleId } from '../../main/contract/ids.ts';
import type { ListPlace } from '../app/address.ts';
import { library, valueOf } from '../app/library-client.ts';
import { queryClient } from '../app/query-client.ts';
import { listPageQuery, listSelection, PAGE_SIZE } from './list-pages.ts';

interface Rows {
  readonly offset: number;
  readonly limit: number;
}

/** The articles of some rows of a list, in view or not. @throws CallFailure */
export async function loadIds(place: ListPlace, typing: boolean, rows: Rows): Promise<readonly ArticleId[]> {
  if (place.kind === 'search') return await loadHitIds(place, typing, rows);
  const selection = listSelection(place);
  return await inParts(rows, async (offset, limit) => (await valueOf(library['articles.ids']({ ...selection, offset, limit }))).ids);
}

/** All articles of a list. Their order does not count. @throws CallFailure */
export async function loadAllIds(place: ListPlace, typing: boolean, total: number): Promise<readonly ArticleId[]> {
  const rows = { offset: 0, limit: total };
  // A search that is still being typed matches more than its words as they stand.
  if (place.kind !== 'search' || typing) return await loadIds(place, typing, rows);
  return await inParts(rows, async (offset, limit) => (await valueOf(library['articles.ids']({ where: place.query, offset, limit }))).ids);
}

/** Only the search itself knows the order of its hits. */
async function loadHitIds(place: ListPlace, typing: boolean, { offset, limit }: Rows): Promise<readonly ArticleId[]> {
  const found: ArticleId[] = [];
  const first = Math.floor(offset / PAGE_SIZE);
  for (let page = first; page * PAGE_SIZE < offset + limit; page += 1) {
    const { items } = await queryClient.fetchQuery(listPageQuery({ place, page, typing }));
    found.push(...items.map(({ id }) => id));
  }
  const skipped = offset - first * PAGE_SIZE;
  return found.slice(skipped, skipped + limit);
}

async function inParts({ offset, limit }: Rows, load: (offset: number, limit: number) => Promise<readonly ArticleId[]>): Promise<readonly ArticleId[]> {
  const parts: (readonly ArticleId[])[] = [];
  for (let start = 0; start < limit; start += MOST_IDS) parts.push(await load(offset + start, Math.min(MOST_IDS, limit - start)));
  return parts.flat();
}
