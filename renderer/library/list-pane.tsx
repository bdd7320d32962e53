import { Archive, CheckCheck, CloudDownload, FilterX, Inbox, SearchX, Star, Tag, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ArticleId } from '../../main/contract/ids.ts';
import { countFilters, NO_FILTERS } from '../../main/contract/result-filters.ts';
import type { ListPlace } from '../app/address.ts';
import { articleAddress, placeAddress } from '../app/address.ts';
import { focusPane } from '../app/panes.ts';
import { useAddress } from '../app/use-address.ts';
import { similarWords } from '../app/similar-words.ts';
import { words } from '../app/words.ts';
import { ActiveFilters } from '../search/active-filters.tsx';
import { filterWords } from '../app/filter-words.ts';
import { NoHits, SearchStart } from '../search/no-hits.tsx';
import { SearchStatus } from '../search/search-status.tsx';
import { SimilarWords } from '../search/similar-words.tsx';
import { TranslationNotice } from '../search/translation-notice.tsx';
import { Understood } from '../search/understood.tsx';
import { SmartTools } from '../search/smart-tools.tsx';
import { fetchPages } from '../saving/fetch-pages.ts';
import { Button } from '../ui/button.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { StateMessage } from '../ui/state-message.tsx';
import type { ArticleActs } from './article-acts.ts';
import { ArticleListbox } from './article-listbox.tsx';
import { useBusyCount } from './busy.ts';
import { ListHeader } from './list-header.tsx';
import { isAsked } from './list-pages.ts';
import { ListSkeleton } from './list-skeleton.tsx';
import { RowMenu, type RowMenuRequest } from './row-menu.tsx';
import { SelectionBar } from './selection-bar.tsx';
import type { Cursor } from './use-cursor.ts';
import type { ArticleListData } from './use-list.ts';
import type { FocusAfterOpen } from './use-opening.ts';
import type { ListSelection } from './use-selection.ts';
import { askWhy } from './use-why-command.ts';

interface ListPaneProps {
  readonly place: ListPlace;
  readonly listKey: string;
  readonly list: ArticleListData;
  readonly cursor: Cursor;
  readonly selection: ListSelection;
  readonly acts: ArticleActs;
  /** The search is still being typed. */
  readonly typing: boolean;
  readonly onSearch: (query: string) => void;
  readonly openId: ArticleId | null;
  readonly onOpen: (index: number, focus: FocusAfterOpen) => void;
  readonly onSort: (place: ListPlace) => void;
  readonly onExport: () => void;
  readonly onPagesInView: (first: number, last: number) => void;
}

/** The list of a place in each of its states. */
export function ListPane({ place, listKey, list, cursor, selection, acts, typing, onSearch, openId, onOpen, onSort, onExport, onPagesInView }: ListPaneProps) {
  const [, go] = useAddress();
  const [menu, setMenu] = useState<RowMenuRequest | null>(null);
  const inTrash = place.kind === 'trash';
  const selecting = selection.ids.size > 0;

  function openMenu(index: number, x: number, y: number): void {
    const item = list.itemAt(index);
    if (!item) return;
    const targets = selection.ids.has(item.id) ? { ids: [...selection.ids], title: null } : { ids: [item.id], title: item.title };
    setMenu({ x, y, targets });
  }

  /** By its id: the rows may have moved while the menu was open. */
  function openFromMenu(id: ArticleId): void {
    const index = list.indexOf(id);
    if (index === -1) go(articleAddress(id, place));
    else onOpen(index, 'reader');
  }

  function fetchChosen(ids: readonly ArticleId[]): void {
    // What is fetched leaves this list, and must not stay selected, unseen.
    if (place.kind === 'unfetched') selection.drop(ids);
    void fetchPages(ids);
  }

  function clear(): void {
    selection.clear();
    focusPane('list');
  }

  return (
    <>
      <p role="status" aria-label={words.selection.bar} className="visually-hidden">
        {selecting && words.selection.selected(selection.ids.size)}
      </p>
      <div className="list-head">
        <ListHeader place={place} total={list.status === 'ready' ? list.total : null} hidden={selecting} onSort={onSort} onSearch={onSearch} />
        {selecting && <SelectionBar selection={selection} list={list} inTrash={inTrash} acts={acts} onExport={onExport} onClear={clear} />}
        <BusyBar />
      </div>
      {place.kind === 'search' && <SmartTools place={place} info={list.search} />}
      {place.kind === 'search' && <ActiveFilters filters={place.filters} onChange={(filters) => go(articleAddress(openId, { ...place, filters }))} />}
      {list.search && place.kind === 'search' && <TranslationNotice query={place.query} typing={typing} onSearch={onSearch} />}
      {list.search && <SearchStatus search={list.search} total={list.total} />}
      {list.search && place.kind === 'search' && (
        <Understood query={place.query} typing={typing} answered={list.search.query === place.query} withTries={list.total > 0} onSearch={onSearch} />
      )}
      {place.kind === 'similar' && list.total > 0 && <SimilarWords place={place} />}
      {list.status === 'loading' && <ListSkeleton />}
      {list.status === 'failed' && <FailureMessage error={list.error} onRetry={list.retry} />}
      {list.status === 'ready' && list.total === 0 && <EmptyList place={place} typing={typing} onSearch={onSearch} />}
      {list.status === 'ready' && list.total > 0 && (
        <ArticleListbox
          listKey={listKey}
          list={list}
          cursor={cursor}
          selection={selection}
          inTrash={inTrash}
          openId={openId}
          onOpen={onOpen}
          onMenu={openMenu}
          onPagesInView={onPagesInView}
        />
      )}
      {menu && <RowMenu request={menu} list={list} inTrash={inTrash} acts={acts} onFetch={fetchChosen} onOpen={openFromMenu} onWhy={place.kind === 'search' ? (id) => askWhy({ place, typing, list }, id) : null} onClose={() => setMenu(null)} />}
    </>
  );
}

/** A change of many articles that takes a while. Everything else goes on. */
function BusyBar() {
  const count = useBusyCount();
  if (count === 0) return null;
  return (
    <div className="busy-bar">
      <ProgressBar label={words.selection.working(count)} value={0} max={null} text={words.selection.working(count)} />
    </div>
  );
}

function EmptyList({ place, typing, onSearch }: Pick<ListPaneProps, 'place' | 'typing' | 'onSearch'>) {
  const [, go] = useAddress();
  const toAll = <Button onClick={() => go(placeAddress('all'))}>{words.list.toAll}</Button>;
  switch (place.kind) {
    case 'search':
      if (!isAsked(place)) return <SearchStart onSearch={onSearch} />;
      if (countFilters(place.filters) === 0) return <NoHits query={place.query} typing={typing} onSearch={onSearch} />;
      return (
        <StateMessage icon={FilterX} title={filterWords.nothingTitle} actions={<Button onClick={() => go(articleAddress(null, { ...place, filters: NO_FILTERS }))}>{filterWords.clearAll}</Button>}>
          <p>{filterWords.nothing}</p>
        </StateMessage>
      );
    case 'similar':
      return (
        <StateMessage icon={SearchX} title={similarWords.emptyTitle} actions={toAll}>
          <p>{similarWords.empty}</p>
        </StateMessage>
      );
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
    case 'unfetched':
      return (
        <StateMessage icon={CloudDownload} title={words.list.emptyUnfetchedTitle} actions={toAll}>
          <p>{words.list.emptyUnfetched}</p>
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
