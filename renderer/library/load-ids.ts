import { MOST_IDS } from '../../main/contract/articles.ts';
import type { ArticleId } from '../../main/contract/ids.ts';
import type { ListPlace, SimilarPlace } from '../app/address.ts';
import { library, valueOf } from '../app/library-client.ts';
import { queryClient } from '../app/query-client.ts';
import { askedOf, listPageQuery, listSelection } from './list-pages.ts';

interface Rows {
  readonly offset: number;
  readonly limit: number;
}

/** The articles of some rows of a list, in view or not. @throws CallFailure */
export async function loadIds(place: ListPlace, typing: boolean, rows: Rows): Promise<readonly ArticleId[]> {
  return await inParts(rows, async (offset, limit) => {
    if (place.kind === 'search') return (await valueOf(library['search.ids']({ ...askedOf(place), sort: place.sort, group: place.group, typing, offset, limit }))).ids;
    if (place.kind === 'similar') return await loadSimilar(place, offset, limit);
    return (await valueOf(library['articles.ids']({ ...listSelection(place), offset, limit }))).ids;
  });
}

async function inParts({ offset, limit }: Rows, load: (offset: number, limit: number) => Promise<readonly ArticleId[]>): Promise<readonly ArticleId[]> {
  const parts: (readonly ArticleId[])[] = [];
  for (let start = 0; start < limit; start += MOST_IDS) parts.push(await load(offset + start, Math.min(MOST_IDS, limit - start)));
  return parts.flat();
}

/** All of them are in the one page that is shown. */
async function loadSimilar(place: SimilarPlace, offset: number, limit: number): Promise<readonly ArticleId[]> {
  const { items } = await queryClient.fetchQuery(listPageQuery({ place, page: 0, typing: false }));
  return items.slice(offset, offset + limit).map(({ id }) => id);
}
