import { useEffect, useRef } from 'react';
import { focusPaneSoon, isFocusTaken } from '../app/panes.ts';
import type { SearchInfo } from './list-pages.ts';

/** The list of an answer that is still on its way gets the focus when it is there, unless the user has gone elsewhere by then. */
export function useFocusOnAnswer(search: SearchInfo | null): (query: string) => void {
  const wanted = useRef<string>(undefined);
  useEffect(() => {
    if (wanted.current === undefined || search?.query !== wanted.current) return;
    wanted.current = undefined;
    // Where there was no list yet, its pane has the focus.
    if (!isFocusTaken() || document.activeElement?.matches('[data-pane="list"]')) focusPaneSoon('list');
  }, [search]);
  return (query) => {
    wanted.current = query;
  };
}
