import { FileWarning } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Article } from '../../main/contract/articles.ts';
import { ARTICLE_FRAME_SANDBOX, articleDocumentPath } from '../../main/contract/reading.ts';
import { words } from '../app/words.ts';
import { applyAppearance } from '../settings/apply-appearance.ts';
import { currentSettings } from '../settings/settings-query.ts';
import { useAppearance } from '../settings/use-appearance.ts';
import { Button } from '../ui/button.tsx';
import { StateMessage } from '../ui/state-message.tsx';
import { articleDocumentOf, attachFrame, distanceFromTop } from './attach-frame.ts';
import { listHeadings, type Heading } from './list-headings.ts';
import { useTextEdition } from './text-edition.ts';
import { useFrameFocus } from './use-frame-focus.ts';

interface ArticleFrameProps {
  readonly article: Article;
  /** A link within the article: scroll so that this distance from the text's top comes into view. */
  readonly onJump: (top: number, frame: HTMLIFrameElement) => void;
  /** The text is there, with these headings. */
  readonly onHeadings: (headings: readonly Heading[]) => void;
  /** A page further (1) or back (-1). */
  readonly onPage: (step: 1 | -1) => void;
  /** The frame, once its text is there and as high as it will be; null when it is not there any more. */
  readonly onText: (frame: HTMLIFrameElement | null) => void;
}

type FrameState = { readonly kind: 'loading' | 'failed' } | { readonly kind: 'ready'; readonly height: number };

/**
 * The article's text in its locked frame. The frame is as high as its text, so that title, text and links scroll as
 * one page. Used with a key: another article is another frame.
 */
export function ArticleFrame({ article, onJump, onHeadings, onPage, onText }: ArticleFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const detach = useRef<() => void>(undefined);
  const [state, setState] = useState<FrameState>({ kind: 'loading' });
  const [attempt, setAttempt] = useState(0);
  const appearance = useAppearance();
  const edition = useTextEdition();
  const focused = useFrameFocus(frame);

  useEffect(() => () => detach.current?.(), []);
  useEffect(() => {
    const page = frame.current && articleDocumentOf(frame.current);
    if (page) applyAppearance(page.documentElement, appearance);
  }, [appearance]);

  const isReady = state.kind === 'ready';
  useEffect(() => {
    if (!isReady) return undefined;
    onText(frame.current);
    return () => onText(null);
  }, [isReady, onText]);

  function onLoad(): void {
    detach.current?.();
    const element = frame.current;
    const page = element && articleDocumentOf(element);
    if (!page) return setState({ kind: 'failed' });
    applyAppearance(page.documentElement, currentSettings());
    onHeadings(listHeadings(page).map((heading) => ({ ...heading, reveal: () => onJump(distanceFromTop(heading.element), element) })));
    detach.current = attachFrame(page, {
      onHeight: (height) => setState({ kind: 'ready', height }),
      onJump: (top) => onJump(top, element),
      onPage,
    });
  }

  if (state.kind === 'failed') return <FrameFailure onRetry={() => retry()} />;

  function retry(): void {
    setState({ kind: 'loading' });
    setAttempt(attempt + 1);
  }

  return (
    <div className="article-frame" aria-busy={state.kind === 'loading'} data-focused={focused ? '' : undefined}>
      {state.kind === 'loading' && <TextSkeleton />}
      <iframe
        // The document says which language it is in, for hyphens, quotes and voices.
        key={`${attempt} ${edition} ${article.language}`}
        ref={frame}
        title={words.reader.bodyTitle(article.title)}
        sandbox={ARTICLE_FRAME_SANDBOX}
        src={articleDocumentPath(article.id)}
        scrolling="no"
        data-ready={state.kind === 'ready' ? '' : undefined}
        style={state.kind === 'ready' ? { height: state.height } : undefined}
        onLoad={onLoad}
      />
    </div>
  );
}

function FrameFailure({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <StateMessage
      icon={FileWarning}
      title={words.reader.frameFailedTitle}
      role="alert"
      actions={
        <Button look="primary" onClick={onRetry}>
          {words.retry}
        </Button>
      }
    >
      <p>{words.reader.frameFailed}</p>
    </StateMessage>
  );
}

/** Lines where the text will be, so that nothing jumps when it comes. */
export function TextSkeleton() {
  return (
    <div className="text-skeleton">
      <span className="visually-hidden">{words.reader.loading}</span>
      {Array.from({ length: 9 }, (_, line) => (
        <div key={line} aria-hidden className="skeleton skeleton-text" />
      ))}
    </div>
  );
}
