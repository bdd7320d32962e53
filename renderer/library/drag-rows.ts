import type { ArticleId } from '../../main/contract/ids.ts';
import { words } from '../app/words.ts';
import { draggedArticles, DRAG_TYPE } from './dragged-articles.ts';
import type { ListItem } from './list-pages.ts';

interface Drag {
  /** The row that was taken hold of: what is selected comes along when it is one of those. */
  readonly item: ListItem;
  readonly selected: ReadonlySet<ArticleId>;
  readonly fromTrash: boolean;
}

/** Begins to drag an article, or all that are selected, out of the list. */
export function dragRows(transfer: DataTransfer, { item, selected, fromTrash }: Drag): void {
  const ids = selected.has(item.id) ? [...selected] : [item.id];
  draggedArticles.set({ ids, fromTrash });
  transfer.setData(DRAG_TYPE, '');
  transfer.effectAllowed = 'move';
  const label = document.createElement('div');
  label.className = 'drag-label';
  label.textContent = ids.length === 1 ? item.title : words.articles(ids.length);
  document.body.append(label);
  transfer.setDragImage(label, -12, -8);
  // The browser has taken its picture by then.
  setTimeout(() => label.remove());
}
