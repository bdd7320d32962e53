import { useState } from 'react';
import { Day, type ResultFilters } from '../../main/contract/result-filters.ts';
import type { Histogram } from '../../main/contract/search.ts';
import { formatNumber } from '../app/format.ts';
import { DateHistogram } from './date-histogram.tsx';
import { describeRange } from './describe-filters.ts';
import { histogramWords } from '../app/histogram-words.ts';

interface FilterDatesProps {
  readonly histogram: Histogram;
  readonly filters: ResultFilters;
  readonly onChange: (filters: ResultFilters) => void;
}

/** When the results were published: a histogram, two fields for days, and the same as a table. */
export function FilterDates({ histogram, filters, onChange }: FilterDatesProps) {
  const { bars, vague, undated, unit } = histogram;
  const isChosen = filters.from !== null || filters.to !== null;
  if (bars.length === 0 && undated === 0 && !isChosen) return null;
  return (
    <fieldset className="filter-facet">
      <legend>{histogramWords.title}</legend>
      {bars.length > 0 && <DateHistogram key={`${bars[0]?.from} ${bars.at(-1)?.to} ${bars.length}`} histogram={histogram} onChoose={(from, to) => onChange({ ...filters, from, to })} />}
      <div className="histogram-fields">
        <DayField key={`from ${filters.from}`} label={histogramWords.from} value={filters.from} onChange={(from) => onChange({ ...filters, from })} />
        <DayField key={`to ${filters.to}`} label={histogramWords.to} value={filters.to} onChange={(to) => onChange({ ...filters, to })} />
      </div>
      <div className="histogram-foot">
        {isChosen && (
          <button type="button" className="filter-more" onClick={() => onChange({ ...filters, from: null, to: null })}>
            {histogramWords.wider}
          </button>
        )}
        {undated > 0 && <p className="filter-note">{histogramWords.undated(undated)}</p>}
        {vague > 0 && <p className="filter-note">{histogramWords.vague(vague, unit)}</p>}
      </div>
      {bars.length > 0 && <BarTable histogram={histogram} />}
    </fieldset>
  );
}

/** What is typed counts once it is a day; an empty field is open. */
function DayField({ label, value, onChange }: { readonly label: string; readonly value: string | null; readonly onChange: (day: string | null) => void }) {
  const [typed, setTyped] = useState(value ?? '');

  function take(): void {
    const day = typed === '' ? null : (Day.safeParse(typed).data ?? value);
    if (day !== value) onChange(day);
  }

  return (
    <label className="histogram-field">
      <span>{label}</span>
      <input
        type="date"
        max="9999-12-31"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
        }}
      />
    </label>
  );
}

/** The bars in words, for who cannot see them or wants the numbers. */
function BarTable({ histogram: { bars } }: Pick<FilterDatesProps, 'histogram'>) {
  return (
    <details className="histogram-table">
      <summary>{histogramWords.table}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{histogramWords.time}</th>
            <th scope="col">{histogramWords.count}</th>
          </tr>
        </thead>
        <tbody>
          {bars
            .filter(({ count }) => count > 0)
            .map((bar) => (
              <tr key={bar.from}>
                <th scope="row">{describeRange(bar)}</th>
                <td>{formatNumber(bar.count)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </details>
  );
}
