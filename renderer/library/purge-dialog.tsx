import { words } from '../app/words.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import type { Targets } from './label-request.ts';

interface PurgeDialogProps {
  readonly targets: Targets;
  readonly onAnswer: (purge: boolean) => void;
}

/** Asks before articles are deleted for good. */
export function PurgeDialog({ targets: { ids, title }, onAnswer }: PurgeDialogProps) {
  return (
    <ConfirmDialog title={words.removal.askTitle(ids.length)} keep={words.removal.keep(ids.length)} confirm={words.removal.confirm} onAnswer={onAnswer}>
      <p>{ids.length === 1 && title !== null ? words.removal.ask(title) : words.removal.askMany(ids.length)}</p>
    </ConfirmDialog>
  );
}
