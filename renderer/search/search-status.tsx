import { words } from '../app/words.ts';
import type { SearchInfo } from '../library/list-pages.ts';

/** How much was found and how fast, and what the search could not do. */
export function SearchStatus({ search, total }: { readonly search: SearchInfo; readonly total: number }) {
  const { indexed, articles, building } = search.coverage;
  const coverage = building
    ? indexed < articles && words.search.building(indexed, articles)
    : indexed < articles && words.search.partial(indexed, articles);
  const notes = coverage ? [coverage, ...search.notes] : search.notes;
  return (
    <div className="search-status" data-answers={search.query}>
      <p role="status">{words.search.found(total, search.tookMs)}</p>
      {notes.length > 0 && (
        <ul className="search-notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
