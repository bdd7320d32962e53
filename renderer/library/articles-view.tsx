import { useEffect, useMemo, useState } from 'react';
import type { ArticleId } from '../../main/contract/ids.ts';
import { articleAddress, formatAddress, newSearch, placeAddress, type ListPlace } from '../app/address.ts';
import { useCommand } from '../app/commands.ts';
import { focusPane, isFocusIn } from '../app/panes.ts';
import { queryClient } from '../app/query-client.ts';
import { currentAddress, useAddress } from '../app/use-address.ts';
import { words } from '../app/words.ts';
import { DetailsDialogs } from '../details/details-dialog.tsx';
import { NothingOpen, Reader } from '../reading/reader.tsx';
import { useMatches, type FoundBy } from '../reading/use-matches.ts';
import { FilterPane } from '../search/filter-pane.tsx';
import { noteSearch } from '../search/recent-searches.ts';
import { SearchBox } from '../search/search-box.tsx';
import { WhyDialogs } from '../search/why-dialog.tsx';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { earlyKeys } from './early-keys.ts';
import { exportList } from './export-list.ts';
import { FirstRun } from './first-run.tsx';
import { LabelDialogs } from './label-dialog.tsx';
import { listPageQuery } from './list-pages.ts';
import { ListPane } from './list-pane.tsx';
import { PurgeDialog } from './purge-dialog.tsx';
import { useArticleCommands } from './use-article-commands.ts';
import { useCounts } from './use-counts.ts';
import { useCursor } from './use-cursor.ts';
import { useList } from './use-list.ts';
import { useOpenFirst, type WantedHit } from './use-open-first.ts';
import { usePagesInView } from './use-pages-in-view.ts';
import { useSelection } from './use-selection.ts';
import { useSelectionCommands } from './use-selection-commands.ts';
import { useSimilarCommands } from './use-similar-commands.ts';
import { useWhyCommand } from './use-why-command.ts';

interface ArticlesViewProps {
  readonly place: ListPlace;
  readonly articleId: ArticleId | null;
}

/* The same for every list, so that no key in the search box draws them again. */
const NOTHING_OPEN = <NothingOpen />;
const DIALOGS = (
  <>
    <LabelDialogs />
    <DetailsDialogs />
    <WhyDialogs />
  </>
);

/** List and reader, side by side or one at a time. */
export function ArticlesView({ place, articleId }: ArticlesViewProps) {
  const [, go] = useAddress();
  const counts = useCounts();
  const search = useSearchTyping(place);
  const [view, onPagesInView] = usePagesInView();
  const listKey = formatAddress(articleAddress(null, place));
  const list = useList(place, search.typing, view);
  const cursor = useCursor(place, listKey, list, articleId);
  const selection = useSelection({ place, typing: search.typing, list });
  const { actions, acts, open, openSoon, step, asking, answerAsking } = useArticleCommands({ place, articleId, list, cursor, selection });
  useSelectionCommands(list, cursor, selection);
  useOpenFirst({ wanted: search.wanted, want: search.want, list, articleId, open });
  const matches = useMatches({
    found: useFoundBy(place, search.typing),
    articleId,
    openNeighbour: (to, onOpen) => step(to, isFocusIn('reader') ? 'reader' : 'stay', onOpen),
  });
  useSimilarCommands(place);
  useWhyCommand({ place, typing: search.typing, list }, cursor.index, articleId);

  // What a search found was opened: it was a search worth keeping.
  const searched = place.kind === 'search' && articleId ? place.query : '';
  useEffect(() => noteSearch(searched), [searched]);

  function runSearch(query: string): void {
    noteSearch(query);
    search.submit(query);
  }

  const exportNow = () => void exportList({ place, typing: search.typing, total: list.total, selected: selection.ids });
  useCommand('export-csv', () => {
    if (list.total === 0) return false;
    exportNow();
    return true;
  });

  const isFirstRun = place.kind === 'all' && !articleId && counts.data?.articles === 0 && counts.data.trashed === 0;
  if (isFirstRun) return <FirstRun />;

  return (
    <main className="articles-view">
      {/* Until the list is there to take its keys, its pane does. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <section className="list-pane" data-pane="list" tabIndex={-1} aria-label={words.list.pane} onKeyDown={earlyKeys(list, cursor, openSoon)}>
        <SearchBox
          query={place.kind === 'search' ? place.query : null}
          isBusy={place.kind === 'search' && !list.isAnswer && list.status !== 'failed'}
          onType={search.type}
          onEdit={search.edit}
          onSubmit={search.submitAndOpen}
          onClear={search.clear}
          onLeaveDown={search.leaveDown}
        />
        <ErrorBoundary resetKey={listKey}>
          <ListPane
            place={place}
            listKey={listKey}
            list={list}
            cursor={cursor}
            selection={selection}
            acts={acts}
            typing={search.typing}
            onSearch={runSearch}
            openId={articleId}
            onOpen={open}
            onSort={(next) => go(articleAddress(articleId, next), { replace: true })}
            onExport={exportNow}
            onPagesInView={onPagesInView}
          />
        </ErrorBoundary>
      </section>
      {place.kind === 'search' && <FilterPane place={place} typing={search.typing} onChange={(filters) => go(articleAddress(articleId, { ...place, filters }))} />}
      <section className="reader-pane" data-pane="reader" tabIndex={-1} aria-label={words.reader.label}>
        <ErrorBoundary resetKey={articleId ?? ''}>
          {articleId ? <Reader id={articleId} actions={actions} matches={matches} /> : NOTHING_OPEN}
        </ErrorBoundary>
      </section>
      {asking && <PurgeDialog targets={asking} onAnswer={answerAsking} />}
      {DIALOGS}
    </main>
  );
}

/** The search that the open article comes from. */
function useFoundBy(place: ListPlace, typing: boolean): FoundBy | null {
  const query = place.kind === 'search' ? place.query : null;
  return useMemo(() => (query === null ? null : { query, typing }), [query, typing]);
}

/** How the search box moves the window: into the search, along with the typing, and back to where it began. */
function useSearchTyping(place: ListPlace) {
  const [, go] = useAddress();
  const [typing, setTyping] = useState(false);
  const [wanted, setWanted] = useState<WantedHit>(null);
  const [origin, setOrigin] = useState<ListPlace>({ kind: 'all', sort: 'added' });
  const searching = place.kind === 'search';
  // Who leaves the search does not want to find one of its hits open elsewhere.
  if (!searching && wanted !== null) setWanted(null);

  function ask(query: string, stillTyping: boolean, hit: WantedHit = null): void {
    setTyping(stillTyping);
    setWanted(hit);
    // From what the window shows now: between a key and its search the filters or the order may have been changed.
    const now = currentAddress();
    const here = now.view === 'articles' ? now.place : place;
    if (here.kind !== 'search') setOrigin(here);
    const next = here.kind === 'search' ? { ...here, query } : newSearch(query);
    // The library looks for the answer while the window is drawn anew.
    void queryClient.prefetchQuery(listPageQuery({ place: next, page: 0, typing: stillTyping }));
    // One step back leaves the search, however many letters it took.
    go(articleAddress(null, next), here.kind === 'search' ? { replace: true, typed: stillTyping } : {});
  }

  function clear(): void {
    setTyping(false);
    setWanted(null);
    if (searching) go(origin.kind === 'search' ? placeAddress('all') : articleAddress(null, origin), { replace: true });
    focusPane('list');
  }

  useCommand('back', () => {
    if (!searching) return false;
    clear();
    return true;
  });

  return {
    typing: typing && searching,
    type: (query: string) => {
      if (query === '' && searching) return go(articleAddress(null, origin), { replace: true });
      ask(query, true);
    },
    submit: (query: string) => {
      if (query.trim() === '') return;
      ask(query, false);
      focusPane('list');
    },
    /** Its first hit is what is looked for. */
    submitAndOpen: (query: string) => {
      if (query.trim() === '') return;
      noteSearch(query);
      ask(query, false, 'of-words');
      // From the form, wherever that was opened; whoever pressed Enter in the box can go on typing.
      if (!isFocusIn('list')) focusPane('list');
    },
    edit: () => setWanted(null),
    leaveDown: () => {
      setWanted(null);
      focusPane('list');
    },
    wanted,
    want: (next: WantedHit) => {
      if (next === 'of-beginnings') setTyping(true);
      setWanted(next);
    },
    clear,
  };
}
