import type { OpenPosition } from './use-open-position.ts';

/** On to the article after, or back to the one before. */
export type Step = 1 | -1;

interface Standing {
  /** How many rows the list has. */
  readonly total: number;
  /** Where the open article stands. */
  readonly at: Exclude<OpenPosition, 'asking'>;
  /** The row that keys act on. */
  readonly cursor: number;
}

/**
 * The row that so many steps lead to from the open article, each ending where the list ends; null when they lead to no
 * other. An article that has left its list while it was open (Unread, once it is read) stood where the cursor is now,
 * so the row there is the one after it.
 */
export function neighbourOf({ total, at, cursor }: Standing, steps: readonly Step[]): number | null {
  let row = at === 'nowhere' ? null : at;
  for (const step of steps) {
    const next = row === null ? cursor + (step === 1 ? 0 : -1) : row + step;
    if (next >= 0 && next < total) row = next;
  }
  return row === at ? null : row;
}
