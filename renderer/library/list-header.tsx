import { ArrowLeft } from 'lucide-react';
import { ArticleSort } from '../../main/contract/articles.ts';
import { SearchSort } from '../../main/contract/search.ts';
import type { ListPlace, SimilarPlace } from '../app/address.ts';
import { similarWords } from '../app/similar-words.ts';
import { formatNumber } from '../app/format.ts';
import { words } from '../app/words.ts';
import { FilterButton } from '../search/filter-button.tsx';
import { useSmart } from '../search/smart-queries.ts';
import { SearchHelp } from '../search/search-help.tsx';
import { SimilarHeading } from '../search/similar-words.tsx';
import { FetchAllButton } from '../saving/fetch-all-button.tsx';
import { IconButton } from '../ui/button.tsx';
import { leaveSimilar } from './use-similar-commands.ts';

interface ListHeaderProps {
  readonly place: ListPlace;
  /** Null while it is not known. */
  readonly total: number | null;
  /** Something else stands in its place, for as long as articles are selected. */
  readonly hidden: boolean;
  readonly onSort: (place: ListPlace) => void;
  readonly onSearch: (query: string) => void;
}

/** What the list shows and in which order. */
export function ListHeader({ place, total, hidden, onSort, onSearch }: ListHeaderProps) {
  return (
    <div className="list-header" data-hidden={hidden ? '' : undefined}>
      {place.kind === 'similar' && <IconButton icon={ArrowLeft} label={similarWords.back} onClick={() => leaveSimilar()} />}
      <h1>
        <Heading place={place} />
        {total !== null && place.kind !== 'search' && place.kind !== 'similar' && <span className="list-count">{formatNumber(total)}</span>}
      </h1>
      <div className="list-controls" inert={hidden}>
        {place.kind === 'unfetched' && total !== null && total > 0 && <FetchAllButton />}
        {place.kind === 'search' && <FilterButton filters={place.filters} />}
        {place.kind === 'search' && <SearchHelp onSearch={onSearch} />}
        {place.kind !== 'similar' && <SortSelect place={place} onSort={onSort} />}
      </div>
    </div>
  );
}

function Heading({ place }: Pick<ListHeaderProps, 'place'>) {
  const smart = useSmart(place.kind === 'search' ? place.smart : null);
  if (place.kind === 'similar') return <SimilarHeading place={place} />;
  if ('name' in place) return <bdi>{place.name}</bdi>;
  return smart ? <bdi>{smart.name}</bdi> : words.list.headings[place.kind];
}

interface SortSelectProps {
  readonly place: Exclude<ListPlace, SimilarPlace>;
  readonly onSort: (place: ListPlace) => void;
}

function SortSelect({ place, onSort }: SortSelectProps) {
  const options = place.kind === 'search' ? SearchSort.options : ArticleSort.options;

  function choose(value: string): void {
    if (place.kind === 'search') onSort({ ...place, sort: SearchSort.parse(value) });
    else onSort({ ...place, sort: ArticleSort.parse(value) });
  }

  return (
    <select aria-label={words.list.sort} className="select" value={place.sort} onChange={(event) => choose(event.target.value)}>
      {options.map((sort) => (
        <option key={sort} value={sort}>
          {sortName(sort)}
        </option>
      ))}
    </select>
  );
}

function sortName(sort: ArticleSort | SearchSort): string {
  const names: Record<ArticleSort | SearchSort, string> = { ...words.list.sortNames, ...words.search.sortNames };
  return names[sort];
}
