import { BookMarked, Keyboard, PanelLeft, SquareTerminal } from 'lucide-react';
import { memo } from 'react';
import type { SmartId } from '../../main/contract/ids.ts';
import type { Address } from '../app/address.ts';
import { ariaKeys } from '../app/shortcuts.ts';
import { words } from '../app/words.ts';
import { IconButton } from '../ui/button.tsx';
import { LabelPlaces } from './labels.tsx';
import { NavigationDrawer } from './navigation-drawer.tsx';
import { OtherPlaces, ShelfPlaces } from './shelf-places.tsx';
import { SmartPlaces } from './smart-places.tsx';
import { useNavigationShape } from './use-navigation-shape.ts';

interface NavigationProps {
  readonly address: Address;
  readonly onOverlay: (overlay: 'palette' | 'shortcuts') => void;
}

/** The places of the window, each with its count: a column, or a rail of signs when there is no room or no wish for it. */
export const Navigation = memo(function Navigation({ address, onOverlay }: NavigationProps) {
  const { shape, drawerOpen, toggle, closeDrawer } = useNavigationShape();
  return (
    <>
      <header className="navigation" data-pane="navigation" data-shape={shape} tabIndex={-1} inert={drawerOpen} aria-hidden={drawerOpen || undefined}>
        {shape === 'full' ? (
          <WholeNavigation address={address} onOverlay={onOverlay} onHide={toggle} />
        ) : (
          <>
            <IconButton icon={PanelLeft} label={words.navigation.show} aria-keyshortcuts={ariaKeys('toggle-navigation')} aria-expanded={drawerOpen} onClick={toggle} />
            <nav aria-label={words.navigation.label} className="rail-places">
              <ShelfPlaces address={address} />
              <OtherPlaces address={address} />
            </nav>
            <Foot onOverlay={onOverlay} />
          </>
        )}
      </header>
      {drawerOpen && (
        <NavigationDrawer onClose={closeDrawer}>
          <WholeNavigation
            address={address}
            onHide={closeDrawer}
            onOverlay={(overlay) => {
              closeDrawer();
              onOverlay(overlay);
            }}
          />
        </NavigationDrawer>
      )}
    </>
  );
}, isSameNavigation);

/** What is searched for changes with every key, and nothing here with it. */
function isSameNavigation(before: NavigationProps, after: NavigationProps): boolean {
  const [from, to] = [smartOf(before.address), smartOf(after.address)];
  return before.onOverlay === after.onOverlay && (before.address === after.address || (from !== undefined && from === to));
}

/** The smart collection that a search was opened as, or null; undefined in any other place. */
function smartOf(address: Address): SmartId | null | undefined {
  return address.view === 'articles' && address.place.kind === 'search' ? address.place.smart : undefined;
}

interface WholeNavigationProps extends NavigationProps {
  readonly onHide: () => void;
}

function WholeNavigation({ address, onOverlay, onHide }: WholeNavigationProps) {
  return (
    <>
      <div className="navigation-head">
        <p className="app-name">
          <BookMarked aria-hidden size={20} strokeWidth={1.75} />
          <span>{words.appName}</span>
        </p>
        <IconButton icon={PanelLeft} label={words.navigation.hide} aria-keyshortcuts={ariaKeys('toggle-navigation')} onClick={onHide} />
      </div>
      <nav aria-label={words.navigation.label} className="whole-places">
        <div className="navigation-scroller">
          <ShelfPlaces address={address} />
          <SmartPlaces address={address} />
          <LabelPlaces address={address} />
        </div>
        <OtherPlaces address={address} />
      </nav>
      <Foot onOverlay={onOverlay} />
    </>
  );
}

function Foot({ onOverlay }: Pick<NavigationProps, 'onOverlay'>) {
  return (
    <div className="navigation-foot">
      <IconButton icon={SquareTerminal} label={words.navigation.commands} aria-keyshortcuts={ariaKeys('palette')} onClick={() => onOverlay('palette')} />
      <IconButton icon={Keyboard} label={words.navigation.shortcuts} aria-keyshortcuts={ariaKeys('shortcuts')} onClick={() => onOverlay('shortcuts')} />
    </div>
  );
}
