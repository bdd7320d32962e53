import { CircleHelp } from 'lucide-react';
import { words } from '../app/words.ts';
import { Disclosure } from '../ui/disclosure.tsx';

/** The query language on a small card, for the search's first steps. */
export function SearchHelpTable() {
  return (
    <span className="search-help-rows">
      {words.search.helpRows.map(([example, meaning]) => (
        <span key={example} className="search-help-row">
          <code>{example}</code>
          <span>{meaning}</span>
        </span>
      ))}
    </span>
  );
}

/** The same card behind a button, beside running searches. */
export function SearchHelp() {
  return (
    <Disclosure
      className="icon-button"
      panelClassName="search-help-panel"
      label={words.search.help}
      summary={<CircleHelp aria-hidden size={17} strokeWidth={1.75} />}
    >
      <strong>{words.search.helpTitle}</strong>
      <SearchHelpTable />
    </Disclosure>
  );
}
