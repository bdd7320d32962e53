import { Archive, CheckCheck, Inbox, Star, Tag, Trash2 } from 'lucide-react';
import type { ArticleId } from '../../main/contract/ids.ts';
import type { ListPlace } from '../app/address.ts';
import { placeAddress } from '../app/address.ts';
import { useAddress } from '../app/use-address.ts';
import { words } from '../app/words.ts';
import { NoHits, SearchStart } from '../search/no-hits.tsx';
import { SearchStatus } from '../search/search-status.tsx';
import { Button } from '../ui/button.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { StateMessage } from '../ui/state-message.tsx';
import { ArticleListbox } from './article-listbox.tsx';
import { ListHeader } from './list-header.tsx';
import { ListSkeleton } from './list-skeleton.tsx';
import type { FocusAfterOpen } from './use-article-commands.ts';
import type { Cursor } from './use-cursor.ts';
import type { ArticleListData } from './use-list.ts';

interface ListPaneProps {
  readonly place: ListPlace;
  readonly listKey: string;
  readonly list: ArticleListData;
  readonly cursor: Cursor;
  readonly openId: ArticleId | null;
  readonly onOpen: (index: number, focus: FocusAfterOpen) => void;
  readonly onSort: (place: ListPlace) => void;
  readonly onPagesInView: (first: number, last: number) => void;
}

/** The list of a place in each of its states. */
export function ListPane({ place, listKey, list, cursor, openId, onOpen, onSort, onPagesInView }: ListPaneProps) {
  return (
    <>
      <ListHeader place={place} total={list.status === 'ready' ? list.total : null} onSort={onSort} />
      {list.search && <SearchStatus search={list.search} total={list.total} />}
      {list.status === 'loading' && <ListSkeleton />}
      {list.status === 'failed' && <FailureMessage error={list.error} onRetry={list.retry} />}
      {list.status === 'ready' && list.total === 0 && <EmptyList place={place} />}
      {list.status === 'ready' && list.total > 0 && (
        <ArticleListbox
          listKey={listKey}
          list={list}
          cursor={cursor}
          openId={openId}
          onOpen={onOpen}
          onPagesInView={onPagesInView}
        />
      )}
    </>
  );
}

function EmptyList({ place }: { readonly place: ListPlace }) {
  const [, go] = useAddress();
  const toAll = <Button onClick={() => go(placeAddress('all'))}>{words.list.toAll}</Button>;
  switch (place.kind) {
    case 'search':
      return place.query.trim() === '' ? <SearchStart /> : <NoHits query={place.query} />;
    case 'unread':
      return (
        <StateMessage icon={CheckCheck} title={words.list.emptyUnreadTitle} actions={toAll}>
          <p>{words.list.emptyUnread}</p>
        </StateMessage>
      );
    case 'favourites':
      return (
        <StateMessage icon={Star} title={words.list.emptyFavouritesTitle} actions={toAll}>
          <p>{words.list.emptyFavourites}</p>
        </StateMessage>
      );
    case 'archive':
      return (
        <StateMessage icon={Archive} title={words.list.emptyArchiveTitle} actions={toAll}>
          <p>{words.list.emptyArchive}</p>
        </StateMessage>
      );
    case 'tag':
    case 'collection':
    case 'site':
      return (
        <StateMessage icon={Tag} title={words.list.emptyLabelTitle} actions={toAll}>
          <p>{words.list.emptyLabel(place.name)}</p>
        </StateMessage>
      );
    case 'trash':
      return (
        <StateMessage icon={Trash2} title={words.list.emptyTrashTitle} actions={toAll}>
          <p>{words.list.emptyTrash}</p>
        </StateMessage>
      );
    case 'all':
      return (
        <StateMessage
          icon={Inbox}
          title={words.list.emptyAllTitle}
          actions={<Button onClick={() => go(placeAddress('trash'))}>{words.list.toTrash}</Button>}
        >
          <p>{words.list.emptyAll}</p>
        </StateMessage>
      );
  }
}
