import { useLayoutEffect, useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { commandFor } from '../app/shortcuts.ts';
import { focusPane, handFocusOver, isFocusTaken } from '../app/panes.ts';
import { words } from '../app/words.ts';

interface NavigationDrawerProps {
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The whole navigation, over a window that has no room for it. The platform keeps the focus inside. */
export function NavigationDrawer({ onClose, children }: NavigationDrawerProps) {
  const element = useRef<HTMLDialogElement>(null);

  useLayoutEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>('a[aria-current]')?.focus();
    return () => {
      dialog?.close();
      // What had the focus is only now no longer covered.
      handFocusOver(() => {
        if (before instanceof HTMLElement) before.focus();
        // It may have gone with the place that was left.
        if (!isFocusTaken()) focusPane('list', 'main');
      });
    };
  }, []);

  function onClick(event: MouseEvent): void {
    const isElsewhere = event.target === element.current;
    const isPlace = event.target instanceof Element && event.target.closest('a[href]') !== null;
    if (isElsewhere || (isPlace && !event.ctrlKey && !event.metaKey && !event.shiftKey)) onClose();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (commandFor(event, { inField: true, letterKeys: false }) !== 'toggle-navigation') return;
    event.preventDefault();
    onClose();
  }

  return (
    // Clicks and keys only close it, as Escape and its button do.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <dialog ref={element} className="navigation-drawer" aria-label={words.navigation.drawer} onClose={onClose} onClick={onClick} onKeyDown={onKeyDown}>
      <div className="navigation-drawer-body">{children}</div>
    </dialog>
  );
}
