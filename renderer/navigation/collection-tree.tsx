import { ChevronRight } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { labelAddress } from '../app/address.ts';
import { words } from '../app/words.ts';
import type { CollectionNode } from './build-tree.ts';
import { countOf } from './label-list.tsx';
import { rememberCollections, useNavigationMemory } from './navigation-memory.ts';
import { PlaceLink } from './place-link.tsx';

interface CollectionTreeProps {
  readonly nodes: readonly CollectionNode[];
  /** The path of the collection that the window shows. */
  readonly current: string | null;
  readonly label?: string;
  readonly depth?: number;
}

/** Collections in one another: links in nested lists, which can be folded by a button or with the arrow keys. */
export function CollectionTree({ nodes, current, label, depth = 0 }: CollectionTreeProps) {
  return (
    <ul className="places" aria-label={label}>
      {nodes.map((node) => (
        <CollectionItem key={node.path} node={node} current={current} depth={depth} />
      ))}
    </ul>
  );
}

function CollectionItem({ node, current, depth }: { readonly node: CollectionNode; readonly current: string | null; readonly depth: number }) {
  const { openCollections } = useNavigationMemory();
  const hasChildren = node.children.length > 0;
  const open = hasChildren && openCollections.includes(node.path);

  function fold(event: KeyboardEvent): void {
    const opening = event.key === 'ArrowRight';
    if (!hasChildren || (!opening && event.key !== 'ArrowLeft') || opening === open) return;
    event.preventDefault();
    rememberCollections([node.path], opening);
  }

  return (
    <li className="tree-item">
      {hasChildren && (
        <button
          type="button"
          className="tree-toggle"
          style={{ insetInlineStart: `${depth * 0.875}rem` }}
          aria-expanded={open}
          aria-label={words.navigation.within(node.name)}
          onClick={() => rememberCollections([node.path], !open)}
        >
          <ChevronRight aria-hidden size={14} strokeWidth={2} className="section-chevron" />
        </button>
      )}
      <PlaceLink
        name={node.name}
        address={labelAddress('collection', node.path)}
        isCurrent={current === node.path}
        count={countOf(node)}
        drop={{ kind: 'collection', name: node.path }}
        depth={depth}
        onKeyDown={fold}
      />
      {open && <CollectionTree nodes={node.children} current={current} label={words.navigation.within(node.name)} depth={depth + 1} />}
    </li>
  );
}
