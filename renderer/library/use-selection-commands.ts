import { useCommand } from '../app/commands.ts';
import { focusPane, isFocusIn, isPaneVisible } from '../app/panes.ts';
import type { Cursor } from './use-cursor.ts';
import type { ArticleListData } from './use-list.ts';
import type { ListSelection } from './use-selection.ts';

/** The keys of the selection. Registered after the list's own, so that Escape clears it before it leaves anything. */
export function useSelectionCommands(list: ArticleListData, cursor: Cursor, selection: ListSelection): void {
  function clear(): boolean {
    if (selection.ids.size === 0) return false;
    selection.clear();
    // The bar that the focus may be on goes away with the selection.
    if (!isFocusIn('reader')) focusPane('list');
    return true;
  }
  const isElsewhere = () => isFocusIn('reader') || !isPaneVisible('list') || list.total === 0;

  useCommand('toggle-selected', () => {
    if (isElsewhere()) return false;
    selection.toggle(cursor.index);
    focusPane('list');
    return true;
  });
  useCommand('select-all', () => {
    // In the reader it is the text that is selected.
    if (isElsewhere()) return false;
    selection.selectAll();
    return true;
  });
  useCommand('clear-selection', clear);
  useCommand('back', clear);
}
