import { words } from '../app/words.ts';

/** Rows where the articles will be. */
export function ListSkeleton() {
  return (
    <div className="list-skeleton" aria-busy>
      <span className="visually-hidden">{words.list.loading}</span>
      {Array.from({ length: 8 }, (_, row) => (
        <div key={row} aria-hidden className="list-skeleton-row">
          <div className="skeleton skeleton-title" />
          <div className="skeleton skeleton-facts" />
          <div className="skeleton skeleton-line" />
        </div>
      ))}
    </div>
  );
}
