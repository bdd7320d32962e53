import { useState, useSyncExternalStore } from 'react';
import { useCommand } from '../app/commands.ts';
import { rememberCollapsed, useNavigationMemory } from './navigation-memory.ts';

/** Below this width the navigation leaves its room to the list and the reader. The same number stands in layout.css. */
const NARROW = '(max-width: 1100px)';

interface NavigationShape {
  /** `rail`: icons only, to leave room. */
  readonly shape: 'full' | 'rail';
  /** Whether the whole navigation lies over a window that only has room for the rail. */
  readonly drawerOpen: boolean;
  readonly toggle: () => void;
  readonly closeDrawer: () => void;
}

/** How much of the navigation is shown: as much as there is room for, unless the user wants less. */
export function useNavigationShape(): NavigationShape {
  const narrow = useSyncExternalStore(watchWidth, () => matchMedia(NARROW).matches);
  const { collapsed } = useNavigationMemory();
  const [wantsDrawer, setWantsDrawer] = useState(false);

  // A window that has become wide shows everything anyway.
  if (!narrow && wantsDrawer) setWantsDrawer(false);

  function toggle(): void {
    if (narrow) setWantsDrawer((open) => !open);
    else rememberCollapsed(!collapsed);
  }
  useCommand('toggle-navigation', toggle);

  return { shape: narrow || collapsed ? 'rail' : 'full', drawerOpen: narrow && wantsDrawer, toggle, closeDrawer: () => setWantsDrawer(false) };
}

function watchWidth(listener: () => void): () => void {
  const query = matchMedia(NARROW);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
