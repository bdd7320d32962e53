import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import type { WatchedFolderId } from '../../contract/ids.ts';
import { assert } from '../base/assert.ts';
import { describeDiskError } from '../base/describe-disk-error.ts';
import { LIMITS } from '../base/limits.ts';
import { libraryFolder } from '../store/library-folder.ts';
import { openForReading, type ReadableDatabase } from '../store/open-database.ts';
import { findTaken } from '../store/watched-rows.ts';
import { WatchedTree, type Look } from '../watched/watched-tree.ts';
import { serveCalls } from './worker-link.ts';

/*
 * Looks at watched folders, of which one may hold a hundred thousand files. What it holds is found again by looking, so nothing is
 * lost when it dies.
 */
const { root, settleMs } = z.object({ root: z.string(), settleMs: z.number() }).parse(workerData);
let opened: ReadableDatabase | undefined;
const trees = new Map<WatchedFolderId, WatchedTree>();

/** Folders in which something changed, until somebody asks. */
const changed = new Set<WatchedFolderId>();
let tell: (() => void) | undefined;

function database(): ReadableDatabase {
  opened ??= openForReading(libraryFolder(root).database);
  return opened;
}

function makeTree(id: WatchedFolderId, path: string): WatchedTree {
  return new WatchedTree({
    root: path,
    settleMs,
    mostWaiting: LIMITS.watchWaitingFiles,
    mostTaken: LIMITS.watchTakenFiles,
    takenOf: (paths) => findTaken(database(), id, paths),
    onSignal: () => {
      changed.add(id);
      tell?.();
    },
  });
}

const calls = {
  look: ({ id, path, whole }: { id: WatchedFolderId; path: string; whole: boolean }): Promise<Look> => {
    const tree = trees.get(id) ?? makeTree(id, path);
    trees.set(id, tree);
    return tree.look(whole);
  },
  leave: (id: WatchedFolderId): void => {
    trees.get(id)?.close();
    trees.delete(id);
  },
  /** Answers when something has changed in some folders: which. One call at a time. */
  changes: async (): Promise<WatchedFolderId[]> => {
    if (changed.size === 0) {
      await new Promise<void>((resolve) => {
        tell = resolve;
      });
    }
    tell = undefined;
    const ids = [...changed];
    changed.clear();
    return ids;
  },
};
export type WatchCalls = typeof calls;

assert(parentPort, 'watch-worker runs as a worker');
serveCalls(parentPort, calls, describeDiskError);
