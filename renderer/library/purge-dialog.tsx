import { words } from '../app/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import type { Targets } from './label-request.ts';

interface PurgeDialogProps {
  readonly targets: Targets;
  readonly onAnswer: (purge: boolean) => void;
}

/** Asks before articles are deleted for good. The harmless answer comes first and has the focus. */
export function PurgeDialog({ targets: { ids, title }, onAnswer }: PurgeDialogProps) {
  return (
    <Dialog role="alertdialog" title={words.removal.askTitle(ids.length)} onClose={() => onAnswer(false)}>
      <p>{ids.length === 1 && title !== null ? words.removal.ask(title) : words.removal.askMany(ids.length)}</p>
      <div className="dialog-actions">
        <Button data-first-focus onClick={() => onAnswer(false)}>
          {words.removal.keep(ids.length)}
        </Button>
        <Button look="danger" onClick={() => onAnswer(true)}>
          {words.removal.confirm}
        </Button>
      </div>
    </Dialog>
  );
}
