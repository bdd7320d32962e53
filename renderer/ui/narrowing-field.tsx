import { useId } from 'react';

interface NarrowingFieldProps {
  readonly label: string;
  readonly search: string;
  /** How many there are, in words, while something is typed. */
  readonly found: string;
  readonly onSearch: (text: string) => void;
}

/** Narrows a long list to what holds a text. */
export function NarrowingField({ label, search, found, onSearch }: NarrowingFieldProps) {
  const id = useId();
  return (
    <div className="report-search">
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <input id={id} type="search" className="label-input" placeholder={label} autoComplete="off" value={search} onChange={(event) => onSearch(event.target.value.slice(0, 1_000))} />
      <span role="status" className="faint">
        {search !== '' && found}
      </span>
    </div>
  );
}
