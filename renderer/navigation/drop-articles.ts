import type { LabelKind, Shelf } from '../app/address.ts';
import { labelArticlesOrTell, markArticles, restoreArticles, trashArticles } from '../library/article-actions.ts';
import type { DraggedArticles } from '../library/dragged-articles.ts';

/** A place of the navigation that things can be dropped on. */
export type DropPlace = { readonly kind: Shelf } | { readonly kind: LabelKind; readonly name: string };

/** Whether dropping articles there would mean anything. */
export function takesArticles(place: DropPlace, { fromTrash }: Pick<DraggedArticles, 'fromTrash'>): boolean {
  if (fromTrash) return place.kind === 'all';
  return place.kind !== 'all' && place.kind !== 'site' && place.kind !== 'unfetched';
}

/** Files that are dropped there are imported with that label. */
export function takesFiles(place: DropPlace): boolean {
  return place.kind === 'tag' || place.kind === 'collection';
}

/** Pages whose links are dropped there are saved with that label, or kept to be fetched. */
export function takesLinks(place: DropPlace): boolean {
  return takesFiles(place) || place.kind === 'unfetched';
}

/** Does with articles what the place that they were dropped on means. */
export async function dropArticles(place: DropPlace, { ids }: DraggedArticles): Promise<void> {
  switch (place.kind) {
    case 'all':
      await restoreArticles(ids);
      return;
    case 'unread':
      await markArticles(ids, 'read', false);
      return;
    case 'favourites':
      await markArticles(ids, 'favourite', true);
      return;
    case 'archive':
      await markArticles(ids, 'archived', true);
      return;
    case 'trash':
      await trashArticles(ids);
      return;
    case 'tag':
    case 'collection':
      await labelArticlesOrTell(ids, place.kind, place.name);
      return;
    case 'site':
    case 'unfetched':
      // Where an article comes from, and whether it is there, is not the user's to say.
      return;
  }
}
