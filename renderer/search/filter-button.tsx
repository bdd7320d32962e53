import { ListFilter } from 'lucide-react';
import { flushSync } from 'react-dom';
import { countFilters, type ResultFilters } from '../../main/contract/result-filters.ts';
import { useCommand } from '../app/commands.ts';
import { formatNumber } from '../app/format.ts';
import { focusPane } from '../app/panes.ts';
import { ariaKeys } from '../app/shortcuts.ts';
import { showFilters, useFiltersOpen } from './filter-memory.ts';
import { filterWords } from '../app/filter-words.ts';

/** Shows the filters, or hides them, and tells how many are active. */
export function FilterButton({ filters }: { readonly filters: ResultFilters }) {
  const open = useFiltersOpen();
  const active = countFilters(filters);

  function toggle(): void {
    flushSync(() => showFilters(!open));
    if (!open) focusPane('filters');
  }

  useCommand('toggle-filters', toggle);

  return (
    <button type="button" className="filter-button" aria-expanded={open} aria-label={filterWords.button(active)} title={filterWords.button(active)} aria-keyshortcuts={ariaKeys('toggle-filters')} onClick={toggle}>
      <ListFilter aria-hidden size={17} strokeWidth={1.75} />
      {active > 0 && <span className="filter-count">{formatNumber(active)}</span>}
    </button>
  );
}
