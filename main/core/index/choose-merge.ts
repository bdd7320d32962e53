import type { LiveSegment } from './live-segment.ts';

/** So many segments of about one size become one; of large ones more, since a merge writes all their words again. */
const FAN = 4;
const LARGE_FAN = 8;
/** From 4^10 words, about a million, a segment is large: a job of the index makes segments of one to four millions. */
const LARGE_SIZE = 10;
/** No segment gets more words than this: a merge holds its result in memory, about four bytes for each word. */
const MOST_WORDS = 50_000_000;
/** A segment of which so large a share was removed is written anew by itself. */
const MOST_REMOVED = 0.4;

/**
 * The segments that should be merged next, or none: as in a log-structured merge tree, segments of one power of four
 * (by words) are merged when there are four of them (eight of large ones), so that each word is written again only a few times however many
 * articles come.
 */
export function chooseMerge(segments: readonly LiveSegment[]): readonly LiveSegment[] {
  const bySize = new Map<number, LiveSegment[]>();
  for (const live of segments) {
    if (live.removedCount > live.segment.documents.count * MOST_REMOVED) return [live];
    const size = Math.floor(Math.log(Math.max(1, live.segment.words)) / Math.log(FAN));
    bySize.set(size, [...(bySize.get(size) ?? []), live]);
  }
  for (const [size, same] of [...bySize].toSorted(([a], [b]) => a - b)) {
    const fan = size < LARGE_SIZE ? FAN : LARGE_FAN;
    const chosen = withinWords(same.toSorted((a, b) => a.segment.words - b.segment.words).slice(0, fan));
    if (same.length >= fan && chosen.length > 1) return chosen;
  }
  return [];
}

/** The first of them whose words together are not too many. */
function withinWords(segments: readonly LiveSegment[]): readonly LiveSegment[] {
  let words = 0;
  return segments.filter(({ segment }) => (words += segment.words) <= MOST_WORDS);
}
