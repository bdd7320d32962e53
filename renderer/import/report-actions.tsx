import { FileSpreadsheet, PencilLine, Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { ImportProgress } from '../../main/contract/imports.ts';
import { importAddress } from '../app/address.ts';
import { importWords } from '../app/import-words.ts';
import { useAddress } from '../app/use-address.ts';
import { words } from '../app/words.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { correctImported, exportReport, forgetImport, undoImport } from './import-actions.ts';

/** What can be done with an import that has ended, and with its report. */
export function ReportActions({ progress }: { readonly progress: ImportProgress }) {
  const [asking, setAsking] = useState<'undo' | 'forget' | null>(null);
  const [, go] = useAddress();
  const { id, label, counts, undoneAt } = progress;
  const brought = counts.imported + counts.duplicates;

  async function forget(): Promise<void> {
    if (await forgetImport(id)) go(importAddress(), { replace: true });
  }

  return (
    <div className="report-actions" role="group" aria-label={importWords.actionsLabel}>
      {brought > 0 && undoneAt === null && (
        <>
          <Button icon={PencilLine} onClick={() => void correctImported(progress)}>
            {importWords.correctAll}
          </Button>
          <Button icon={Undo2} onClick={() => setAsking('undo')}>
            {importWords.undoImport}
          </Button>
        </>
      )}
      <Button icon={FileSpreadsheet} onClick={() => void exportReport(progress)}>
        {importWords.exportReport}
      </Button>
      <Button icon={Trash2} onClick={() => setAsking('forget')}>
        {importWords.forget}
      </Button>
      {asking === 'undo' && (
        <ConfirmDialog title={importWords.undoTitle(label)} keep={words.cancel} confirm={importWords.undoConfirm} onAnswer={(confirmed) => answer(confirmed, () => undoImport(progress))}>
          <p>{importWords.undoAsk(counts.imported)}</p>
        </ConfirmDialog>
      )}
      {asking === 'forget' && (
        <ConfirmDialog title={importWords.forgetTitle(label)} keep={importWords.forgetKeep} confirm={importWords.forget} onAnswer={(confirmed) => answer(confirmed, forget)}>
          <p>{importWords.forgetAsk}</p>
        </ConfirmDialog>
      )}
    </div>
  );

  function answer(confirmed: boolean, act: () => Promise<void>): void {
    setAsking(null);
    if (confirmed) void act();
  }
}
