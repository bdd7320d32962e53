import type { ArticleId } from '../../main/contract/ids.ts';

interface KnownList {
  readonly total: number;
  readonly indexOf: (id: ArticleId) => number;
}

/**
 * The row before (-1) or after (1) the open article; null at the ends. An article that has left its list while it was
 * open (Unread, once it is read) stood where the cursor is now, so the row there is the one after it.
 */
export function neighbourOf(list: KnownList, cursor: number, openId: ArticleId | null, step: 1 | -1): number | null {
  const at = openId ? list.indexOf(openId) : -1;
  const index = at === -1 ? cursor + (step === 1 ? 0 : -1) : at + step;
  return index >= 0 && index < list.total ? index : null;
}
