import { useQuery } from '@tanstack/react-query';
import { Archive, Circle, CloudDownload, Download, Library, Settings, Star, Trash2 } from 'lucide-react';
import { importAddress, placeAddress, settingsAddress, SHELVES, type Address, type Shelf } from '../app/address.ts';
import { formatNumber } from '../app/format.ts';
import { words } from '../app/words.ts';
import { importsQuery, isRunning } from '../import/import-queries.ts';
import { useCounts } from '../library/use-counts.ts';
import { PlaceLink } from './place-link.tsx';

interface PlacesProps {
  readonly address: Address;
}

const ICONS = { all: Library, unread: Circle, favourites: Star, archive: Archive, unfetched: CloudDownload, trash: Trash2 } as const;

/** The places that every library has. */
export function ShelfPlaces({ address }: PlacesProps) {
  const { data: counts } = useCounts();
  const numbers = counts && { all: counts.articles, unread: counts.unread, favourites: counts.favourites, archive: counts.archived, unfetched: counts.unfetched, trash: counts.trashed };
  const isCurrent = (kind: Shelf) => address.view === 'articles' && address.place.kind === kind;
  // For most readers there is none: what is never needed is not in the way.
  const shown = SHELVES.filter((kind) => kind !== 'unfetched' || isCurrent(kind) || (counts?.unfetched ?? 0) > 0);
  return (
    <ul className="places">
      {shown.map((kind) => (
        <li key={kind}>
          <PlaceLink
            icon={ICONS[kind]}
            name={words.navigation[kind]}
            address={placeAddress(kind)}
            isCurrent={isCurrent(kind)}
            count={numbers && formatNumber(numbers[kind])}
            drop={{ kind }}
          />
        </li>
      ))}
    </ul>
  );
}

/** The places beside the library itself. They keep their room at the foot, so that no name moves them. */
export function OtherPlaces({ address }: PlacesProps) {
  const { data: imports = [] } = useQuery(importsQuery);
  const running = imports.filter(isRunning).length;
  return (
    <ul className="places">
      <li>
        <PlaceLink
          icon={Download}
          name={words.navigation.import}
          address={importAddress()}
          isCurrent={address.view === 'import'}
          count={running > 0 ? words.navigation.running(running) : undefined}
        />
      </li>
      <li>
        <PlaceLink icon={Settings} name={words.navigation.settings} address={settingsAddress()} isCurrent={address.view === 'settings'} count={undefined} />
      </li>
    </ul>
  );
}
