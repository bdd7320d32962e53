import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { assert } from '../base/assert.ts';
import { describeDiskError } from '../base/describe-disk-error.ts';
import { LunrSearch, type SearchRequest } from '../search/lunr-search.ts';
import { libraryFolder } from '../store/library-folder.ts';
import { openForReading } from '../store/open-database.ts';
import { serveCalls } from './worker-link.ts';

/* One index for the worker's life: a newer index is a newer worker, and this one answers until that one is ready. */
const { root } = z.object({ root: z.string() }).parse(workerData);
let built: LunrSearch | undefined;

function search(): LunrSearch {
  built ??= new LunrSearch(openForReading(libraryFolder(root).database));
  return built;
}

const calls = {
  build: () => ({ change: search().change, indexed: search().indexed }),
  search: (request: SearchRequest) => search().search(request),
  matchIds: (query: string) => search().matchIds(query),
};
export type SearchCalls = typeof calls;

assert(parentPort, 'search-worker runs as a worker');
serveCalls(parentPort, calls, describeDiskError);
