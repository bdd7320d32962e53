import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

interface ConfirmDialogProps {
  readonly title: string;
  /** The harmless answer. */
  readonly keep: string;
  readonly confirm: string;
  readonly children: ReactNode;
  readonly onAnswer: (confirmed: boolean) => void;
}

/** Asks before something that cannot be taken back, or not all of it. The harmless answer comes first and has the focus. */
export function ConfirmDialog({ title, keep, confirm, children, onAnswer }: ConfirmDialogProps) {
  return (
    <Dialog role="alertdialog" title={title} onClose={() => onAnswer(false)}>
      {children}
      <div className="dialog-actions">
        <Button data-first-focus onClick={() => onAnswer(false)}>
          {keep}
        </Button>
        <Button look="danger" onClick={() => onAnswer(true)}>
          {confirm}
        </Button>
      </div>
    </Dialog>
  );
}
