import zlib from 'node:zlib';
import type { Operation, StoredWatch, TakenFile } from './changes.ts';

/** What journal or database say of one watched folder. `File`: what is kept of each file that was taken. */
export interface FollowedWatch<File> {
  watch: StoredWatch;
  lastTaken: string | null;
  /** By their paths. */
  readonly files: Map<string, File>;
}

/** Follows one operation as `applyWatched` does. */
export function followWatched<File>(watched: Map<string, FollowedWatch<File>>, operation: Operation, at: string, keep: (file: TakenFile) => File): void {
  if (operation.do === 'unwatch') watched.delete(operation.folder);
  if (operation.do === 'watch') {
    const known = watched.get(operation.folder.id);
    if (known) known.watch = operation.folder;
    else watched.set(operation.folder.id, { watch: operation.folder, lastTaken: null, files: new Map() });
  }
  if (operation.do !== 'take-files') return;
  const known = watched.get(operation.folder);
  if (!known) return;
  known.lastTaken = at;
  for (const file of operation.files) known.files.set(file.path, keep(file));
}

/** Equal for two that say the same; small enough to be held for each file of large folders. */
export function sumOfFile({ sizeBytes, modified, whole, article }: TakenFile): number {
  return zlib.crc32(JSON.stringify([sizeBytes, modified, whole, article ?? null]));
}

/** Whether two say the same, where sums are kept of the files. */
export function sameWatch(one: FollowedWatch<number>, other: FollowedWatch<number>): boolean {
  return (
    JSON.stringify([one.watch, one.lastTaken]) === JSON.stringify([other.watch, other.lastTaken]) &&
    one.files.size === other.files.size &&
    [...one.files].every(([path, sum]) => other.files.get(path) === sum)
  );
}
