import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useEffectEvent, useRef, type KeyboardEvent } from 'react';
import type { ArticleId } from '../../main/contract/ids.ts';
import { words } from '../app/words.ts';
import { ArticleRow } from './article-row.tsx';
import { PAGE_SIZE } from './list-pages.ts';
import type { FocusAfterOpen } from './use-article-commands.ts';
import type { Cursor } from './use-cursor.ts';
import type { ArticleListData } from './use-list.ts';

/** Every row is as high as the other: positions need no measuring, and the scroll bar tells the truth. */
export const ROW_HEIGHT_PX = 118;

interface ArticleListboxProps {
  /** Changes with the place: a new list begins at its top. */
  readonly listKey: string;
  readonly list: ArticleListData;
  readonly cursor: Cursor;
  readonly openId: ArticleId | null;
  readonly onOpen: (index: number, focus: FocusAfterOpen) => void;
  readonly onPagesInView: (first: number, last: number) => void;
}

/**
 * A list of any length of which only the rows in view exist. Focus stays on the list itself; the row that keys act on
 * is named by aria-activedescendant and always exists, in view or not, so that a screen reader never loses it.
 */
export function ArticleListbox({ listKey, list, cursor, openId, onOpen, onPagesInView }: ArticleListboxProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const { index: active, moveTo } = cursor;
  const activeNow = useEffectEvent(() => active);
  const virtualizer = useVirtualizer({
    count: list.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 6,
    rangeExtractor: (range) => {
      const rows = defaultRangeExtractor(range);
      if (active < 0 || active >= range.count || rows.includes(active)) return rows;
      return [...rows, active].toSorted((a, b) => a - b);
    },
  });

  const range = virtualizer.range;
  const firstPage = Math.floor((range?.startIndex ?? 0) / PAGE_SIZE);
  const lastPage = Math.floor((range?.endIndex ?? 0) / PAGE_SIZE);
  useEffect(() => onPagesInView(firstPage, lastPage), [firstPage, lastPage, onPagesInView]);

  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [listKey]);

  // Only after a move: rows that come and go must not scroll the list under the reader's eyes.
  const { moves } = cursor;
  useEffect(() => {
    if (moves > 0) virtualizer.scrollToIndex(activeNow(), { align: 'auto' });
  }, [moves, virtualizer]);

  // Stable, so that rows that did not change are not drawn again.
  const latestOpen = useEffectEvent((index: number) => onOpen(index, 'stay'));
  const clickToOpen = useCallback((index: number) => latestOpen(index), []);

  function onKeyDown(event: KeyboardEvent): void {
    const target = event.key === 'Enter' || event.key === ' ' ? null : targetOf(event, active, list.total, scroller.current);
    if (target === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (target === null) {
      if (active >= 0) onOpen(active, 'reader');
      return;
    }
    moveTo(target);
  }

  return (
    <div
      ref={scroller}
      className="listbox"
      data-pane-focus
      role="listbox"
      tabIndex={0}
      aria-label={words.list.label}
      aria-activedescendant={active >= 0 ? rowId(active) : undefined}
      aria-busy={list.status === 'loading'}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className="listbox-sizer" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => (
          <ArticleRow
            key={index}
            elementId={rowId(index)}
            item={list.itemAt(index)}
            index={index}
            total={list.total}
            top={start}
            active={index === active}
            open={openId !== null && list.itemAt(index)?.id === openId}
            onOpen={clickToOpen}
          />
        ))}
      </div>
    </div>
  );
}

function rowId(index: number): string {
  return `article-row-${index}`;
}

/** The row that a key moves to; undefined when the key does not move. */
function targetOf({ key }: KeyboardEvent, active: number, total: number, scroller: HTMLElement | null): number | undefined {
  const rowsInView = Math.max(1, Math.floor((scroller?.clientHeight ?? 0) / ROW_HEIGHT_PX) - 1);
  switch (key) {
    case 'ArrowDown':
      return active + 1;
    case 'ArrowUp':
      return active - 1;
    case 'PageDown':
      return active + rowsInView;
    case 'PageUp':
      return active - rowsInView;
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    default:
      return undefined;
  }
}
