import { useState } from 'react';
import type { ValueFacet } from '../../main/contract/result-filters.ts';
import { formatNumber } from '../app/format.ts';
import { nameValue } from './describe-filters.ts';
import { filterWords } from '../app/filter-words.ts';

interface FilterFacetProps {
  readonly facet: ValueFacet;
  /** Each with how many results have it. */
  readonly values: readonly { readonly value: string; readonly count: number }[];
  readonly chosen: readonly string[];
  readonly onToggle: (value: string) => void;
}

/** So many values are shown at first. */
const FIRST = 6;
/** More names than these are easier to find by typing than by looking. */
const WORTH_A_FIELD = 12;

/** One facet: its values with their counts, several of which can be chosen. Nothing while there is none. */
export function FilterFacet({ facet, values, chosen, onToggle }: FilterFacetProps) {
  const [all, setAll] = useState(false);
  const [typed, setTyped] = useState('');
  const name = filterWords.facets[facet];
  const offered = values.filter(({ value, count }) => count > 0 || chosen.includes(value)).map((one) => ({ ...one, name: nameValue(facet, one.value) }));
  if (offered.length === 0 && typed === '') return null;
  const sought = typed.trim().toLowerCase();
  const shown = all ? offered.filter((one) => one.name.toLowerCase().includes(sought)) : offered.filter(({ value }, index) => index < FIRST || chosen.includes(value));

  return (
    <fieldset className="filter-facet">
      <legend>{name}</legend>
      {all && (offered.length > WORTH_A_FIELD || typed !== '') && (
        <input
          type="search"
          className="filter-find"
          aria-label={filterWords.find(name)}
          placeholder={filterWords.find(name)}
          value={typed}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      <ul className="filter-values" data-all={all ? '' : undefined}>
        {shown.map(({ value, count, name: written }) => (
          <li key={value}>
            <label className="filter-value">
              <input type="checkbox" checked={chosen.includes(value)} onChange={() => onToggle(value)} />
              <span className="filter-value-name" dir="auto" title={written}>
                {written}
              </span>
              <span className="filter-value-count">{formatNumber(count)}</span>
            </label>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className="filter-note">{filterWords.noneFound}</p>}
      {offered.length > FIRST && (
        <button
          type="button"
          className="filter-more"
          aria-expanded={all}
          onClick={() => {
            setAll(!all);
            setTyped('');
          }}
        >
          {all ? filterWords.showFewer : filterWords.showAll(offered.length)}
        </button>
      )}
    </fieldset>
  );
}
