import { SearchX, TextSearch } from 'lucide-react';
import { words } from '../app/words.ts';
import { StateMessage } from '../ui/state-message.tsx';
import { SearchHelpTable } from './search-help.tsx';
import { Tries } from './understood.tsx';
import { useExplanation } from './use-explanation.ts';

interface NoHitsProps {
  readonly query: string;
  readonly typing: boolean;
  readonly onSearch: (query: string) => void;
}

/** A search without an answer, and what gives one. */
export function NoHits({ query, typing, onSearch }: NoHitsProps) {
  const explanation = useExplanation({ query, typing, answered: true });
  return (
    <StateMessage icon={SearchX} title={words.search.nothingTitle}>
      <p>{words.search.nothing(query)}</p>
      {explanation && explanation.tries.length > 0 ? (
        <>
          <p>{words.searchBox.triesTitle}</p>
          <Tries tries={explanation.tries} onSearch={onSearch} />
        </>
      ) : (
        <ul className="hints">
          {[...(explanation?.suggestions ?? []), ...words.search.nothingHints].map((hint) => (
            <li key={hint}>{hint}</li>
          ))}
        </ul>
      )}
    </StateMessage>
  );
}

/** Before the first word is typed. */
export function SearchStart({ onSearch }: Pick<NoHitsProps, 'onSearch'>) {
  return (
    <StateMessage icon={TextSearch} title={words.search.startTitle}>
      <p>{words.search.start}</p>
      <SearchHelpTable onSearch={onSearch} />
    </StateMessage>
  );
}
