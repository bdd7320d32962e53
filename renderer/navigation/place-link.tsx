import type { LucideIcon } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Link } from 'wouter';
import { formatAddress, type Address } from '../app/address.ts';
import type { DropPlace } from './drop-articles.ts';
import { useDropTarget } from './use-drop-target.ts';

interface PlaceLinkProps {
  /** Names of the library's own have none: there are too many of them to tell apart by signs. */
  readonly icon?: LucideIcon;
  readonly name: string;
  readonly address: Address;
  readonly isCurrent: boolean;
  /** Undefined while it is not known. */
  readonly count: string | undefined;
  /** What has come into it, in words. */
  readonly news?: string | undefined;
  /** What dropping something on it means; left out where it means nothing. */
  readonly drop?: DropPlace;
  /** How deep it lies in others. */
  readonly depth?: number;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

/** A place with its count: a link like any other, and somewhere to drop articles. */
export function PlaceLink({ icon: Icon, name, address, isCurrent, count, news, drop, depth = 0, onKeyDown }: PlaceLinkProps): ReactNode {
  const target = useDropTarget(drop ?? null);
  return (
    <Link
      href={formatAddress(address)}
      className="place"
      title={name}
      aria-current={isCurrent ? 'page' : undefined}
      data-pane-focus={isCurrent ? '' : undefined}
      data-over={target.over ? '' : undefined}
      data-label={Icon ? undefined : ''}
      style={depth > 0 ? { paddingInlineStart: `calc(${depth} * 0.875rem + 1.625rem)` } : undefined}
      draggable={false}
      onKeyDown={onKeyDown}
      {...target.props}
    >
      {Icon && <Icon aria-hidden size={17} strokeWidth={1.75} />}
      <span className="place-name" dir={Icon ? undefined : 'auto'}>
        {name}
      </span>
      {news !== undefined && <span className="place-news">{news}</span>}
      {count !== undefined && <span className="place-count">{count}</span>}
    </Link>
  );
}
