import { X } from 'lucide-react';
import { VALUE_FACETS, type ResultFilters } from '../../main/contract/result-filters.ts';
import type { SearchPlace } from '../app/address.ts';
import { toggleValue } from '../app/filter-parameters.ts';
import { focusPane } from '../app/panes.ts';
import { words } from '../app/words.ts';
import { isAsked } from '../library/list-pages.ts';
import { IconButton } from '../ui/button.tsx';
import { FilterDates } from './filter-dates.tsx';
import { FilterFacet } from './filter-facet.tsx';
import { showFilters, useFiltersOpen } from './filter-memory.ts';
import { filterWords } from '../app/filter-words.ts';
import { useFacets } from './use-facets.ts';

interface FilterPaneProps {
  readonly place: SearchPlace;
  readonly typing: boolean;
  readonly onChange: (filters: ResultFilters) => void;
}

/** The filters of a search beside its results, for as long as the user wants to see them. */
export function FilterPane(props: FilterPaneProps) {
  return useFiltersOpen() ? <OpenFilters {...props} /> : null;
}

function OpenFilters({ place, typing, onChange }: FilterPaneProps) {
  const { filters } = place;
  const { data, isError } = useFacets(place, typing);

  function close(): void {
    showFilters(false);
    focusPane('list');
  }

  return (
    // Escape is a convenience: the button in it closes it as well.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className="filter-pane"
      data-pane="filters"
      tabIndex={-1}
      aria-label={filterWords.title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        close();
      }}
    >
      <div className="filter-head">
        <h2>{filterWords.title}</h2>
        <IconButton icon={X} label={filterWords.close} data-pane-focus onClick={close} />
      </div>
      <div className="filter-body">
        {isError && <p className="filter-note">{filterWords.failed}</p>}
        {!data && !isError && <p className="filter-note">{isAsked(place) ? words.list.loading : filterWords.nothingToFilter}</p>}
        {data?.histogram && <FilterDates histogram={data.histogram} filters={filters} onChange={onChange} />}
        {data &&
          VALUE_FACETS.map((facet) => (
            <FilterFacet key={facet} facet={facet} values={data.facets[facet]} chosen={filters[facet]} onToggle={(value) => onChange(toggleValue(filters, facet, value))} />
          ))}
      </div>
    </section>
  );
}
