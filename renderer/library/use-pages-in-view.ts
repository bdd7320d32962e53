import { useCallback, useEffect, useRef, useState } from 'react';

/** The numbers of the first and the last page of which rows are in view. */
export interface PagesInView {
  readonly first: number;
  readonly last: number;
}

/** Whoever drags the scroll bar passes hundreds of pages and looks at none of them. */
const REST_MS = 70;

/** Which pages are wanted: at once when the view moves on to the next one, after a rest when it jumps. */
export function usePagesInView(): readonly [PagesInView, (first: number, last: number) => void] {
  const [view, setView] = useState<PagesInView>({ first: 0, last: 0 });
  const wanted = useRef(view);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const show = useCallback((first: number, last: number) => {
    clearTimeout(timer.current);
    const take = () => {
      wanted.current = { first, last };
      setView((before) => (before.first === first && before.last === last ? before : wanted.current));
    };
    const isNear = last >= wanted.current.first - 1 && first <= wanted.current.last + 1;
    if (isNear) take();
    else timer.current = setTimeout(take, REST_MS);
  }, []);
  return [view, show];
}
