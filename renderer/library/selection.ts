import type { ArticleId } from '../../main/contract/ids.ts';

/** A row from which a range is drawn: its article, and where it stood when it was chosen. */
export interface Anchor {
  readonly id: ArticleId;
  readonly index: number;
}

/** Articles that were selected, held by their ids: the list may change around them. */
export interface Selection {
  readonly ids: ReadonlySet<ArticleId>;
  readonly anchor: Anchor | null;
  /** What was selected when the anchor was set. A range comes on top of that, and takes the place of the range before. */
  readonly base: ReadonlySet<ArticleId>;
}

export const NOTHING_SELECTED: Selection = { ids: new Set(), anchor: null, base: new Set() };

/** Adds an article or takes it out; ranges begin there from now on. */
export function toggleSelected({ ids }: Selection, anchor: Anchor): Selection {
  const next = new Set(ids);
  if (!next.delete(anchor.id)) next.add(anchor.id);
  return { ids: next, anchor, base: next };
}

/** Draws a range from the anchor: all the articles between, both ends included. */
export function extendSelected({ base }: Selection, anchor: Anchor, range: Iterable<ArticleId>): Selection {
  const next = new Set(base);
  for (const id of range) next.add(id);
  return { ids: next, anchor, base };
}

/** All of a list, besides what is selected already. */
export function selectAlso({ ids, anchor }: Selection, others: Iterable<ArticleId>): Selection {
  const next = new Set(ids);
  for (const id of others) next.add(id);
  return { ids: next, anchor, base: next };
}

/** Without articles that are gone from the list. */
export function dropSelected({ ids, anchor, base }: Selection, gone: Iterable<ArticleId>): Selection {
  const away = new Set(gone);
  const left = new Set([...ids].filter((id) => !away.has(id)));
  if (left.size === 0) return NOTHING_SELECTED;
  return { ids: left, anchor: anchor && away.has(anchor.id) ? null : anchor, base: new Set([...base].filter((id) => !away.has(id))) };
}

/** The rows from one to the other, both included, whichever comes first. */
export function rowsBetween(one: number, other: number): { readonly offset: number; readonly limit: number } {
  return { offset: Math.min(one, other), limit: Math.abs(one - other) + 1 };
}
