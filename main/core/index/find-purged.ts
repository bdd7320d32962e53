import { readRowsOfIds } from '../store/index-rows.ts';
import type { ReadableDatabase } from '../store/open-database.ts';
import type { LiveSegment } from './live-segment.ts';

/**
 * The segment files in which there are words of articles that were deleted for good: they must not stay on the disk.
 * Of other removed articles (in the trash, or there in a newer version) a file may go on holding the words.
 */
export function findPurged(segments: readonly LiveSegment[], database: ReadableDatabase): Set<string> {
  const removed: { id: string; file: string }[] = [];
  for (const live of segments) {
    const { file, segment } = live;
    if (file === null || live.removedCount === 0) continue;
    for (let doc = 0; doc < segment.documents.count; doc += 1) if (live.isRemoved(doc)) removed.push({ id: segment.documents.id(doc), file });
  }
  const there = new Set(readRowsOfIds(database, [...new Set(removed.map(({ id }) => id))]).map(({ id }) => id));
  return new Set(removed.flatMap(({ id, file }) => (there.has(id) ? [] : [file])));
}
