import { useEffect, useState } from 'react';
import { ImportBar } from '../import/import-bar.tsx';
import { ImportPlace } from '../import/import-place.tsx';
import { PasteDialog } from '../import/paste-dialog.tsx';
import { WindowDrop } from '../import/window-drop.tsx';
import { ArticlesView } from '../library/articles-view.tsx';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { Toaster } from '../ui/toaster.tsx';
import { useCommand } from './commands.ts';
import { ConnectionNotice } from './connection-notice.tsx';
import { Navigation } from './navigation.tsx';
import { focusNextPane, focusPane } from './panes.ts';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { handleKey } from './shortcuts.ts';
import { useAddress } from './use-address.ts';
import { useLibraryEvents } from './use-library-events.ts';
import { words } from './words.ts';

/** The window: navigation, the place that the address names, and what lies over all places. */
export function AppWindow() {
  const [address] = useAddress();
  const [sheetOpen, setSheetOpen] = useState(false);
  useLibraryEvents();
  useEffect(() => {
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, []);
  useCommand('shortcuts', () => setSheetOpen(true));
  useCommand('next-pane', () => focusNextPane(1));
  useCommand('previous-pane', () => focusNextPane(-1));

  const articles = address.view === 'articles';
  const reading = articles && address.articleId !== null;
  return (
    <div className="window" data-view={address.view} data-reading={reading ? '' : undefined}>
      <SkipLinks hasReader={articles} />
      <ConnectionNotice />
      <Navigation address={address} onShortcuts={() => setSheetOpen(true)} />
      <ErrorBoundary resetKey={address.view}>
        {address.view === 'articles' ? (
          <ArticlesView place={address.place} articleId={address.articleId} />
        ) : (
          <ImportPlace importId={address.importId} />
        )}
      </ErrorBoundary>
      {articles && <ImportBar />}
      <Toaster />
      <WindowDrop />
      <PasteDialog />
      {sheetOpen && <ShortcutSheet onClose={() => setSheetOpen(false)} />}
    </div>
  );
}

/** The first stops of the Tab key: past the navigation, and past the list. */
function SkipLinks({ hasReader }: { readonly hasReader: boolean }) {
  return (
    <div className="skip-links">
      <button type="button" className="skip-link" onClick={() => focusPane('list') || focusPane('reader') || focusPane('main')}>
        {words.navigation.skip}
      </button>
      {hasReader && (
        <button type="button" className="skip-link" onClick={() => focusPane('reader') || focusPane('list')}>
          {words.navigation.skipToReader}
        </button>
      )}
    </div>
  );
}
