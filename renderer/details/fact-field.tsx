import { useQuery } from '@tanstack/react-query';
import type { FactName, FactSummary } from '../../main/contract/facts.ts';
import { detailsWords } from '../app/details-words.ts';
import { formatPublished } from '../app/format.ts';
import { ALL_LABELS, labelsQuery } from '../navigation/use-labels.ts';
import { isMixed, shownFact } from './fact-changes.ts';
import { LANGUAGE_NAMES, nameOfLanguage } from './language-names.ts';

interface FactFieldProps {
  readonly id: string;
  readonly name: FactName;
  readonly summary: FactSummary;
  /** How many articles there are. */
  readonly all: number;
  /** Undefined until somebody types. */
  readonly typed: string | undefined;
  readonly confirmed: boolean;
  readonly problem: string | undefined;
  readonly onType: (text: string) => void;
  readonly onConfirm: () => void;
}

/** One fact: what it is, how surely, and the field in which it is corrected. */
export function FactField({ id, name, summary, all, typed, confirmed, problem, onType, onConfirm }: FactFieldProps) {
  const shown = shownFact(name, summary);
  const untouched = typed === undefined || typed === shown;
  const hint = problem ?? mixedWords(name, summary) ?? detailsWords.hints[name];
  const suggestions = useSuggestions(name, summary);
  // Also while it is empty: a field that becomes another kind of field is read out anew.
  const hasList = name === 'site' || name === 'language' || suggestions.length > 0;
  return (
    <div className="fact-field">
      <div className="fact-head">
        <label htmlFor={id}>{detailsWords.names[name]}</label>
        <span id={`${id}-sign`} className="fact-sign">
          {untouched && (confirmed ? detailsWords.confirmed : signWords(summary, all))}
        </span>
        {untouched && !confirmed && summary.guessed && !isMixed(summary) && (
          <button type="button" className="fact-confirm" aria-label={detailsWords.confirmField(name)} onClick={onConfirm}>
            {detailsWords.confirm}
          </button>
        )}
      </div>
      <input
        id={id}
        data-fact={name}
        className="label-input"
        dir="auto"
        type={name === 'url' ? 'url' : 'text'}
        autoComplete="off"
        spellCheck={name === 'title'}
        list={hasList ? `${id}-list` : undefined}
        value={typed ?? shown}
        placeholder={isMixed(summary) ? detailsWords.mixed(summary.distinct) : detailsWords.unknown}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-sign${hint === null ? '' : ` ${id}-hint`}`}
        onChange={(event) => onType(event.target.value)}
      />
      {hasList && (
        <datalist id={`${id}-list`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion}>
              {suggestion}
            </option>
          ))}
        </datalist>
      )}
      {hint !== null && (
        <p id={`${id}-hint`} className="fact-hint" data-problem={problem === undefined ? undefined : ''} role={problem === undefined ? undefined : 'alert'}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** How a fact is known; nothing where the files stated it. */
function signWords({ guessed, corrected }: FactSummary, all: number): string | null {
  if (guessed) return detailsWords.guessedOf(guessed.count, all, detailsWords.percents(guessed.least, guessed.most));
  return corrected > 0 ? detailsWords.stated(corrected, all) : null;
}

/** So many values stand beside a field in which articles do not agree. */
const MOST_NAMED = 4;

function mixedWords(name: FactName, { values, distinct }: FactSummary): string | null {
  if (distinct < 2) return null;
  const named = values.slice(0, MOST_NAMED).map(({ value, count }) => detailsWords.counted(value === null ? detailsWords.unknown : inWords(name, value), count));
  return detailsWords.mixedValues(named, distinct > MOST_NAMED);
}

function inWords(name: FactName, value: string): string {
  if (name === 'language') return nameOfLanguage(value);
  return name === 'published' ? formatPublished(value, 'short') : value;
}

/** What is offered while somebody types: what the articles say, the sources of the library, the languages. */
function useSuggestions(name: FactName, { values, distinct }: FactSummary): readonly string[] {
  const { data } = useQuery({ ...labelsQuery(ALL_LABELS), enabled: name === 'site' });
  if (name === 'language') return LANGUAGE_NAMES;
  const own = distinct > 1 ? values.flatMap(({ value }) => value ?? []) : [];
  const known = name === 'site' ? (data?.sites.map((site) => site.name) ?? []) : [];
  return [...new Set([...own, ...known])];
}
