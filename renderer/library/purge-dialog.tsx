import { useState } from 'react';
import { words } from '../app/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { purgeArticles } from './article-actions.ts';
import type { Targets } from './label-request.ts';

interface PurgeDialogProps {
  readonly targets: Targets;
  readonly onClose: (purged: boolean) => void;
}

/** Asks before articles are deleted for good. The harmless answer comes first and has the focus. */
export function PurgeDialog({ targets: { ids, title }, onClose }: PurgeDialogProps) {
  const [purging, setPurging] = useState(false);

  async function purge(): Promise<void> {
    setPurging(true);
    onClose(await purgeArticles(ids));
  }
  return (
    <Dialog role="alertdialog" title={words.removal.askTitle(ids.length)} onClose={() => onClose(false)}>
      <p>{ids.length === 1 && title !== null ? words.removal.ask(title) : words.removal.askMany(ids.length)}</p>
      <div className="dialog-actions">
        <Button data-first-focus onClick={() => onClose(false)}>
          {words.removal.keep(ids.length)}
        </Button>
        <Button look="danger" disabled={purging} onClick={() => void purge()}>
          {words.removal.confirm}
        </Button>
      </div>
    </Dialog>
  );
}
