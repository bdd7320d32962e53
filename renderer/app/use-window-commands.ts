import { useEffect } from 'react';
import { openImportChooser } from '../import/import-chooser.ts';
import { openPasteDialog } from '../import/paste-request.ts';
import { importSamples } from '../import/start-import.ts';
import { fetchUnfetched } from '../saving/fetch-pages.ts';
import { openSaveDialog } from '../saving/save-dialog.tsx';
import { changeSettings, currentSettings } from '../settings/settings-query.ts';
import type { Address } from './address.ts';
import { importAddress, placeAddress, searchAddress, settingsAddress } from './address.ts';
import { runCommand, useCommand } from './commands.ts';
import { focusNextPane, focusPane } from './panes.ts';
import { handleKey } from './shortcuts.ts';
import { undoNewest } from './toasts.ts';
import { useAddress } from './use-address.ts';

/** The commands that mean the same wherever the window is. `showOverlay` opens what lies over all places. */
export function useWindowCommands(showOverlay: (overlay: 'palette' | 'shortcuts') => void): void {
  useEffect(() => {
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, []);
  useCommand('palette', () => showOverlay('palette'));
  useCommand('shortcuts', () => showOverlay('shortcuts'));
  useCommand('next-pane', () => focusNextPane(1));
  useCommand('previous-pane', () => focusNextPane(-1));
  useCommand('undo', undoNewest);
  useGoCommands();
  useImportCommands();
  useViewCommands();
}

function useGoCommands(): void {
  const [, go] = useAddress();
  function show(address: Address): void {
    go(address);
    focusPane('list', 'main');
  }
  useCommand('go-all', () => show(placeAddress('all')));
  useCommand('go-unread', () => show(placeAddress('unread')));
  useCommand('go-favourites', () => show(placeAddress('favourites')));
  useCommand('go-archive', () => show(placeAddress('archive')));
  useCommand('go-unfetched', () => show(placeAddress('unfetched')));
  useCommand('go-trash', () => show(placeAddress('trash')));
  useCommand('go-import', () => show(importAddress()));
  useCommand('go-settings', () => show(settingsAddress()));
  useCommand('go-requests', () => show(settingsAddress('requests')));
  useCommand('search-help', () => {
    go(searchAddress(''));
    runCommand('search');
  });
}

function useImportCommands(): void {
  useCommand('import-files', () => openImportChooser('files'));
  useCommand('import-folder', () => openImportChooser('folder'));
  useCommand('import-text', () => openPasteDialog(''));
  useCommand('save-address', () => openSaveDialog([]));
  useCommand('fetch-unfetched', () => void fetchUnfetched());
  useCommand('import-samples', () => void importSamples());
}

function useViewCommands(): void {
  useCommand('theme-system', () => void changeSettings({ theme: 'system' }));
  useCommand('theme-light', () => void changeSettings({ theme: 'light' }));
  useCommand('theme-sepia', () => void changeSettings({ theme: 'sepia' }));
  useCommand('theme-dark', () => void changeSettings({ theme: 'dark' }));
  useCommand('theme-contrast', () => void changeSettings({ theme: 'contrast' }));
  useCommand('text-larger', () => changeTextSize(10));
  useCommand('text-smaller', () => changeTextSize(-10));
}

const SMALLEST_TEXT = 70;
const LARGEST_TEXT = 220;

function changeTextSize(percent: number): boolean {
  const { textSize } = currentSettings();
  const next = Math.min(LARGEST_TEXT, Math.max(SMALLEST_TEXT, textSize + percent));
  void changeSettings({ textSize: next });
  return true;
}
