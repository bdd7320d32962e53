import { useEffect, useRef, type RefObject } from 'react';
import { isUnfetched, type Article } from '../../main/contract/articles.ts';
import { setArticleState } from '../library/article-actions.ts';

const OPEN_MS = 4_000;
const SCROLLED_PX = 300;

/**
 * Marks an article as read after it has been open for a while or scrolled. Once for each opening: whoever marks it as
 * unread while it is open means that.
 */
export function useMarkRead(article: Article | undefined, scroller: RefObject<HTMLElement | null>): void {
  const marked = useRef<string>(undefined);
  // Of a page that is to be fetched there is nothing to read yet.
  const id = article && !isUnfetched(article) ? article.id : undefined;
  const waiting = article !== undefined && !article.state.read && !article.state.trashed;

  useEffect(() => {
    if (id && !waiting) marked.current ??= id;
    if (!id || !waiting || marked.current === id) return undefined;
    const element = scroller.current;

    function mark(): void {
      if (!id) return;
      marked.current = id;
      void setArticleState(id, { read: true });
    }
    function onScroll(): void {
      if (element && element.scrollTop > SCROLLED_PX) mark();
    }

    const timer = setTimeout(mark, OPEN_MS);
    element?.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(timer);
      element?.removeEventListener('scroll', onScroll);
    };
  }, [id, waiting, scroller]);
}
