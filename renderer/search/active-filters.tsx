import { X } from 'lucide-react';
import { useRef } from 'react';
import { NO_FILTERS, type ResultFilters } from '../../main/contract/result-filters.ts';
import { focusPane } from '../app/panes.ts';
import { useFocusKept } from '../ui/use-focus-kept.ts';
import { listActiveFilters, type ActiveFilter } from './describe-filters.ts';
import { filterWords } from '../app/filter-words.ts';

interface ActiveFiltersProps {
  readonly filters: ResultFilters;
  readonly onChange: (filters: ResultFilters) => void;
}

/** What the results are narrowed down to, above them: each thing can be taken away. Nothing while there is none. */
export function ActiveFilters({ filters, onChange }: ActiveFiltersProps) {
  const active = listActiveFilters(filters);
  if (active.length === 0) return null;
  return (
    <div className="active-filters" role="group" aria-label={filterWords.active}>
      <ul>
        {active.map((filter) => (
          <Chip key={filter.key} filter={filter} onRemove={() => onChange(filter.without)} />
        ))}
        <li>
          <ClearAll onClear={() => onChange(NO_FILTERS)} />
        </li>
      </ul>
    </div>
  );
}

function Chip({ filter: { facet, value }, onRemove }: { readonly filter: ActiveFilter; readonly onRemove: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useFocusKept(button, () => focusPane('list'));
  return (
    <li>
      <button ref={button} type="button" className="filter-chip" aria-label={filterWords.remove(facet, value)} title={filterWords.remove(facet, value)} onClick={onRemove}>
        <span dir="auto">{filterWords.chip(facet, value)}</span>
        <X aria-hidden size={13} strokeWidth={2} />
      </button>
    </li>
  );
}

function ClearAll({ onClear }: { readonly onClear: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useFocusKept(button, () => focusPane('list'));
  return (
    <button ref={button} type="button" className="filter-clear" onClick={onClear}>
      {filterWords.clearAll}
    </button>
  );
}
