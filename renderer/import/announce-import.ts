import type { ImportProgress } from '../../main/contract/imports.ts';
import { formatAddress, importAddress } from '../app/address.ts';
import { showToast } from '../app/toasts.ts';
import { words } from '../app/words.ts';
import { showReport } from './start-import.ts';

const announced = new Set<string>();

/** Says once that an import came to its end, unless its report is being looked at. */
export function announceFinishedImport({ id, origin, state, label, counts, dryRun }: ImportProgress): void {
  // What comes from watched folders comes all day long: they say it where they stand.
  if (origin === 'watched') return;
  if (dryRun || (state !== 'finished' && state !== 'failed') || announced.has(id)) return;
  announced.add(id);
  if (location.pathname === formatAddress(importAddress(id))) return;
  const text =
    state === 'failed'
      ? words.import.announceStopped(label)
      : words.import.announceFinished(label, counts.imported, counts.failed);
  showToast(text, { label: words.import.showReport, isUndo: false, run: () => showReport(id) }, id);
}
