import { navigate } from 'wouter/use-browser-location';
import type { Outcome } from '../../main/contract/define.ts';
import type { ImportId } from '../../main/contract/ids.ts';
import type { ImportLabels } from '../../main/contract/imports.ts';
import { importOptionsOf } from '../../main/contract/settings.ts';
import type { WindowBridge } from '../../main/contract/window-bridge.ts';
import { formatAddress, importAddress } from '../app/address.ts';
import { errorWords } from '../app/error-words.ts';
import { hostBridge } from '../app/host-bridge.ts';
import { CallFailure, library, valueOf } from '../app/library-client.ts';
import { queryClient } from '../app/query-client.ts';
import { showToast } from '../app/toasts.ts';
import { words } from '../app/words.ts';
import { currentSettings } from '../settings/settings-query.ts';
import { offerPaths, offerUpload } from './look-before.ts';
import { startUpload } from './uploads.ts';
import { chosenFiles, walkEntries, type UploadItem } from './walk-dropped.ts';

/** Imports what was dropped: the entries were taken out of the drop while it was handled. */
export async function importEntries(entries: readonly FileSystemEntry[], labels?: ImportLabels): Promise<void> {
  const [first] = entries;
  if (first) await upload(words.import.droppedLabel(first.name, entries.length), walkEntries(entries), labels);
}

/** Imports what was chosen in a file dialog or pasted as files; in a desktop also what was dropped. */
export async function importFiles(files: readonly File[], labels?: ImportLabels): Promise<void> {
  const [first] = files;
  if (!first) return;
  if (hostBridge) return offerFromDisk(hostBridge, files, labels);
  const folder = first.webkitRelativePath.split('/')[0];
  const label = folder || words.import.droppedLabel(first.name, files.length);
  await upload(label, chosenFiles(files), labels);
}

async function upload(label: string, items: Iterable<UploadItem> | AsyncIterable<UploadItem>, labels: ImportLabels | undefined): Promise<void> {
  await offerUpload(label, items, (all) => startUpload(label, all, labels));
}

async function offerFromDisk(bridge: WindowBridge, files: readonly File[], labels: ImportLabels | undefined): Promise<void> {
  try {
    const label = words.import.droppedLabel(files[0]?.name ?? '', files.length);
    await offerPaths(label, (sample) => bridge.importDropped(files, { sample }), () => void importFromDisk(bridge, files, labels));
  } catch (error) {
    tellFailure(error);
  }
}

/** In a desktop the library reads files and folders itself, where they lie. */
async function importFromDisk(bridge: WindowBridge, files: readonly File[], labels: ImportLabels | undefined): Promise<void> {
  try {
    const { withoutPath } = await valueOf(bridge.importDropped(files, labels));
    void queryClient.invalidateQueries({ queryKey: ['imports', 'list'] });
    if (withoutPath.length > 0) showToast(words.import.withoutPath(withoutPath.length, withoutPath[0] ?? ''));
  } catch (error) {
    tellFailure(error);
  }
}

/** The sample articles that come with Carrel. */
export function importSamples(): Promise<boolean> {
  return start(library['imports.startSamples']({}));
}

/** One article from the clipboard. @returns whether the library took it */
export function importText(text: string): Promise<boolean> {
  return start(library['imports.startText']({ text, name: words.import.pastedName, options: importOptionsOf(currentSettings()) }));
}

async function start(call: Promise<Outcome<{ importId: ImportId }>>): Promise<boolean> {
  try {
    await valueOf(call);
    void queryClient.invalidateQueries({ queryKey: ['imports', 'list'] });
    return true;
  } catch (error) {
    tellFailure(error);
    return false;
  }
}

function tellFailure(error: unknown): void {
  const { title, action } = errorWords[error instanceof CallFailure ? error.code : 'internal'];
  showToast(`${title}. ${action}`);
}

/** Shows the report of an import; for places outside of React. */
export function showReport(importId: ImportId): void {
  navigate(formatAddress(importAddress(importId)));
}
