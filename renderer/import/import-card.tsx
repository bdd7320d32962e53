import { Link } from 'wouter';
import type { ImportProgress } from '../../main/contract/imports.ts';
import { formatAddress, importAddress } from '../app/address.ts';
import { errorWords } from '../app/error-words.ts';
import { formatNumber } from '../app/format.ts';
import { words } from '../app/words.ts';
import { SavingSteps } from '../saving/saving-steps.tsx';
import { ImportControls } from './import-controls.tsx';
import { ImportMeter } from './import-meter.tsx';
import { isRunning } from './import-queries.ts';
import { stateWords } from './state-words.ts';

/** One import in a few lines: what it is, how far it is, how it ended. */
export function ImportCard({ progress }: { readonly progress: ImportProgress }) {
  const { id, label, counts } = progress;
  return (
    <li className="import-card" data-state={progress.state}>
      <div className="import-card-head">
        <h3 dir="auto">{label}</h3>
        <Link href={formatAddress(importAddress(id))} aria-label={words.import.reportOf(label)}>
          {words.import.report}
        </Link>
        <ImportControls progress={progress} />
      </div>
      {isRunning(progress) && <ImportMeter progress={progress} />}
      {isRunning(progress) && <SavingSteps steps={progress.saving} />}
      <p className="import-card-facts">
        <span>{stateWords(progress)}</span>
        <span>{`${words.import.lists.imported}: ${formatNumber(counts.imported)}`}</span>
        {counts.duplicates > 0 && <span>{`${words.import.lists.duplicates}: ${formatNumber(counts.duplicates)}`}</span>}
        {counts.failed > 0 && <span className="is-failed">{`${words.import.lists.failed}: ${formatNumber(counts.failed)}`}</span>}
      </p>
      {progress.error && <ImportError error={progress.error} />}
    </li>
  );
}

/** Why an import as a whole could not go on. */
export function ImportError({ error }: { readonly error: NonNullable<ImportProgress['error']> }) {
  const { title, action } = errorWords[error.code];
  return (
    <p className="import-error" role="alert">
      <strong>{title}.</strong> {error.message} {action}
    </p>
  );
}
