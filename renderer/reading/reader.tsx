import { useQuery } from '@tanstack/react-query';
import { BookOpen } from 'lucide-react';
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { isUnfetched, type Article } from '../../main/contract/articles.ts';
import type { ArticleId } from '../../main/contract/ids.ts';
import { focusContentOf, focusPane } from '../app/panes.ts';
import { words } from '../app/words.ts';
import { UnfetchedPage } from '../saving/unfetched-page.tsx';
import { Button } from '../ui/button.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { StateMessage } from '../ui/state-message.tsx';
import { useFocusKept } from '../ui/use-focus-kept.ts';
import { ArticleFrame, TextSkeleton } from './article-frame.tsx';
import { ArticleHeader } from './article-header.tsx';
import { articleQuery } from './article-query.ts';
import type { Heading } from './list-headings.ts';
import { ReaderToolbar, type ReaderActions } from './reader-toolbar.tsx';
import { RelatedLinks } from './related-links.tsx';
import { useMarkRead } from './use-mark-read.ts';
import type { Matches } from './use-matches.ts';
import { useQuietBar } from './use-quiet-bar.ts';
import { useReaderCommands } from './use-reader-commands.ts';
import { useShownMatches } from './use-shown-matches.ts';
import { SnapshotPage } from './snapshot-page.tsx';
import { useSnapshot, type Snapshot } from './use-snapshot.ts';

interface ReaderProps {
  readonly id: ArticleId;
  readonly actions: ReaderActions;
  /** Of the search that it was found by; null where there is nothing to mark. */
  readonly matches: Matches | null;
}

/** The open article. The toolbar stays in place from one article to the next, and focus on its buttons with it. */
export function Reader({ id, actions, matches }: ReaderProps) {
  const { data: article, error, refetch } = useQuery(articleQuery(id));
  const scroller = useRef<HTMLDivElement>(null);
  const [contents, setContents] = useState<Contents>({ id, headings: [] });
  const onHeadings = useCallback((headings: readonly Heading[]) => setContents({ id, headings }), [id]);
  const quiet = useQuietBar(scroller, id);
  const snapshot = useSnapshot(id);
  useReaderCommands(id, article);
  return (
    <>
      {/* What belongs to the article's text is not there where its page is shown. */}
      <ReaderToolbar
        article={article}
        actions={actions}
        headings={contents.id === id && !snapshot.shown ? contents.headings : []}
        matches={snapshot.shown ? null : matches}
        snapshot={snapshot}
        quiet={quiet && !matches && !snapshot.shown}
      />
      <ArticlePage key={id} scroller={scroller} article={article} matches={matches} snapshot={snapshot} error={error} onHeadings={onHeadings} onRetry={() => void refetch()} onBack={actions.back} />
    </>
  );
}

interface Contents {
  /** The article that they belong to: those of the one before are not to be chosen any more. */
  readonly id: ArticleId;
  readonly headings: readonly Heading[];
}

interface ArticlePageProps {
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Undefined while it is on the way, or when it cannot be had. */
  readonly article: Article | undefined;
  readonly matches: Matches | null;
  readonly snapshot: Snapshot;
  readonly error: unknown;
  readonly onHeadings: (headings: readonly Heading[]) => void;
  readonly onRetry: () => void;
  readonly onBack: () => void;
}

/** Title, text and links as one page. Used with a key: another article begins at its own top. */
function ArticlePage({ scroller, article, matches, snapshot, error, onHeadings, onRetry, onBack }: ArticlePageProps) {
  useMarkRead(article, scroller);
  // Keys go on from one article to the next; when none is open any more, in the list.
  useFocusKept(scroller, () => focusContentOf('reader') || focusPane('list'));
  useDocumentTitle(article?.title);
  const [frame, setFrame] = useState<HTMLIFrameElement | null>(null);
  useShownMatches(frame, scroller, matches);

  const jump = useCallback((top: number, frame: HTMLIFrameElement) => {
    const page = scroller.current;
    if (!page) return;
    const frameTop = frame.getBoundingClientRect().top - page.getBoundingClientRect().top + page.scrollTop;
    page.scrollTo({ top: frameTop + top - JUMP_MARGIN_PX });
  }, [scroller]);

  const turnPage = useCallback((step: 1 | -1) => {
    const page = scroller.current;
    page?.scrollBy({ top: step * (page.clientHeight - PAGE_OVERLAP_PX) });
  }, [scroller]);

  const isCovered = snapshot.shown && article !== undefined;
  return (
    <div className="reader-stage">
      {/* Focusable, so that the keys scroll it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div ref={scroller} className="reader-page" inert={isCovered} data-pane-focus={isCovered ? undefined : ''} tabIndex={0} role="region" aria-label={words.reader.page}>
        {article ? (
          <article className="reader-column">
            <ArticleHeader article={article} matches={matches} />
            {isUnfetched(article) ? <UnfetchedPage article={article} /> : <ArticleFrame article={article} onJump={jump} onHeadings={onHeadings} onPage={turnPage} onText={setFrame} />}
            <RelatedLinks links={article.related} />
          </article>
        ) : error ? (
          <FailureMessage error={error} onRetry={onRetry}>
            <Button onClick={onBack}>{words.reader.back}</Button>
          </FailureMessage>
        ) : (
          <div className="reader-column" aria-busy>
            <div aria-hidden className="skeleton skeleton-heading" />
            <TextSkeleton />
          </div>
        )}
      </div>
      {isCovered && <SnapshotPage article={article} onClose={snapshot.hide} />}
    </div>
  );
}

/** The lines that stay in view when a page is turned. */
const PAGE_OVERLAP_PX = 64;

/** What a jump leaves free above its target. */
const JUMP_MARGIN_PX = 24;

function useDocumentTitle(title: string | undefined): void {
  useEffect(() => {
    if (title === undefined) return undefined;
    document.title = `${title} – ${words.appName}`;
    return () => {
      document.title = words.appName;
    };
  }, [title]);
}

/** The reader before anything has been chosen. */
export function NothingOpen() {
  return (
    <StateMessage icon={BookOpen} title={words.reader.nothingOpenTitle}>
      <p>{words.reader.nothingOpen}</p>
    </StateMessage>
  );
}
