import { useEffectEvent, useLayoutEffect, type RefObject } from 'react';
import { handFocusOver } from '../app/panes.ts';

/**
 * When an element goes away with the focus on it or in it, `takeOver` gives the focus to something else: else nothing
 * would have it, and Tab would begin at the window's top again.
 */
export function useFocusKept(element: RefObject<HTMLElement | null>, takeOver: () => void): void {
  const latest = useEffectEvent(takeOver);
  useLayoutEffect(() => {
    const kept = element.current;
    return () => {
      if (kept?.contains(document.activeElement)) handFocusOver(() => latest());
    };
  }, [element]);
}
