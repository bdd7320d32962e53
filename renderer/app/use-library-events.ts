import { useEffect } from 'react';
import type { LibraryEvent } from '../../main/contract/events.ts';
import { announceFinishedImport } from '../import/announce-import.ts';
import { listenToHostRequests } from './host-requests.ts';
import { settingsChanged } from '../settings/settings-query.ts';
import { subscribeToLibrary } from './library-events.ts';
import { articlesChanged, everythingChanged, importProgressed, probeLibrary, searchChanged, watchedChanged } from './query-client.ts';

/** Keeps what the window shows in step with the library, for as long as the calling component is there. */
export function useLibraryEvents(): void {
  useEffect(() => subscribeToLibrary({ onEvent: apply, onInterrupt: probeLibrary, onResume: everythingChanged }), []);
  useEffect(listenToHostRequests, []);
}

function apply(event: LibraryEvent): void {
  switch (event.type) {
    case 'articles-changed':
      return articlesChanged();
    case 'search-ready':
      return searchChanged();
    case 'import-progress':
      importProgressed(event.progress);
      return announceFinishedImport(event.progress);
    case 'settings-changed':
      return settingsChanged();
    case 'watched-changed':
      return watchedChanged();
  }
}
