import { CircleHelp } from 'lucide-react';
import { words } from '../app/words.ts';
import { Disclosure } from '../ui/disclosure.tsx';

interface SearchHelpProps {
  /** Runs an example. */
  readonly onSearch: (query: string) => void;
}

/** The query language by examples, each of which runs at a click. */
export function SearchHelpTable({ onSearch }: SearchHelpProps) {
  return (
    <span className="search-help-rows">
      {words.searchBox.helpGroups.map(({ title, rows }) => (
        <span key={title} role="group" aria-label={title} className="search-help-group">
          <span aria-hidden className="search-help-title">
            {title}
          </span>
          {rows.map(([example, meaning]) => (
            <button key={example} type="button" className="search-help-row" title={words.searchBox.run(example)} onClick={() => onSearch(example)}>
              <code>{example}</code> <span>{meaning}</span>
            </button>
          ))}
        </span>
      ))}
    </span>
  );
}

/** The same behind a button, beside running searches. */
export function SearchHelp({ onSearch }: SearchHelpProps) {
  return (
    <Disclosure
      className="icon-button"
      panelClassName="search-help-panel"
      label={words.search.help}
      summary={<CircleHelp aria-hidden size={17} strokeWidth={1.75} />}
    >
      <strong>{words.search.helpTitle}</strong>
      <span className="faint">{words.searchBox.helpHint}</span>
      <SearchHelpTable onSearch={onSearch} />
    </Disclosure>
  );
}
