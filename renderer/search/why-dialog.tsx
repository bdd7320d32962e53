import { useQuery } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import type { ArticleId } from '../../main/contract/ids.ts';
import type { Explanation, Snippet } from '../../main/contract/search.ts';
import { library, valueOf } from '../app/library-client.ts';
import { whyWords } from '../app/why-words.ts';
import { askedOf } from '../library/list-pages.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { whyRequest, type WhyRequest } from './why-request.ts';
import { wordOfTerm } from './word-of-term.ts';

/** Why a hit is among the results, whenever somebody asks. */
export function WhyDialogs() {
  const request = useSyncExternalStore(whyRequest.subscribe, whyRequest.get);
  // Who leaves the place leaves the dialog: it must not wait for them to come back.
  useEffect(() => () => whyRequest.set(null), []);
  return request && <WhyDialog request={request} onClose={() => whyRequest.set(null)} />;
}

function WhyDialog({ request, onClose }: { readonly request: WhyRequest; readonly onClose: () => void }) {
  const { data, error, refetch } = useQuery({ queryKey: ['search', 'why', request], queryFn: () => loadWhy(request), gcTime: 0 });
  return (
    <Dialog title={whyWords.title(request.title)} onClose={onClose}>
      {data === undefined && !error && <p role="status">{whyWords.loading}</p>}
      {error && <FailureMessage error={error} level={3} onRetry={() => void refetch()} />}
      {data === null && <p role="status">{whyWords.changed}</p>}
      {data && (
        <>
          <p className="why-understood">{whyWords.lookedFor(data.understood)}</p>
          {data.weights.length === 0 ? <p>{whyWords.nothing}</p> : <WeightTable weights={data.weights} score={data.score} snippets={data.snippets} />}
        </>
      )}
    </Dialog>
  );
}

type Weights = NonNullable<Explanation['hits'][ArticleId]>;

interface WeightTableProps {
  readonly weights: Weights;
  readonly score: number;
  /** To show stems as words. */
  readonly snippets: readonly Snippet[];
}

function WeightTable({ weights, score, snippets }: WeightTableProps) {
  const most = Math.max(...weights.map(({ weight }) => weight));
  return (
    <>
      <table className="why-table">
        <caption className="visually-hidden">{whyWords.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{whyWords.word}</th>
            <th scope="col">{whyWords.place}</th>
            <th scope="col">{whyWords.times}</th>
            <th scope="col" colSpan={2}>
              {whyWords.points}
            </th>
          </tr>
        </thead>
        <tbody>
          {weights.map(({ term, field, weight, times }) => (
            <tr key={`${field} ${term}`}>
              <th scope="row">
                <bdi>{wordOfTerm(term, snippets)}</bdi>
              </th>
              <td>{whyWords.field(field)}</td>
              <td>{whyWords.timesOf(times)}</td>
              <td className="why-number">{whyWords.number(weight)}</td>
              <td aria-hidden className="why-bar">
                <span style={{ inlineSize: `${most > 0 ? (weight / most) * 100 : 0}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {whyWords.sum}
            </th>
            <td className="why-number">{whyWords.number(score)}</td>
            <td aria-hidden />
          </tr>
        </tfoot>
      </table>
      <p className="faint why-meaning">{whyWords.meaning}</p>
    </>
  );
}

/** Of this one hit; null when another one stands in its row by now. @throws CallFailure */
async function loadWhy({ place, typing, id, index }: WhyRequest) {
  const { hits, explain } = await valueOf(library['search.query']({ ...askedOf(place), sort: place.sort, typing, offset: index, limit: 1, explain: true }));
  const [hit] = hits;
  if (hit?.id !== id || !explain) return null;
  return { understood: explain.understood, weights: explain.hits[id] ?? [], score: hit.score, snippets: hit.snippets };
}
