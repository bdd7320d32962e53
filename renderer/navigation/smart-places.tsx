import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { SmartCollection } from '../../main/contract/smart.ts';
import { smartAddress, type Address } from '../app/address.ts';
import { formatNumber } from '../app/format.ts';
import { smartCountQuery, smartListQuery } from '../search/smart-queries.ts';
import { smartWords } from '../app/smart-words.ts';
import { LabelSection } from './label-section.tsx';
import { PlaceLink } from './place-link.tsx';

/** The searches that were saved, each with what it finds now. Nothing while there are none. */
export function SmartPlaces({ address }: { readonly address: Address }) {
  const { data = [] } = useQuery(smartListQuery);
  const current = address.view === 'articles' && address.place.kind === 'search' ? address.place.smart : null;
  if (data.length === 0) return null;
  return (
    <LabelSection name="smart" total={data.length}>
      <ul className="places">
        {data.map((smart) => (
          <li key={smart.id}>
            <SmartPlace smart={smart} isCurrent={smart.id === current} />
          </li>
        ))}
      </ul>
    </LabelSection>
  );
}

function SmartPlace({ smart, isCurrent }: { readonly smart: SmartCollection; readonly isCurrent: boolean }) {
  const { data } = useQuery({ ...smartCountQuery(smart), placeholderData: keepPreviousData });
  return (
    <PlaceLink
      name={smart.name}
      address={smartAddress(smart)}
      isCurrent={isCurrent}
      count={data && formatNumber(data.total)}
      news={data && data.fresh > 0 ? smartWords.fresh(data.fresh) : undefined}
    />
  );
}
