import type { ImportProgress } from '../../main/contract/imports.ts';
import { formatAddress, importAddress } from '../app/address.ts';
import { dismissToastsAbout, showToast } from '../app/toasts.ts';
import { words } from '../app/words.ts';
import { announceSaved } from '../saving/announce-saved.ts';
import { showReport } from './start-import.ts';

const announced = new Set<string>();

/** Says once that an import came to its end, unless its report is being looked at. */
export function announceFinishedImport(progress: ImportProgress): void {
  const { id, origin, state, label, counts, dryRun } = progress;
  // What comes from watched folders comes all day long: they say it where they stand.
  if (origin === 'watched') return;
  // Nobody waits any more for what was cancelled: the message that it goes on is taken away.
  if (state === 'cancelled') dismissToastsAbout(id);
  if (dryRun || (state !== 'finished' && state !== 'failed') || announced.has(id)) return;
  announced.add(id);
  if (origin === 'addresses') return void announceSaved(progress);
  if (location.pathname === formatAddress(importAddress(id))) return;
  const text =
    state === 'failed'
      ? words.import.announceStopped(label)
      : words.import.announceFinished(label, counts.imported, counts.duplicates, counts.failed);
  showToast(text, { label: words.import.showReport, isUndo: false, run: () => showReport(id) }, id);
}
