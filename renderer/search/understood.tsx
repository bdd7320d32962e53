import type { Explanation } from '../../main/contract/search.ts';
import { words } from '../app/words.ts';
import { useExplanation } from './use-explanation.ts';

interface UnderstoodProps {
  readonly query: string;
  readonly typing: boolean;
  readonly answered: boolean;
  /** What to ask instead stands here, where results stand below. */
  readonly withTries: boolean;
  readonly onSearch: (query: string) => void;
}

/** How the search was understood, on one line that opens to its parts with a count for each. */
export function Understood({ query, typing, answered, withTries, onSearch }: UnderstoodProps) {
  const explanation = useExplanation({ query, typing, answered });
  // Its line is kept free, so that nothing jumps.
  if (!explanation) return <div className="understood" aria-hidden />;
  const { understood, parts, tries } = explanation;
  const missing = parts.filter(({ matches }) => matches === 0).map(({ text }) => text);
  return (
    <details className="understood">
      <summary>
        <span className="understood-text">{words.searchBox.lookedFor(understood)}</span>
        {missing.length > 0 && parts.length > 1 && <span className="understood-missing">{words.searchBox.missing(missing)}</span>}
      </summary>
      <ul className="understood-parts" aria-label={words.searchBox.parts}>
        {parts.map(({ text, matches }) => (
          <li key={text} data-none={matches === 0 ? '' : undefined}>
            <bdi>{text}</bdi>
            <span>{words.searchBox.matches(matches)}</span>
          </li>
        ))}
      </ul>
      {withTries && <Tries tries={tries} onSearch={onSearch} />}
    </details>
  );
}

interface TriesProps {
  readonly tries: Explanation['tries'];
  readonly onSearch: (query: string) => void;
}

/** Searches that find something, each run by its button. */
export function Tries({ tries, onSearch }: TriesProps) {
  if (tries.length === 0) return null;
  return (
    <ul className="tries" aria-label={words.searchBox.tries}>
      {tries.map(({ kind, text, query, matches }) => (
        <li key={query}>
          <button type="button" className="try" onClick={() => onSearch(query)}>
            <span>{kind === 'without' ? words.searchBox.without(text) : <>{words.searchBox.instead} <code>{text}</code></>}</span>
            <span className="try-count">{words.searchBox.found(matches)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
