import type { ImportLabels } from '../../main/contract/imports.ts';
import { openPasteDialog } from '../import/paste-request.ts';
import type { NamedIn } from './dragged-links.ts';
import { namesPages, unique } from './name-pages.ts';
import { openSaveDialog } from './save-dialog.tsx';
import { findAddresses, savePages } from './save-pages.ts';

/** Takes a text that was pasted onto the window: for the pages that it names, or else for an article. */
export async function offerPasted({ text, linked }: NamedIn): Promise<void> {
  const addresses = await findAddresses(text);
  // Links that do not show are not what somebody sees who pastes: they are only offered.
  if (namesPages(text, addresses)) offerPages(addresses);
  else openPasteDialog(text, linked);
}

/** Takes a link or a text that was dropped on the window, or on a place whose labels its pages get. */
export async function offerDropped({ text, linked }: NamedIn, labels?: ImportLabels): Promise<void> {
  const addresses = unique([...(await findAddresses(text)), ...linked]);
  if (namesPages(text, addresses)) offerPages(addresses, labels);
  else if (text.trim() !== '') openPasteDialog(text, linked);
}

/** One page is saved at once; many are shown first. */
export function offerPages(addresses: readonly string[], labels?: ImportLabels): void {
  if (addresses.length === 1) void savePages(addresses, labels);
  else openSaveDialog(addresses, labels);
}
