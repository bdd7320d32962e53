import { useState } from 'react';
import { ImportBar } from '../import/import-bar.tsx';
import { ImportPlace } from '../import/import-place.tsx';
import { PasteDialog } from '../import/paste-dialog.tsx';
import { PreviewDialog } from '../import/preview-dialog.tsx';
import { WindowDrop } from '../import/window-drop.tsx';
import { ArticlesView } from '../library/articles-view.tsx';
import { SaveDialog } from '../saving/save-dialog.tsx';
import { SettingsPlace } from '../settings/settings-place.tsx';
import { useWindowAppearance } from '../settings/use-appearance.ts';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { Toaster } from '../ui/toaster.tsx';
import { ConnectionNotice } from './connection-notice.tsx';
import { CommandPalette } from './command-palette.tsx';
import { Navigation } from '../navigation/navigation.tsx';
import { focusPane } from './panes.ts';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { useAddress } from './use-address.ts';
import { useLibraryEvents } from './use-library-events.ts';
import { useWindowCommands } from './use-window-commands.ts';
import { words } from './words.ts';

/** The same wherever the window is, so that no key in the search box draws them again. */
const OVER_ALL_PLACES = (
  <>
    <Toaster />
    <WindowDrop />
    <PasteDialog />
    <SaveDialog />
    <PreviewDialog />
  </>
);
const IMPORT_BAR = <ImportBar />;

/** The window: navigation, the place that the address names, and what lies over all places. */
export function AppWindow() {
  const [address] = useAddress();
  const [overlay, setOverlay] = useState<'palette' | 'shortcuts' | null>(null);
  useWindowAppearance();
  useLibraryEvents();
  useWindowCommands(setOverlay);

  const articles = address.view === 'articles';
  const reading = articles && address.articleId !== null;
  return (
    <div className="window" data-view={address.view} data-reading={reading ? '' : undefined}>
      <SkipLinks hasReader={articles} />
      <ConnectionNotice />
      <Navigation address={address} onOverlay={setOverlay} />
      <ErrorBoundary resetKey={address.view}>
        {address.view === 'articles' ? (
          <ArticlesView place={address.place} articleId={address.articleId} />
        ) : address.view === 'import' ? (
          <ImportPlace importId={address.importId} />
        ) : (
          <SettingsPlace part={address.part} />
        )}
      </ErrorBoundary>
      {articles && IMPORT_BAR}
      {OVER_ALL_PLACES}
      {overlay === 'shortcuts' && <ShortcutSheet onClose={() => setOverlay(null)} />}
      {overlay === 'palette' && <CommandPalette onClose={() => setOverlay(null)} />}
    </div>
  );
}

/** The first stops of the Tab key: past the navigation, and past the list. */
function SkipLinks({ hasReader }: { readonly hasReader: boolean }) {
  return (
    <div className="skip-links">
      <button type="button" className="skip-link" onClick={() => focusPane('list', 'reader', 'main')}>
        {words.navigation.skip}
      </button>
      {hasReader && (
        <button type="button" className="skip-link" onClick={() => focusPane('reader', 'list')}>
          {words.navigation.skipToReader}
        </button>
      )}
    </div>
  );
}
