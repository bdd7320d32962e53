import { SearchX, TextSearch } from 'lucide-react';
import { words } from '../app/words.ts';
import { StateMessage } from '../ui/state-message.tsx';
import { SearchHelpTable } from './search-help.tsx';

/** A search without an answer, and what may give one. */
export function NoHits({ query }: { readonly query: string }) {
  return (
    <StateMessage icon={SearchX} title={words.search.nothingTitle}>
      <p>{words.search.nothing(query)}</p>
      <ul className="hints">
        {words.search.nothingHints.map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ul>
    </StateMessage>
  );
}

/** Before the first word is typed. */
export function SearchStart() {
  return (
    <StateMessage icon={TextSearch} title={words.search.startTitle}>
      <p>{words.search.start}</p>
      <SearchHelpTable />
    </StateMessage>
  );
}
