import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useLayoutEffect, useRef, type DragEvent, type KeyboardEvent, type MouseEvent } from 'react';
import type { ArticleId } from '../../main/contract/ids.ts';
import { focusPane } from '../app/panes.ts';
import { words } from '../app/words.ts';
import { useFocusKept } from '../ui/use-focus-kept.ts';
import { ArticleRow } from './article-row.tsx';
import { dragRows } from './drag-rows.ts';
import { ROW_HEIGHT_PX } from './list-pages.ts';
import type { Cursor } from './use-cursor.ts';
import type { ArticleListData } from './use-list.ts';
import type { FocusAfterOpen } from './use-opening.ts';
import type { ListSelection } from './use-selection.ts';

interface ArticleListboxProps {
  /** Changes with the place: a new list begins at its top. */
  readonly listKey: string;
  readonly list: ArticleListData;
  readonly cursor: Cursor;
  readonly selection: ListSelection;
  readonly inTrash: boolean;
  readonly openId: ArticleId | null;
  readonly onOpen: (index: number, focus: FocusAfterOpen) => void;
  /** A menu for a row is asked for, at a point of the window. */
  readonly onMenu: (index: number, x: number, y: number) => void;
  readonly onPagesInView: (first: number, last: number) => void;
}

/**
 * A list of any length of which only the rows in view exist. Focus stays on the list itself; the row that keys act on
 * is named by aria-activedescendant and always exists, in view or not, so that a screen reader never loses it.
 */
export function ArticleListbox({ listKey, list, cursor, selection, inTrash, openId, onOpen, onMenu, onPagesInView }: ArticleListboxProps) {
  const scroller = useRef<HTMLDivElement>(null);
  // A list that has become empty makes way for words.
  useFocusKept(scroller, () => focusPane('list'));
  useFocusTaken(scroller);
  const active = cursor.index;
  const virtualizer = useRows(scroller, listKey, list, cursor, onPagesInView);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || active < 0) return;
    if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) openMenuAt(active);
    else if (event.key === 'Enter') onOpen(active, 'reader');
    else if (event.key === ' ') selection.toggle(active);
    else {
      const target = targetOf(event.key, active, list.total, scroller.current);
      if (target === undefined) return;
      if (event.shiftKey) selection.extendTo(target, active);
      cursor.moveTo(target);
    }
    event.preventDefault();
  }

  function onClick(event: MouseEvent): void {
    const index = indexOfRow(event.target);
    if (index === null) return;
    const onMark = event.target instanceof Element && event.target.closest('.row-check') !== null;
    if (event.shiftKey) selection.extendTo(index, active);
    else if (onMark || event.ctrlKey || event.metaKey) selection.toggle(index);
    else return onOpen(index, 'stay');
    cursor.moveTo(index);
  }

  function onContextMenu(event: MouseEvent): void {
    const index = indexOfRow(event.target);
    event.preventDefault();
    // The platform's own key for menus has no row under it.
    if (index === null) return openMenuAt(active);
    cursor.moveTo(index);
    onMenu(index, event.clientX, event.clientY);
  }

  function openMenuAt(index: number): void {
    const row = document.getElementById(rowId(index))?.getBoundingClientRect();
    if (row) onMenu(index, row.left + MENU_INSET_PX, row.top + MENU_INSET_PX);
  }

  function onDragStart(event: DragEvent): void {
    const index = indexOfRow(event.target);
    const item = index === null ? undefined : list.itemAt(index);
    if (item) dragRows(event.dataTransfer, { item, selected: selection.ids, fromTrash: inTrash });
    else event.preventDefault();
  }

  return (
    // Every key of a pointer's action is answered: open by Enter, select by Space, the menu by its key.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={scroller}
      className="listbox"
      data-pane-focus
      data-selecting={selection.ids.size > 0 ? '' : undefined}
      role="listbox"
      tabIndex={0}
      aria-label={words.list.label}
      aria-multiselectable
      aria-activedescendant={active >= 0 ? rowId(active) : undefined}
      aria-busy={list.status === 'loading'}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onContextMenu={onContextMenu}
      onDragStart={onDragStart}
    >
      <div role="presentation" className="listbox-sizer" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const item = list.itemAt(index);
          return (
            <ArticleRow
              key={index}
              elementId={rowId(index)}
              item={item}
              index={index}
              total={list.total}
              top={start}
              active={index === active}
              open={openId !== null && item?.id === openId}
              selected={item !== undefined && selection.ids.has(item.id)}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Where a menu opens on a row when no pointer says so. */
const MENU_INSET_PX = 28;

/** A list that was on its way when the focus came to its pane takes it over, and the keys of a list with it. */
function useFocusTaken(list: { readonly current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    const pane = list.current?.closest('[data-pane]');
    if (pane && pane === document.activeElement) list.current?.focus();
  }, [list]);
}

/** The rows in view, and the view on the active row. */
function useRows(scroller: { readonly current: HTMLDivElement | null }, listKey: string, { total, pageSize }: ArticleListData, cursor: Cursor, onPagesInView: ArticleListboxProps['onPagesInView']) {
  const { index: active, moves } = cursor;
  const activeNow = useEffectEvent(() => active);
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 6,
    rangeExtractor: (range) => {
      const rows = defaultRangeExtractor(range);
      if (active < 0 || active >= range.count || rows.includes(active)) return rows;
      return [...rows, active].toSorted((a, b) => a - b);
    },
  });

  const { range } = virtualizer;
  const firstPage = Math.floor((range?.startIndex ?? 0) / pageSize);
  const lastPage = Math.floor((range?.endIndex ?? 0) / pageSize);
  useEffect(() => onPagesInView(firstPage, lastPage), [firstPage, lastPage, onPagesInView]);

  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [scroller, listKey]);

  // Only after a move: rows that come and go must not scroll the list under the reader's eyes.
  useEffect(() => {
    if (moves > 0) virtualizer.scrollToIndex(activeNow(), { align: 'auto' });
  }, [moves, virtualizer]);
  return virtualizer;
}

function rowId(index: number): string {
  return `article-row-${index}`;
}

function indexOfRow(target: EventTarget | null): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
  return row ? Number(row.dataset['index']) : null;
}

/** The row that a key moves to; undefined when the key does not move. */
function targetOf(key: string, active: number, total: number, scroller: HTMLElement | null): number | undefined {
  const rowsInView = Math.max(1, Math.floor((scroller?.clientHeight ?? 0) / ROW_HEIGHT_PX) - 1);
  const within = (index: number) => Math.max(0, Math.min(total - 1, index));
  switch (key) {
    case 'ArrowDown':
      return within(active + 1);
    case 'ArrowUp':
      return within(active - 1);
    case 'PageDown':
      return within(active + rowsInView);
    case 'PageUp':
      return within(active - rowsInView);
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    default:
      return undefined;
  }
}
