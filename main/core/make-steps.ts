import os from 'node:os';
import type { ImportEntriesEvent, LibraryEvent } from '../contract/events.ts';
import { LibraryError } from '../contract/errors.ts';
import { importOptionsOf } from '../contract/settings.ts';
import type { LibraryParts } from './api/library-parts.ts';
import type { LibraryWriter, StoreLink } from './api/library-writer.ts';
import { canonicalAddress } from './base/canonical-address.ts';
import type { EventSource } from './base/event-source.ts';
import { LIMITS } from './base/limits.ts';
import type { HostServices } from './host-services.ts';
import { ImportQueue } from './import/import-queue.ts';
import type { GroupedPreparation } from './import/prepare-in-groups.ts';
import { Unpacker } from './import/unpacker.ts';
import { PageSaver } from './save/page-saver.ts';
import { SearchService } from './search/search-service.ts';
import { readSettings } from './settings/settings-handlers.ts';
import { libraryFolder } from './store/library-folder.ts';
import { WatchedFolders } from './watched/watched-folders.ts';
import type { ExtractCalls } from './workers/extract-worker.ts';
import type { IndexCalls } from './workers/index-worker.ts';
import type { ReadCalls } from './workers/read-worker.ts';
import { RestartingLink } from './workers/restarting-link.ts';
import type { SaveCalls } from './workers/save-worker.ts';
import type { SearchCalls } from './workers/search-worker.ts';
import type { UnpackCalls } from './workers/unpack-worker.ts';
import type { WatchCalls } from './workers/watch-worker.ts';
import { WorkerLink } from './workers/worker-link.ts';
import { WorkerPool } from './workers/worker-pool.ts';

/** Who runs a site can read there who asks. */
const HOMEPAGE = 'https://carrel.example';

/** What the library's steps share while it is open. */
export interface Opened {
  readonly root: string;
  readonly services: HostServices;
  readonly store: StoreLink | undefined;
  readonly reader: RestartingLink<ReadCalls>;
  readonly events: EventSource<LibraryEvent>;
  readonly importEntries: EventSource<ImportEntriesEvent>;
  /** Takes an error that nobody expected to the host's log; returns the reference for the user. */
  readonly logUnexpected: (error: unknown, where: string) => string;
}

export function makeExtractors({ services }: Opened): WorkerPool<ExtractCalls> {
  return new WorkerPool<ExtractCalls>({
    file: services.workerFile('extract-worker'),
    size: Math.max(1, Math.min(4, os.availableParallelism())),
    timeoutMs: LIMITS.itemTimeMs,
    limits: { maxOldGenerationSizeMb: LIMITS.workerHeapMb, maxYoungGenerationSizeMb: LIMITS.workerYoungHeapMb },
  });
}

/** Segments are made by as many workers as there are cores besides the one that an import needs, up to so many: each takes some hundred megabytes. */
const INDEX_WORKERS = 2;
/** By then a command that only changes something has ended, and a window has shown what it shows first. */
const INDEX_AFTER_MS = 1_500;

export function makeSearch({ root, services, store, events, logUnexpected }: Opened): SearchService {
  const pool = new WorkerPool<IndexCalls>({
    file: services.workerFile('index-worker'),
    size: Math.min(INDEX_WORKERS, Math.max(1, os.availableParallelism() - 1)),
    timeoutMs: LIMITS.indexTimeMs,
    limits: { maxOldGenerationSizeMb: LIMITS.indexHeapMb, maxYoungGenerationSizeMb: LIMITS.indexYoungHeapMb },
  });
  // Garbage is collected late where much is allowed.
  const limits = { maxOldGenerationSizeMb: LIMITS.searchHeapMb, maxYoungGenerationSizeMb: LIMITS.searchYoungHeapMb };
  const onTrouble = (error: unknown) => void logUnexpected(error, 'search index');
  const service = new SearchService({
    root,
    startWorker: (onGone) => new WorkerLink<SearchCalls>(services.workerFile('search-worker'), { root, access: store ? 'write' : 'read' }, { onGone, limits }),
    pool: store && pool,
    onReady: (change) => events.emit({ type: 'search-ready', change }),
    onTrouble,
  });
  if (store) setTimeout(() => void service.start().catch(onTrouble), INDEX_AFTER_MS).unref();
  return service;
}

export function makeUnpacker({ root, services }: Opened): Unpacker {
  const limits = { maxOldGenerationSizeMb: LIMITS.unpackHeapMb, maxYoungGenerationSizeMb: LIMITS.workerYoungHeapMb };
  return new Unpacker(() => new WorkerLink<UnpackCalls>(services.workerFile('unpack-worker'), undefined, { limits }), libraryFolder(root).incoming);
}

export function makeSaver({ root, services, reader }: Opened, pool: WorkerPool<ExtractCalls>): PageSaver {
  const { ledger, incoming } = libraryFolder(root);
  const data = { ledger, userAgent: `Carrel/${services.version} (+${HOMEPAGE})`, ...(services.names ? { names: services.names } : {}), ...(services.saveTimes ? { times: services.saveTimes } : {}) };
  const limits = { maxOldGenerationSizeMb: LIMITS.fetchHeapMb, maxYoungGenerationSizeMb: LIMITS.workerYoungHeapMb };
  return new PageSaver({
    startWorker: () => new WorkerLink<SaveCalls>(services.workerFile('save-worker'), data, { limits }),
    pool,
    incoming,
    allowedHosts: async () => (await readSettings(services.settings)).allowedHosts,
    hasMedia: (urls) => reader.call('playsMediaAt', urls.map(canonicalAddress).filter((url) => url !== null)),
    now: services.now,
  });
}

interface ImportTools {
  readonly writer: LibraryWriter;
  readonly preparation: GroupedPreparation;
  readonly unpacker: Unpacker;
  readonly saving: PageSaver;
}

export function makeImports({ services, reader, events, importEntries, logUnexpected }: Opened, { writer, preparation, unpacker, saving }: ImportTools): ImportQueue {
  return new ImportQueue({
    saver: saving,
    prepare: (file, signal) => preparation.prepare(file, signal),
    unpack: (request) => unpacker.unpack(request),
    whoWaits: (address) => reader.call('whoWaits', address),
    write: (write) => writer.change((store) => store.call('writeImport', write)),
    tryArticles: (articles, { onDuplicate }) => writer.change((store) => store.call('tryArticles', { articles, onDuplicate })),
    parallel: preparation.parallel,
    now: services.now,
    onProgress: (progress) => events.emit({ type: 'import-progress', progress }),
    onEntries: (importId, entries) => importEntries.emit({ importId, entries: [...entries] }),
    onUnexpected: (error) => describeUnexpected(logUnexpected(error, 'import')),
  });
}

export function makeWatched({ root, services, reader, events, logUnexpected }: Opened, { imports, reports, writer }: Pick<LibraryParts, 'imports' | 'reports' | 'writer'>): WatchedFolders {
  const times = services.watchTimes ?? { settleMs: LIMITS.watchSettleMs, lookMs: LIMITS.watchLookMs, goneMs: LIMITS.watchGoneMs, troubleMs: LIMITS.watchTroubleMs };
  const limits = { maxOldGenerationSizeMb: LIMITS.watchHeapMb, maxYoungGenerationSizeMb: LIMITS.workerYoungHeapMb };
  return new WatchedFolders({
    imports,
    reader,
    writer,
    libraryRoot: root,
    times,
    chosenOptions: async () => importOptionsOf(await readSettings(services.settings)),
    now: services.now,
    startWorker: () => new RestartingLink(() => new WorkerLink<WatchCalls>(services.workerFile('watch-worker'), { root, settleMs: times.settleMs }, { limits })),
    cancelImport: async (id) => (imports.find(id) ? imports.cancel(id) : reports.cancel(id)),
    onChanged: () => events.emit({ type: 'watched-changed' }),
    onUnexpected: (error) => void logUnexpected(error, 'watching folders'),
  });
}

export function describeUnexpected(reference: string): LibraryError {
  return new LibraryError('internal', `Something went wrong that should not have (reference ${reference}). Nothing else was harmed.`);
}
