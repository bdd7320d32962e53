import { useQuery } from '@tanstack/react-query';
import { BookMarked, Circle, Download, Keyboard, Library, Trash2, type LucideIcon } from 'lucide-react';
import { Link } from 'wouter';
import { importsQuery, isRunning } from '../import/import-queries.ts';
import { useCounts } from '../library/use-counts.ts';
import { IconButton } from '../ui/button.tsx';
import { formatAddress, importAddress, placeAddress, type Address } from './address.ts';
import { formatNumber } from './format.ts';
import { ThemeChoice } from './theme-choice.tsx';
import { words } from './words.ts';

interface NavigationProps {
  readonly address: Address;
  readonly onShortcuts: () => void;
}

/** The places of the window, each with its count. A column at the left, a row on top of a narrow window. */
export function Navigation({ address, onShortcuts }: NavigationProps) {
  const { data: counts } = useCounts();
  const { data: imports = [] } = useQuery(importsQuery);
  const running = imports.filter(isRunning).length;
  const current = address.view === 'import' ? 'import' : address.place.kind;
  return (
    <header className="navigation" data-pane="navigation" tabIndex={-1}>
      <p className="app-name">
        <BookMarked aria-hidden size={20} strokeWidth={1.75} />
        <span>{words.appName}</span>
      </p>
      <nav aria-label={words.navigation.label} className="places">
        {(['all', 'unread', 'trash'] as const).map((kind) => (
          <PlaceLink
            key={kind}
            icon={PLACE_ICONS[kind]}
            name={words.navigation[kind]}
            address={placeAddress(kind)}
            isCurrent={current === kind}
            count={counts && formatNumber({ all: counts.articles, unread: counts.unread, trash: counts.trashed }[kind])}
          />
        ))}
        <PlaceLink
          icon={Download}
          name={words.navigation.import}
          address={importAddress()}
          isCurrent={current === 'import'}
          count={running > 0 ? words.navigation.running(running) : undefined}
        />
      </nav>
      <div className="navigation-foot">
        <ThemeChoice />
        <IconButton icon={Keyboard} label={words.navigation.shortcuts} aria-keyshortcuts="?" onClick={onShortcuts} />
      </div>
    </header>
  );
}

const PLACE_ICONS = { all: Library, unread: Circle, trash: Trash2 } as const;

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
