import { parentPort } from 'node:worker_threads';
import { assert } from '../base/assert.ts';
import { describeDiskError } from '../base/describe-disk-error.ts';
import { realDisk } from '../base/disk-calls.ts';
import { buildFile } from '../index/build-file.ts';
import { Lexicon } from '../index/lexicon.ts';
import { mergeFiles, type Merge } from '../index/search-index.ts';
import { libraryFolder, type LibraryFolder } from '../store/library-folder.ts';
import { openForReading, type ReadableDatabase } from '../store/open-database.ts';
import { serveCalls } from './worker-link.ts';

/* Makes segment files for the search worker, which takes them in. Keeps its lexicon: most words of the next articles are in it. */
let opened: { folder: LibraryFolder; database: ReadableDatabase } | undefined;
let lexicon = new Lexicon();

function open(root: string): { folder: LibraryFolder; database: ReadableDatabase } {
  opened ??= { folder: libraryFolder(root), database: openForReading(libraryFolder(root).database) };
  return opened;
}

const calls = {
  build: ({ root, rows }: { root: string; rows: readonly number[] }) => {
    const { folder, database } = open(root);
    if (lexicon.full) lexicon = new Lexicon();
    return buildFile(realDisk, folder.index, database, lexicon, rows);
  },
  merge: ({ root, merge }: { root: string; merge: Merge }) => ({ file: mergeFiles(realDisk, libraryFolder(root).index, merge) }),
};
export type IndexCalls = typeof calls;

assert(parentPort, 'index-worker runs as a worker');
serveCalls(parentPort, calls, describeDiskError);
