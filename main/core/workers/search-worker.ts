import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { assert } from '../base/assert.ts';
import { describeDiskError } from '../base/describe-disk-error.ts';
import type { BuiltSegment } from '../index/build-file.ts';
import { IndexKeeper, type ChangeNote, type IndexStatus } from '../index/index-keeper.ts';
import type { SearchIndex } from '../index/search-index.ts';
import type { SavedRequest } from '../search/count-saved.ts';
import { SearchEngine, type FacetRequest, type IdsRequest, type LocateRequest, type SearchRequest, type SimilarRequest } from '../search/search-engine.ts';
import { libraryFolder } from '../store/library-folder.ts';
import { openForReading, type ReadableDatabase } from '../store/open-database.ts';
import { serveCalls } from './worker-link.ts';

/* The one thread that owns the index: answers from it, and keeps it in step in small steps between answers. */
const { root, access } = z.object({ root: z.string(), access: z.enum(['read', 'write']) }).parse(workerData);

interface Opened {
  readonly database: ReadableDatabase;
  readonly keeper: IndexKeeper;
  engine: { readonly index: SearchIndex; readonly engine: SearchEngine } | undefined;
}
let opened: Opened | undefined;
const leftOut: { id: string; why: string }[] = [];

function open(): Opened {
  if (opened) return opened;
  const folder = libraryFolder(root);
  const database = openForReading(folder.database);
  const keeper = new IndexKeeper({ folder: folder.index, database, access, onLeftOut: (id, why) => leftOut.push({ id, why }) });
  opened = { database, keeper, engine: undefined };
  return opened;
}

function engine(): SearchEngine {
  const { database, keeper } = open();
  if (opened && opened.engine?.index !== keeper.index) opened.engine = { index: keeper.index, engine: new SearchEngine(keeper.index, database) };
  assert(opened?.engine, 'an index that was opened has its engine');
  return opened.engine.engine;
}

/** What every step says: how things stand, and which articles it had to leave out. */
export interface StepReport extends IndexStatus {
  readonly leftOut: readonly { readonly id: string; readonly why: string }[];
}

function report(step?: (keeper: IndexKeeper) => void): StepReport {
  const { keeper } = open();
  step?.(keeper);
  return { ...keeper.status, leftOut: leftOut.splice(0) };
}

const calls = {
  open: () => ({ ...report(), damaged: open().keeper.damaged }),
  takeNote: (note: ChangeNote) => report((keeper) => keeper.takeNote(note)),
  refresh: () => report((keeper) => keeper.refresh()),
  applySome: () => report((keeper) => keeper.applySome()),
  nextBuild: () => open().keeper.nextBuild(),
  finishBuild: ({ job, built }: { job: number; built: BuiltSegment }) => report((keeper) => keeper.finishBuild(job, built)),
  failBuild: ({ job, why, blamed }: { job: number; why: string; blamed: boolean }) => report((keeper) => keeper.failBuild(job, why, blamed)),
  nextMerge: () => open().keeper.nextMerge(),
  finishMerge: (file: string) => report((keeper) => keeper.finishMerge(file)),
  commit: () => report((keeper) => keeper.commit()),
  search: (request: SearchRequest) => engine().search(request),
  matchIds: (query: string) => engine().matchIds(query),
  locate: (request: LocateRequest) => engine().locate(request),
  countSaved: (request: SavedRequest) => engine().countSaved(request),
  ids: (request: IdsRequest) => engine().ids(request),
  facets: (request: FacetRequest) => engine().facets(request),
  similar: (request: SimilarRequest) => engine().similar(request),
  close: () => {
    opened?.keeper.close();
    opened?.database.close();
    opened = undefined;
  },
};
export type SearchCalls = typeof calls;

assert(parentPort, 'search-worker runs as a worker');
serveCalls(parentPort, calls, describeDiskError);
