import { useId, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { Histogram } from '../../main/contract/search.ts';
import { endsOf, moveRange, type BarRange } from './bar-range.ts';
import { describeRange } from './describe-filters.ts';
import { histogramWords } from '../app/histogram-words.ts';

type Bars = Histogram['bars'];

interface DateHistogramProps {
  readonly histogram: Histogram;
  /** Some bars were chosen: the first and the last day of them. */
  readonly onChoose: (from: string, to: string) => void;
}

/** Bars of when results were published. A range of them is chosen by dragging or by keys, and looked at more closely then. */
export function DateHistogram({ histogram, onChoose }: DateHistogramProps) {
  const { bars, unit } = histogram;
  const plot = useRef<HTMLDivElement>(null);
  const helpId = useId();
  const [range, setRange] = useState<BarRange | null>(null);
  const dragging = useRef(false);
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const chosen = range && spanOf(bars, range);
  const said = chosen && histogramWords.bar(describeRange(chosen) ?? '', chosen.count);

  function apply(of: BarRange): void {
    const span = spanOf(bars, of);
    setRange(null);
    if (span) onChoose(span.from, span.to);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = moveRange(range, event.key, event.shiftKey, bars.length);
    if (next) setRange(next);
    else if (event.key === 'Enter' && range) apply(range);
    else if (event.key === 'Escape' && range) setRange(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** The bar under a pointer, also beside the plot. */
  function barAt({ clientX }: PointerEvent): number {
    const box = plot.current?.getBoundingClientRect();
    if (!box || box.width === 0) return 0;
    const share = (clientX - box.left) / box.width;
    return Math.max(0, Math.min(bars.length - 1, Math.floor(share * bars.length)));
  }

  return (
    <>
      <div
        ref={plot}
        className="histogram"
        // Of its two ends the one that moves has the value; the text says both.
        role="slider"
        tabIndex={0}
        aria-valuemin={1}
        aria-valuemax={bars.length}
        aria-valuenow={(range?.head ?? 0) + 1}
        aria-valuetext={said ?? histogramWords.nothingChosen}
        aria-label={histogramWords.label(unit)}
        aria-describedby={helpId}
        onKeyDown={onKeyDown}
        onBlur={() => setRange(null)}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          dragging.current = true;
          setRange({ anchor: barAt(event), head: barAt(event) });
        }}
        onPointerMove={(event) => {
          const head = barAt(event);
          if (dragging.current) setRange((before) => before && { ...before, head });
        }}
        onPointerUp={() => {
          if (dragging.current && range) apply(range);
          dragging.current = false;
        }}
        onPointerCancel={() => {
          dragging.current = false;
          setRange(null);
        }}
      >
        {bars.map((bar, index) => (
          <span key={bar.from} className="histogram-bar" data-chosen={isWithin(range, index) ? '' : undefined} title={histogramWords.bar(describeRange(bar) ?? '', bar.count)}>
            <span style={{ height: bar.count === 0 ? 0 : `max(2px, ${(bar.count / most) * 100}%)` }} />
          </span>
        ))}
      </div>
      <p id={helpId} className="visually-hidden">
        {histogramWords.help}
      </p>
      <p className="histogram-ends" aria-hidden>
        <span>{bars[0] && describeRange(bars[0])}</span>
        <span>{bars.length > 1 && describeRange(bars.at(-1) ?? { from: null, to: null })}</span>
      </p>
      <p className="histogram-said" aria-hidden>
        {said ?? histogramWords.hint}
      </p>
    </>
  );
}

function isWithin(range: BarRange | null, index: number): boolean {
  if (!range) return false;
  const [first, last] = endsOf(range);
  return index >= first && index <= last;
}

function spanOf(bars: Bars, range: BarRange): { from: string; to: string; count: number } | null {
  const [first, last] = endsOf(range);
  const [start, end] = [bars[first], bars[last]];
  if (!start || !end) return null;
  return { from: start.from, to: end.to, count: bars.slice(first, last + 1).reduce((sum, { count }) => sum + count, 0) };
}
