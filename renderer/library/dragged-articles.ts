import type { ArticleId } from '../../main/contract/ids.ts';
import { createStore } from '../app/store.ts';

/** What is being dragged out of the list. */
export interface DraggedArticles {
  readonly ids: readonly ArticleId[];
  /** From the trash they can only be taken back. */
  readonly fromTrash: boolean;
}

/**
 * The articles under the pointer while it drags; null otherwise. Kept here and not in the drag itself, which shows what it
 * carries only when it is let go, and would have to carry a hundred thousand ids.
 */
export const draggedArticles = createStore<DraggedArticles | null>(null);

/** Tells a drag of ours from others. */
export const DRAG_TYPE = 'application/x-carrel-articles';
