import type { RowSet } from '../store/row-set.ts';
import type { SegmentMatches } from './pick-best.ts';

/** Takes out of an answer what one of the sets does not hold. Scores stay as they are. */
export function narrowMatches(matches: readonly SegmentMatches[], sets: readonly RowSet[]): void {
  if (sets.length === 0) return;
  for (const { live, bits } of matches) {
    const { rows } = live.segment.documents;
    for (let at = 0; at < bits.length; at += 1) {
      for (let word = bits[at] ?? 0; word !== 0; word &= word - 1) {
        const lowest = word & -word;
        const n = rows[at * 32 + 31 - Math.clz32(lowest)] ?? 0;
        if (!sets.every((set) => set.has(n))) bits[at] = (bits[at] ?? 0) & ~lowest;
      }
    }
  }
}
