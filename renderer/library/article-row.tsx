import { Archive, Check, Star } from 'lucide-react';
import { memo } from 'react';
import { isUnfetched } from '../../main/contract/articles.ts';
import type { SearchHit } from '../../main/contract/search.ts';
import { formatNumber, formatPublished, readingMinutes } from '../app/format.ts';
import { savingWords } from '../app/saving-words.ts';
import { words } from '../app/words.ts';
import { filterWords } from '../app/filter-words.ts';
import { MarkedText } from '../search/marked-text.tsx';
import { shortAddress } from '../saving/short-address.ts';
import type { GroupHead, ListItem } from './list-pages.ts';

interface ArticleRowProps {
  readonly elementId: string;
  /** Undefined while it is on the way. */
  readonly item: ListItem | undefined;
  readonly index: number;
  readonly total: number;
  readonly top: number;
  readonly active: boolean;
  readonly open: boolean;
  readonly selected: boolean;
}

/**
 * One row. Drawn again only when its own article changes, whatever happens to the rest of the list. Focus, keys and the
 * pointer belong to the listbox, which names the active row by aria-activedescendant.
 */
export const ArticleRow = memo(function ArticleRow({ elementId, item, index, total, top, active, open, selected }: ArticleRowProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div
      id={elementId}
      role="option"
      className="row"
      draggable={item !== undefined}
      aria-selected={selected}
      aria-current={open ? 'true' : undefined}
      aria-setsize={total}
      aria-posinset={index + 1}
      data-index={index}
      data-active={active ? '' : undefined}
      data-unread={item?.kind === 'article' && !item.article.state.read ? '' : undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span aria-hidden className="row-check">
        <Check size={13} strokeWidth={3} />
      </span>
      {item ? <RowContent item={item} /> : <RowSkeleton />}
    </div>
  );
});

/** More never fit the line; the reader shows all. */
const MOST_CHIPS = 5;

function RowContent({ item }: { readonly item: ListItem }) {
  const article = item.kind === 'article' ? item.article : null;
  const { site, published } = item.kind === 'article' ? item.article : item.hit;
  const waits = article !== null && isUnfetched(article);
  const when = [published && formatPublished(published, 'short'), article && (waits ? savingWords.unfetched.row : words.minutes(readingMinutes(article.wordCount)))].filter((fact) => typeof fact === 'string').join(' · ');
  return (
    <>
      {item.kind === 'hit' && item.head && <Head head={item.head} />}
      <div className="row-title" dir="auto">
        {article && !article.state.read && <span className="visually-hidden">{words.list.unread}: </span>}
        {item.kind === 'hit' ? <FoundTitle hit={item.hit} /> : item.title}
      </div>
      <div className="row-facts">
        {site && (
          <span className="row-fact" dir="auto">
            {site}
          </span>
        )}
        {when !== '' && <span className="row-when">{site ? `· ${when}` : when}</span>}
        {article?.state.favourite && <Star role="img" aria-label={words.list.favourite} className="row-star" size={13} fill="currentColor" />}
        {article?.state.archived && <Archive role="img" aria-label={words.list.archived} className="row-mark" size={13} />}
        {article && article.tags.length > 0 && (
          <span className="row-chips">
            {article.tags.slice(0, MOST_CHIPS).map((tag) => (
              <span key={tag} className="row-chip" dir="auto">
                {tag}
              </span>
            ))}
          </span>
        )}
      </div>
      <div className="row-excerpt" dir="auto">
        {waits && article.url ? shortAddress(article.url) : article ? article.excerpt : item.kind === 'hit' && <Snippet hit={item.hit} />}
      </div>
    </>
  );
}

/** Says to which group this row and those after it belong. */
function Head({ head: { by, key, count } }: { readonly head: GroupHead }) {
  const unknown = filterWords.ungrouped[by === 'month' ? 'month' : 'site'];
  return (
    <div className="row-head">
      <span dir="auto">{key === null ? unknown : by === 'month' ? formatPublished(key, 'long') : key}</span>
      <span>{formatNumber(count)}</span>
    </div>
  );
}

/** With its matches marked, but for a title that is too long for that. */
function FoundTitle({ hit: { title, snippets } }: { readonly hit: SearchHit }) {
  const found = snippets.find(({ field, text }) => field === 'title' && text === title);
  return found ? <MarkedText text={title} marks={found.marks} /> : title;
}

/** What was found in the text or around it; the title stands above. Else how the text begins. */
function Snippet({ hit: { snippets } }: { readonly hit: SearchHit }) {
  const others = snippets.filter(({ field }) => field !== 'title');
  const snippet = others.find(({ marks }) => marks.length > 0) ?? others[0];
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
