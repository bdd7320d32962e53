import type { ArticleId } from '../../main/contract/ids.ts';

export interface CursorPosition {
  readonly place: string;
  readonly index: number;
  /** The article in that row; null until it is known. */
  readonly id: ArticleId | null;
  readonly moves: number;
}

interface KnownRows {
  readonly total: number;
  readonly itemAt: (index: number) => { readonly id: ArticleId } | undefined;
  readonly indexOf: (id: ArticleId) => number;
}

/**
 * The cursor after the list has changed around it. It stays on its article wherever that has moved to; when the article
 * itself has gone, it stays where it was, on the row that moved up. While that row is not known it waits.
 * @returns the same object when nothing changed
 */
export function followList(position: CursorPosition, list: KnownRows): CursorPosition {
  const found = position.id ? list.indexOf(position.id) : -1;
  if (found !== -1) return found === position.index ? position : { ...position, index: found };
  const index = Math.max(0, Math.min(position.index, list.total - 1));
  const item = list.itemAt(index);
  if (!item || (index === position.index && item.id === position.id)) return position;
  return { ...position, index, id: item.id };
}
