import { FileWarning } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Article } from '../../main/contract/articles.ts';
import { ARTICLE_FRAME_SANDBOX, snapshotPath } from '../../main/contract/reading.ts';
import { useCommand } from '../app/commands.ts';
import { focusContentOf, focusPane, isFocusIn, isFocusTaken, isPaneVisible } from '../app/panes.ts';
import { snapshotWords } from '../app/snapshot-words.ts';
import { words } from '../app/words.ts';
import { Button } from '../ui/button.tsx';
import { StateMessage } from '../ui/state-message.tsx';
import { useFocusKept } from '../ui/use-focus-kept.ts';
import { attachSnapshot, snapshotDocumentOf } from './attach-frame.ts';
import { useFrameFocus } from './use-frame-focus.ts';

interface SnapshotPageProps {
  readonly article: Article;
  readonly onClose: () => void;
}

type PageState = { readonly kind: 'making' | 'made' } | { readonly kind: 'failed'; readonly reason: string };

/**
 * The page that an article was made of, over the article, which stays where it was read to. In the same locked frame; it scrolls by
 * itself, because pages reckon with the height of a window.
 */
export function SnapshotPage({ article, onClose }: SnapshotPageProps) {
  const place = useRef<HTMLElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const detach = useRef<() => void>(undefined);
  const [state, setState] = useState<PageState>({ kind: 'making' });
  const [attempt, setAttempt] = useState(0);
  const focused = useFrameFocus(frame);
  useLeaving(onClose);
  useFocusKept(place, () => focusContentOf('reader') || focusPane('list'));

  useEffect(() => () => detach.current?.(), []);
  // Focus that was on the article is on nothing now.
  useLayoutEffect(() => {
    if (!isFocusTaken() || document.activeElement?.closest('[inert]')) focusContentOf('reader');
  }, []);

  function onLoad(): void {
    detach.current?.();
    const loaded = frame.current && snapshotDocumentOf(frame.current);
    if (!loaded?.isMade) return setState({ kind: 'failed', reason: loaded?.page.querySelector('p')?.textContent ?? snapshotWords.failed });
    detach.current = attachSnapshot(loaded.page);
    setState({ kind: 'made' });
  }

  function retry(): void {
    setState({ kind: 'making' });
    setAttempt(attempt + 1);
  }

  return (
    <section ref={place} className="snapshot" aria-label={snapshotWords.label} aria-busy={state.kind === 'making'} data-focused={focused ? '' : undefined}>
      {state.kind === 'making' && (
        <p className="snapshot-making faint" role="status">
          {snapshotWords.making}
        </p>
      )}
      {state.kind === 'failed' ? (
        <SnapshotFailure reason={state.reason} onRetry={retry} onClose={onClose} />
      ) : (
        <iframe
          key={attempt}
          ref={frame}
          title={snapshotWords.frame(article.title)}
          sandbox={ARTICLE_FRAME_SANDBOX}
          src={snapshotPath(article.id)}
          data-pane-focus
          data-ready={state.kind === 'made' ? '' : undefined}
          onLoad={onLoad}
        />
      )}
    </section>
  );
}

/** Back from the page to the article: by Escape, and by what only the article can show. */
function useLeaving(onClose: () => void): void {
  useCommand('back', () => {
    // In the list, Escape belongs to the list.
    if (isFocusIn('list') && isPaneVisible('list')) return false;
    onClose();
    return true;
  });
  const showMatches = () => {
    onClose();
    return false;
  };
  useCommand('next-match', showMatches);
  useCommand('previous-match', showMatches);
}

interface SnapshotFailureProps {
  readonly reason: string;
  readonly onRetry: () => void;
  readonly onClose: () => void;
}

function SnapshotFailure({ reason, onRetry, onClose }: SnapshotFailureProps) {
  return (
    <StateMessage
      icon={FileWarning}
      title={snapshotWords.failedTitle}
      role="alert"
      actions={
        <>
          <Button look="primary" onClick={onClose} data-pane-focus>
            {snapshotWords.hide}
          </Button>
          <Button onClick={onRetry}>{words.retry}</Button>
        </>
      }
    >
      <p>{reason}</p>
      <p>{snapshotWords.safe}</p>
    </StateMessage>
  );
}
