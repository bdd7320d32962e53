import { Pause, Play } from 'lucide-react';
import type { ImportProgress } from '../../main/contract/imports.ts';
import { importWords } from '../app/import-words.ts';
import { words } from '../app/words.ts';
import { Button } from '../ui/button.tsx';
import { continueImport, pauseImport } from './import-actions.ts';
import { canContinue, isRunning } from './import-queries.ts';
import { cancelImport } from './uploads.ts';

/** What can be done with an import that has not ended: stopping it for a while, going on with it, stopping it for good. */
export function ImportControls({ progress }: { readonly progress: ImportProgress }) {
  const { id, label, state } = progress;
  if (!isRunning(progress) && !canContinue(progress)) return null;
  return (
    <div className="import-controls">
      {(state === 'running' || state === 'receiving') && (
        <Button look="quiet" icon={Pause} aria-label={importWords.pauseImport(label)} onClick={() => void pauseImport(id)}>
          {importWords.pause}
        </Button>
      )}
      {canContinue(progress) && (
        <Button look="quiet" icon={Play} aria-label={importWords.continueImport(label)} onClick={() => void continueImport(id)}>
          {importWords.continue}
        </Button>
      )}
      <Button look="quiet" aria-label={importWords.cancelImport(label)} onClick={() => void cancelImport(id)}>
        {words.cancel}
      </Button>
    </div>
  );
}
