import { X } from 'lucide-react';
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { focusPane, handFocusOver } from '../app/panes.ts';
import { words } from '../app/words.ts';
import { IconButton } from './button.tsx';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly role?: 'dialog' | 'alertdialog';
  /** `bare`: the title is only read out, what is inside fills the dialog. */
  readonly look?: 'usual' | 'wide' | 'bare';
}

/**
 * A modal dialog, focused on its element with `data-first-focus` (React's autoFocus comes too early: the dialog is not
 * open yet). The platform keeps focus inside, closes it with Escape and gives focus back afterwards.
 */
export function Dialog({ title, onClose, children, role = 'dialog', look = 'usual' }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useLayoutEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>('[data-first-focus]')?.focus();
    return () => {
      // Closed before it is taken away: one that is only taken away gives no focus back.
      dialog?.close();
      // What had the focus may have gone meanwhile.
      handFocusOver(() => focusPane('list', 'main'));
    };
  }, []);

  return (
    // The click is a convenience for the pointer: the keyboard has Escape and the close button.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={element}
      role={role}
      className={`dialog dialog-${look}`}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        // A click on the backdrop has the dialog itself as its target, never something within.
        if (event.target === element.current) onClose();
      }}
    >
      <div className="dialog-body">
        <header className={look === 'bare' ? 'visually-hidden' : 'dialog-header'}>
          <h2 id={titleId}>{title}</h2>
          <IconButton icon={X} label={words.close} onClick={onClose} />
        </header>
        {children}
      </div>
    </dialog>
  );
}
