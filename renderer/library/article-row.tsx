import { Star } from 'lucide-react';
import { memo } from 'react';
import { formatPublished, readingMinutes } from '../app/format.ts';
import { words } from '../app/words.ts';
import { MarkedText } from '../search/marked-text.tsx';
import type { ListItem } from './list-pages.ts';

interface ArticleRowProps {
  readonly elementId: string;
  /** Undefined while it is on the way. */
  readonly item: ListItem | undefined;
  readonly index: number;
  readonly total: number;
  readonly top: number;
  readonly active: boolean;
  readonly open: boolean;
  readonly onOpen: (index: number) => void;
}

/** One row. Drawn again only when its own article changes, whatever happens to the rest of the list. */
export const ArticleRow = memo(function ArticleRow({
  elementId,
  item,
  index,
  total,
  top,
  active,
  open,
  onOpen,
}: ArticleRowProps) {
  return (
    // Focus and keys belong to the listbox, which names this row by aria-activedescendant.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={elementId}
      role="option"
      className="row"
      aria-selected={open}
      aria-setsize={total}
      aria-posinset={index + 1}
      data-active={active ? '' : undefined}
      data-unread={item?.kind === 'article' && !item.article.state.read ? '' : undefined}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onOpen(index)}
    >
      {item ? <RowContent item={item} /> : <RowSkeleton />}
    </div>
  );
});

function RowContent({ item }: { readonly item: ListItem }) {
  const { site, published } = item.kind === 'article' ? item.article : item.hit;
  const facts = [
    site,
    published && formatPublished(published, 'short'),
    item.kind === 'article' && words.minutes(readingMinutes(item.article.wordCount)),
  ].filter((fact) => typeof fact === 'string');
  return (
    <>
      <div className="row-title" dir="auto">
        {item.kind === 'article' && !item.article.state.read && <span className="visually-hidden">{words.list.unread}: </span>}
        {item.title}
      </div>
      <div className="row-facts">
        <span>{facts.join(' · ')}</span>
        {item.kind === 'article' && item.article.state.favourite && (
          <Star role="img" aria-label={words.list.favourite} className="row-star" size={13} fill="currentColor" />
        )}
      </div>
      <div className="row-excerpt" dir="auto">
        {item.kind === 'article' ? item.article.excerpt : <Snippet item={item} />}
      </div>
    </>
  );
}

function Snippet({ item }: { readonly item: Extract<ListItem, { kind: 'hit' }> }) {
  // The title stands above anyway: what was found in the text says more.
  const snippet = item.hit.snippets.find(({ field }) => field !== 'title') ?? item.hit.snippets[0];
  return snippet ? <MarkedText text={snippet.text} marks={snippet.marks} /> : null;
}

function RowSkeleton() {
  return (
    <>
      <span className="visually-hidden">{words.list.loading}</span>
      <div aria-hidden className="skeleton skeleton-title" />
      <div aria-hidden className="skeleton skeleton-facts" />
      <div aria-hidden className="skeleton skeleton-line" />
    </>
  );
}
