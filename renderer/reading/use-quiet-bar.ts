import { useEffect, useState, type RefObject } from 'react';

/** Near the top the bar always stays. */
const TOP_PX = 80;
/** Less than this is no intention. */
const STEP_PX = 12;

/** Whether somebody reads on: scrolls down. Scrolling back up ends it, and so does another article (`id`). */
export function useQuietBar(scroller: RefObject<HTMLElement | null>, id: string): boolean {
  const [quietFor, setQuietFor] = useState<string | null>(null);
  useEffect(() => {
    const element = scroller.current;
    let last = element?.scrollTop ?? 0;
    function onScroll(): void {
      const now = element?.scrollTop ?? 0;
      if (now >= TOP_PX && Math.abs(now - last) < STEP_PX) return;
      setQuietFor(now >= TOP_PX && now > last ? id : null);
      last = now;
    }
    element?.addEventListener('scroll', onScroll, { passive: true });
    return () => element?.removeEventListener('scroll', onScroll);
  }, [scroller, id]);
  return quietFor === id;
}
