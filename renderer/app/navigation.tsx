import { useQuery } from '@tanstack/react-query';
import { Archive, BookMarked, Circle, Download, Keyboard, Library, Settings, SquareTerminal, Star, Trash2, type LucideIcon } from 'lucide-react';
import { Link } from 'wouter';
import { importsQuery, isRunning } from '../import/import-queries.ts';
import { useCounts } from '../library/use-counts.ts';
import { IconButton } from '../ui/button.tsx';
import { formatAddress, importAddress, placeAddress, SHELVES, type Address } from './address.ts';
import { formatNumber } from './format.ts';
import { ariaKeys } from './shortcuts.ts';
import { words } from './words.ts';

interface NavigationProps {
  readonly address: Address;
  readonly onOverlay: (overlay: 'palette' | 'shortcuts') => void;
}

/** The places of the window, each with its count. A column at the left, a row on top of a narrow window. */
export function Navigation({ address, onOverlay }: NavigationProps) {
  const { data: counts } = useCounts();
  const { data: imports = [] } = useQuery(importsQuery);
  const running = imports.filter(isRunning).length;
  const current = address.view === 'articles' ? address.place.kind : address.view;
  const numbers = counts && { all: counts.articles, unread: counts.unread, favourites: counts.favourites, archive: counts.archived, trash: counts.trashed };
  return (
    <header className="navigation" data-pane="navigation" tabIndex={-1}>
      <p className="app-name">
        <BookMarked aria-hidden size={20} strokeWidth={1.75} />
        <span>{words.appName}</span>
      </p>
      <nav aria-label={words.navigation.label} className="places">
        {SHELVES.map((kind) => (
          <PlaceLink
            key={kind}
            icon={PLACE_ICONS[kind]}
            name={words.navigation[kind]}
            address={placeAddress(kind)}
            isCurrent={current === kind}
            count={numbers && formatNumber(numbers[kind])}
          />
        ))}
        <PlaceLink
          icon={Download}
          name={words.navigation.import}
          address={importAddress()}
          isCurrent={current === 'import'}
          count={running > 0 ? words.navigation.running(running) : undefined}
        />
        <PlaceLink icon={Settings} name={words.navigation.settings} address={{ view: 'settings' }} isCurrent={current === 'settings'} count={undefined} />
      </nav>
      <div className="navigation-foot">
        <IconButton icon={SquareTerminal} label={words.navigation.commands} aria-keyshortcuts={ariaKeys('palette')} onClick={() => onOverlay('palette')} />
        <IconButton icon={Keyboard} label={words.navigation.shortcuts} aria-keyshortcuts={ariaKeys('shortcuts')} onClick={() => onOverlay('shortcuts')} />
      </div>
    </header>
  );
}

const PLACE_ICONS = { all: Library, unread: Circle, favourites: Star, archive: Archive, trash: Trash2 } as const;

interface PlaceLinkProps {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly address: Address;
  readonly isCurrent: boolean;
  readonly count: string | undefined;
}

function PlaceLink({ icon: Icon, name, address, isCurrent, count }: PlaceLinkProps) {
  return (
    <Link
      href={formatAddress(address)}
      className="place"
      aria-current={isCurrent ? 'page' : undefined}
      data-pane-focus={isCurrent ? '' : undefined}
    >
      <Icon aria-hidden size={17} strokeWidth={1.75} />
      <span className="place-name">{name}</span>
      {count !== undefined && <span className="place-count">{count}</span>}
    </Link>
  );
}
