import type { Article } from '../../main/contract/articles.ts';
import type { FactName } from '../../main/contract/facts.ts';
import { detailsWords } from '../app/details-words.ts';
import { correctDetails } from '../details/details-request.ts';

interface GuessedProps {
  readonly article: Article;
  readonly field: FactName;
}

/** A small sign beside what Carrel worked out itself: how sure it is, and with one press the way to correct it. */
export function Guessed({ article: { id, title, guessed, state }, field }: GuessedProps) {
  const confidence = guessed[field];
  if (confidence === undefined) return null;
  const sign = (
    <>
      <span className="visually-hidden">{detailsWords.names[field]}: </span>
      {detailsWords.sure(confidence)}
    </>
  );
  return (
    <>
      {' '}
      {state.trashed ? (
        <span className="guessed">{sign}</span>
      ) : (
        <button type="button" className="guessed" title={detailsWords.why(field, confidence)} onClick={() => correctDetails({ ids: [id], title }, field)}>
          {sign}
        </button>
      )}
    </>
  );
}
