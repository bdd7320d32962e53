import { useEffect, useState } from 'react';
import { labelAddress, type Address, type LabelKind } from '../app/address.ts';
import { buildTree, parentsOf } from './build-tree.ts';
import { CollectionTree } from './collection-tree.tsx';
import { countOf, LabelList } from './label-list.tsx';
import { rememberCollections } from './navigation-memory.ts';
import { PlaceLink } from './place-link.tsx';
import { useLabels, type Labels } from './use-labels.ts';

/** Collections, tags and sources: what the library's articles can be found under. Nothing while there are none. */
export function LabelPlaces({ address }: { readonly address: Address }) {
  const [all, setAll] = useState(false);
  const { data } = useLabels(all);
  const currentOf = (kind: LabelKind) => (address.view === 'articles' && address.place.kind === kind ? address.place.name : null);
  const collection = currentOf('collection');
  useShownParents(collection);
  if (!data) return null;
  const showAll = () => setAll(true);
  return (
    <>
      <Collections labels={data} current={collection} onAll={showAll} />
      <NamedPlaces kind="tag" items={data.tags} total={data.totals.tags} current={currentOf('tag')} onAll={showAll} />
      <NamedPlaces kind="site" items={data.sites} total={data.totals.sites} current={currentOf('site')} onAll={showAll} />
    </>
  );
}

interface CollectionsProps {
  readonly labels: Labels;
  readonly current: string | null;
  readonly onAll: () => void;
}

function Collections({ labels: { collections, totals }, current, onAll }: CollectionsProps) {
  const tree = buildTree(collections);
  const flat = collections.map(({ path, count }) => ({ path, count, name: path.split('/').join(' / '), children: [] }));
  const [searching, setSearching] = useState(false);
  const outermost = current?.split('/')[0] ?? null;
  return (
    <LabelList
      section="collections"
      items={searching ? flat : tree}
      total={totals.collections}
      current={outermost}
      onAll={onAll}
      onFilter={setSearching}
    >
      {(nodes) => <CollectionTree nodes={nodes} current={current} />}
    </LabelList>
  );
}

interface NamedPlacesProps {
  readonly kind: 'tag' | 'site';
  readonly items: Labels['tags'];
  readonly total: number;
  readonly current: string | null;
  readonly onAll: () => void;
}

function NamedPlaces({ kind, items, total, current, onAll }: NamedPlacesProps) {
  return (
    <LabelList section={kind === 'tag' ? 'tags' : 'sites'} items={items} total={total} current={current} onAll={onAll}>
      {(shown) => (
        <ul className="places">
          {shown.map((item) => (
            <li key={item.name}>
              <PlaceLink name={item.name} address={labelAddress(kind, item.name)} isCurrent={current === item.name} count={countOf(item)} drop={{ kind, name: item.name }} />
            </li>
          ))}
        </ul>
      )}
    </LabelList>
  );
}

/** A collection that the window goes to can be seen in the tree. */
function useShownParents(path: string | null): void {
  useEffect(() => {
    const parents = path === null ? [] : parentsOf(path);
    if (parents.length > 0) rememberCollections(parents, true);
  }, [path]);
}
