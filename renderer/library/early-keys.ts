import type { KeyboardEvent } from 'react';
import type { Cursor } from './use-cursor.ts';
import type { ArticleListData } from './use-list.ts';

/**
 * The keys of a list before it is there, when its pane has the focus: they count in it as soon as it is. Letters are
 * commands, and come to the window by themselves.
 */
export function earlyKeys(list: ArticleListData, cursor: Cursor, openSoon: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (list.status !== 'loading' || event.target !== event.currentTarget) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key === 'Enter') openSoon();
    else if (event.key === 'ArrowDown') cursor.moveBy(1);
    else if (event.key === 'ArrowUp') cursor.moveBy(-1);
    else return;
    event.preventDefault();
  };
}
