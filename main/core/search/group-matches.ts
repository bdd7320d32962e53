import type { GroupBy } from '../store/group-keys.ts';
import type { Match } from './pick-best.ts';

/** Matches that belong together. `start`: where they begin in the whole answer. */
export interface MatchGroup {
  readonly key: string | null;
  readonly count: number;
  readonly start: number;
}

/**
 * Brings the matches of a group together, each group in the order that its matches had. Groups of sites follow each other
 * as their best matches do, months from the newest on with unknown ones last.
 */
export function groupMatches(matches: readonly Match[], keys: ReadonlyMap<number, string | null>, by: GroupBy): { matches: Match[]; groups: MatchGroup[] } {
  const members = new Map<string | null, Match[]>();
  for (const match of matches) {
    const key = keys.get(match.live.segment.documents.rows[match.doc] ?? 0) ?? null;
    const own = members.get(key);
    if (own) own.push(match);
    else members.set(key, [match]);
  }
  const ordered = by === 'site' ? [...members] : [...members].toSorted(([a], [b]) => newestFirst(a, b));
  let start = 0;
  const groups = ordered.map(([key, own]) => {
    const group = { key, count: own.length, start };
    start += own.length;
    return group;
  });
  return { matches: ordered.flatMap(([, own]) => own), groups };
}

function newestFirst(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a > b ? -1 : 1;
}
