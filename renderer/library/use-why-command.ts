import type { ArticleId } from '../../main/contract/ids.ts';
import type { ListPlace } from '../app/address.ts';
import { useCommand } from '../app/commands.ts';
import { isFocusIn, isPaneVisible } from '../app/panes.ts';
import { whyRequest } from '../search/why-request.ts';
import type { ArticleListData } from './use-list.ts';

interface Situation {
  readonly place: ListPlace;
  readonly typing: boolean;
  readonly list: ArticleListData;
}

/** Asks why an article is among the results. @returns whether it is one that can be asked about */
export function askWhy({ place, typing, list }: Situation, id: ArticleId): boolean {
  const index = list.indexOf(id);
  const item = list.itemAt(index);
  if (place.kind !== 'search' || !item) return false;
  whyRequest.set({ place, typing, id, title: item.title, index });
  return true;
}

/** Of the open article for who reads, else of the row. */
export function useWhyCommand(situation: Situation, row: number, articleId: ArticleId | null): void {
  useCommand('why-found', () => {
    const isReading = articleId !== null && (isFocusIn('reader') || !isPaneVisible('list'));
    const id = isReading ? articleId : situation.list.itemAt(row)?.id;
    return id !== undefined && askWhy(situation, id);
  });
}
