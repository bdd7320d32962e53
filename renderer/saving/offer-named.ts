import type { ImportLabels } from '../../main/contract/imports.ts';
import { openPasteDialog } from '../import/paste-request.ts';
import type { NamedIn } from './dragged-links.ts';
import { namesPages, unique } from './name-pages.ts';
import { currentSettings } from '../settings/settings-query.ts';
import { openSaveDialog } from './save-dialog.tsx';
import { findAddresses, keepPages, savePages } from './save-pages.ts';

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

/** Takes a link or a text that was dropped on the place of what is to be fetched. */
export async function keepDropped({ text, linked }: NamedIn): Promise<void> {
  const addresses = unique([...(await findAddresses(text)), ...linked]);
  if (addresses.length > 0) await keepPages(addresses);
  else openPasteDialog(text, linked);
}

/** One page is saved at once, or kept for later while there is no network; many are shown first. */
export function offerPages(addresses: readonly string[], labels?: ImportLabels): void {
  const [only = ''] = addresses;
  if (addresses.length > 1) openSaveDialog(addresses, labels);
  else if (mayBeReached(only)) void savePages(addresses, labels);
  else void keepPages(addresses, labels, 'offline');
}

/** Hosts that the user allows may be on this very computer. */
function mayBeReached(address: string): boolean {
  const { host, hostname } = URL.parse(address) ?? { host: '', hostname: '' };
  return navigator.onLine || currentSettings().allowedHosts.some((allowed) => allowed === host || allowed === hostname);
}
