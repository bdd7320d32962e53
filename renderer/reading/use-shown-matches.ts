import { useEffect, useEffectEvent, useMemo, useRef, type RefObject } from 'react';
import { articleDocumentOf } from './attach-frame.ts';
import { findRanges } from './frame-ranges.ts';
import { paintRanges } from './paint-ranges.ts';
import { revealRange, scrollBehavior } from './reveal-range.ts';
import type { Matches } from './use-matches.ts';

/**
 * Paints matches in the article's frame and keeps the current one in view. Those of title and byline are the window's
 * own to show.
 *
 * @param frame null until its text is there, as high as it will be
 */
export function useShownMatches(frame: HTMLIFrameElement | null, scroller: RefObject<HTMLElement | null>, matches: Matches | null): void {
  const marks = matches?.places.inDocument;
  const page = frame && articleDocumentOf(frame);
  const ranges = useMemo(() => (page && marks ? findRanges(page, marks) : []), [page, marks]);
  const current = (matches?.current?.field === 'body' && ranges[matches.current.index]) || null;

  useEffect(() => (page ? paintRanges(page, 'carrel-match', ranges.filter((range) => range !== null)) : undefined), [page, ranges]);
  useEffect(() => (page && current ? paintRanges(page, 'carrel-current-match', [current]) : undefined), [page, current]);

  const shown = useRef<string>(undefined);
  const reveal = useEffectEvent((step: string) => {
    const element = scroller.current;
    if (!frame || !element || shown.current === step) return;
    shown.current = step;
    if (current) revealRange(current, frame, element);
    else if (matches?.current?.field !== 'body') element.scrollTo({ top: 0, behavior: scrollBehavior() });
  });
  const step = matches?.step;
  useEffect(() => {
    if (frame && step !== undefined) reveal(step);
  }, [frame, step]);
}
