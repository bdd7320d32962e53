import { useQuery } from '@tanstack/react-query';
import type { SimilarPlace } from '../app/address.ts';
import { similarWords } from '../app/similar-words.ts';
import { listPageQuery } from '../library/list-pages.ts';
import { articleQuery } from '../reading/article-query.ts';

/** What the list of similar articles is like. */
export function SimilarHeading({ place }: { readonly place: SimilarPlace }) {
  const { data } = useQuery(articleQuery(place.id));
  return data ? (
    <>
      {similarWords.like} “<bdi>{data.title}</bdi>”
    </>
  ) : (
    similarWords.heading
  );
}

/** More do not help to see what is meant. */
const MOST_SHOWN = 12;

/** The words by which similar articles were found. */
export function SimilarWords({ place }: { readonly place: SimilarPlace }) {
  const { data } = useQuery({ ...listPageQuery({ place, page: 0, typing: false }), select: ({ shared }) => shared ?? [] });
  if (!data || data.length === 0) return null;
  return (
    <div className="search-status">
      <p>{similarWords.inCommon}</p>
      <ul className="similar-words">
        {data.slice(0, MOST_SHOWN).map((word) => (
          <li key={word}>
            <bdi>{word}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}
