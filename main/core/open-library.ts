import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { createClient } from '../contract/client.ts';
import { importOptionsOf } from '../contract/settings.ts';
import { contract, type LibraryClient } from '../contract/contract.ts';
import { createDispatcher, type Dispatch } from '../contract/dispatcher.ts';
import { LibraryError } from '../contract/errors.ts';
import type { ImportEntriesEvent, LibraryEvent } from '../contract/events.ts';
import type { ArticleId, ImportId } from '../contract/ids.ts';
import type { Article } from '../contract/articles.ts';
import type { VerifyReport } from '../contract/library.ts';
import { articleHandlers } from './api/article-handlers.ts';
import { exportHandlers } from './api/export-handlers.ts';
import { importHandlers } from './api/import-handlers.ts';
import { ImportReports } from './api/import-reports.ts';
import { ImportsOnward } from './api/imports-onward.ts';
import { libraryHandlers } from './api/library-handlers.ts';
import type { LibraryParts } from './api/library-parts.ts';
import { LibraryWriter, type StoreLink } from './api/library-writer.ts';
import { originalHandlers } from './api/original-handlers.ts';
import { savingHandlers } from './api/saving-handlers.ts';
import { searchHandlers } from './api/search-handlers.ts';
import { smartHandlers } from './api/smart-handlers.ts';
import { watchedHandlers } from './api/watched-handlers.ts';
import { LIMITS } from './base/limits.ts';
import { EventSource } from './base/event-source.ts';
import type { HostServices } from './host-services.ts';
import { canonicalAddress } from './base/canonical-address.ts';
import { ImportQueue } from './import/import-queue.ts';
import { GroupedPreparation } from './import/prepare-in-groups.ts';
import { Unpacker } from './import/unpacker.ts';
import { Uploads } from './import/uploads.ts';
import type { ChangeNote } from './index/index-keeper.ts';
import { repairIndex } from './index/repair-index.ts';
import { addProblems } from './index/verify-index.ts';
import type { SnapshotParts } from './reading/answer-snapshot.ts';
import { serveArticle, type Served } from './reading/serve-article.ts';
import { PageSaver } from './save/page-saver.ts';
import { SearchService } from './search/search-service.ts';
import { createSettingsHandlers, readSettings } from './settings/settings-handlers.ts';
import { libraryFolder } from './store/library-folder.ts';
import { repairLibrary } from './store/repair-library.ts';
import type { ExtractCalls } from './workers/extract-worker.ts';
import type { ReadCalls } from './workers/read-worker.ts';
import type { IndexCalls } from './workers/index-worker.ts';
import type { SearchCalls } from './workers/search-worker.ts';
import type { StoreCalls } from './workers/store-worker.ts';
import type { UnpackCalls } from './workers/unpack-worker.ts';
import { RestartingLink } from './workers/restarting-link.ts';
import type { SaveCalls } from './workers/save-worker.ts';
import type { WatchCalls } from './workers/watch-worker.ts';
import { WorkerLink } from './workers/worker-link.ts';
import { WorkerPool } from './workers/worker-pool.ts';
import { WatchedFolders } from './watched/watched-folders.ts';

/** Who runs a site can read there who asks. */
const HOMEPAGE = 'https://carrel.example';

export interface OpenOptions {
  /** The library's folder; made if it is missing and `access` is `write`. */
  readonly root: string;
  /** `read` opens beside another writer and refuses every change. */
  readonly access: 'read' | 'write';
  /** Whether the host stays open for a person to look at: then imports that were interrupted are gone on with. */
  readonly staysOpen?: boolean;
}

/** An open library: all that a host ever touches. */
export interface Library {
  readonly dispatch: Dispatch;
  /** For a host in this process: typed, with the rights of a local caller. */
  readonly client: LibraryClient;
  readonly events: EventSource<LibraryEvent>;
  /** Every item of every import as soon as it is durable. */
  readonly importEntries: EventSource<ImportEntriesEvent>;
  /** Takes a file of an upload; see Uploads. */
  receiveFile(importId: ImportId, relativePath: string, source: string, bytes: Readable): Promise<void>;
  /** An article with its body, for a host that prints it. */
  readArticle(id: ArticleId): Promise<{ article: Article; html: string; text: string } | undefined>;
  serveArticle(path: string, from?: number): Promise<Served>;
  /** Waits until search finds all that was changed so far, and will after the next opening without any work. */
  settle(): Promise<void>;
  /** Lets imports end, closes files, frees the lock. */
  close(): Promise<void>;
}

/**
 * Opens a library: starts its workers and joins its steps.
 *
 * @throws LibraryError `locked`, `damaged`, `newer-version`, `no-library`, `read-only`, `disk-full`
 */
export async function openLibrary({ root, access, staysOpen = false }: OpenOptions, services: HostServices): Promise<Library> {
  const storeLink = access === 'write' ? startStore(root, services) : undefined;
  const reader = startReader(root, services);
  try {
    const opened = await storeLink?.call('open', undefined);
    // After a crash the journal may hold acknowledged changes that the database lacks: a reader must not miss them. And
    // after an update of Carrel the schema is an older one.
    if (!storeLink && (await reader.call('needsWriter', undefined))) await bringUpToDate(root, services);
    await reader.call('open', undefined);
    return join({ root, services, store: storeLink, reader, lastChange: opened?.lastChange, staysOpen });
  } catch (error) {
    await Promise.all([storeLink?.end(), reader.end()]);
    throw error;
  }
}

/**
 * Mends what can be mended in a library that nobody has open, even one that does not open.
 *
 * @throws LibraryError `locked`, `newer-version`, `disk-full`, `read-only`
 */
export function repairAt(root: string, services: HostServices): VerifyReport {
  const options = { host: services.hostName, now: services.now };
  const { ok, articles, problems } = addProblems(repairLibrary(root, options), () => repairIndex(root, options));
  return { ok, articles, problems: [...problems] };
}

function startStore(root: string, services: HostServices): StoreLink {
  const limits = { maxYoungGenerationSizeMb: LIMITS.workerYoungHeapMb };
  return new RestartingLink(() => new WorkerLink<StoreCalls>(services.workerFile('store-worker'), { root, host: services.hostName }, { limits }));
}

function startReader(root: string, services: HostServices): RestartingLink<ReadCalls> {
  return new RestartingLink(() => new WorkerLink<ReadCalls>(services.workerFile('read-worker'), { root }));
}

/** Opens for writing once, which replays the journal and migrates. Beside a running writer there is nothing to do: it has done it. */
async function bringUpToDate(root: string, services: HostServices): Promise<void> {
  const store = startStore(root, services);
  try {
    await store.call('open', undefined);
    await store.call('close', undefined);
  } catch (error) {
    if (!(error instanceof LibraryError) || (error.code !== 'locked' && error.code !== 'read-only')) throw error;
  } finally {
    await store.end();
  }
}

/** What the library's steps share while it is open. */
interface Opened {
  readonly root: string;
  readonly services: HostServices;
  readonly store: StoreLink | undefined;
  readonly reader: RestartingLink<ReadCalls>;
  readonly events: EventSource<LibraryEvent>;
  readonly importEntries: EventSource<ImportEntriesEvent>;
  /** Takes an error that nobody expected to the host's log; returns the reference for the user. */
  readonly logUnexpected: (error: unknown, where: string) => string;
}

interface ToJoin extends Pick<Opened, 'root' | 'services' | 'store' | 'reader'> {
  readonly lastChange: number | undefined;
  readonly staysOpen: boolean;
}

function join({ root, services, store, reader, lastChange, staysOpen }: ToJoin): Library {
  const logUnexpected = (error: unknown, where: string): string => {
    const reference = randomBytes(4).toString('hex');
    services.logUnexpected(error, where, reference);
    return reference;
  };
  const opened: Opened = { root, services, store, reader, events: new EventSource(), importEntries: new EventSource(), logUnexpected };
  const search = makeSearch(opened);
  const tellOf = (note: ChangeNote) => {
    // First, so that who hears of the change and searches finds it.
    void search.noteChange(note);
    opened.events.emit({ type: 'articles-changed', change: note.change });
  };
  const writer = new LibraryWriter(store, tellOf, lastChange);
  const pool = new WorkerPool<ExtractCalls>({
    file: services.workerFile('extract-worker'),
    size: Math.max(1, Math.min(4, os.availableParallelism())),
    timeoutMs: LIMITS.itemTimeMs,
    limits: { maxOldGenerationSizeMb: LIMITS.workerHeapMb, maxYoungGenerationSizeMb: LIMITS.workerYoungHeapMb },
  });
  const unpacker = makeUnpacker(opened);
  const preparation = new GroupedPreparation({ size: pool.size, prepareSome: (files, timeoutMs) => pool.call('prepareSome', files, timeoutMs) });
  const saving = makeSaver(opened, pool);
  const imports = makeImports(opened, { writer, preparation, unpacker, saving });
  const uploads = new Uploads(libraryFolder(root).incoming, imports);

  const { samplesFolder, version } = services;
  const about = { version, folder: path.resolve(root) };
  const reports = new ImportReports({ imports, reader, writer, writing: store !== undefined });
  const onward = new ImportsOnward({ imports, reports, reader });
  const watched = makeWatched(opened, { imports, reports, writer });
  const parts: LibraryParts = { reader, writer, imports, reports, onward, uploads, saving, watched, search, preparation, describeUnexpected: (error, where) => describeUnexpected(logUnexpected(error, where)), samplesFolder, about, verify: () => verifyAside(root, services) };
  const serving: SnapshotParts = { reader, makeSnapshot: (source) => pool.call('makeSnapshot', source, LIMITS.snapshotTimeMs), onUnexpected: (error) => parts.describeUnexpected(error, 'making a snapshot') };
  const settings = createSettingsHandlers(services.settings, () => opened.events.emit({ type: 'settings-changed' }));
  const handlers = { ...articleHandlers(parts), ...exportHandlers(parts), ...importHandlers(parts), ...libraryHandlers(parts), ...originalHandlers(parts), ...savingHandlers(parts), ...searchHandlers(parts), ...smartHandlers(parts), ...watchedHandlers(parts), ...settings };
  const dispatch = createDispatcher(contract, handlers, logUnexpected);

  if (staysOpen && store) void onward.continueAll().catch((error: unknown) => logUnexpected(error, 'going on with imports'));
  if (staysOpen && store) void watched.start().catch((error: unknown) => logUnexpected(error, 'watching folders'));
  return {
    dispatch,
    client: createClient(contract, (method, input) => dispatch(method, input, { door: 'local' })),
    events: opened.events,
    importEntries: opened.importEntries,
    receiveFile: (importId, relativePath, source, bytes) => uploads.receive(importId, relativePath, source, bytes),
    readArticle: (id) => reader.call('read', id),
    serveArticle: (requestPath, from) => serveArticle(serving, requestPath, from),
    settle: () => search.settle(),
    close: () => closeAll(opened, parts, pool, unpacker),
  };
}

function describeUnexpected(reference: string): LibraryError {
  return new LibraryError('internal', `Something went wrong that should not have (reference ${reference}). Nothing else was harmed.`);
}

/** Segments are made by as many workers as there are cores besides the one that an import needs, up to so many: each takes some hundred megabytes. */
const INDEX_WORKERS = 2;
/** By then a command that only changes something has ended, and a window has shown what it shows first. */
const INDEX_AFTER_MS = 1_500;

function makeSearch({ root, services, store, events, logUnexpected }: Opened): SearchService {
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

function makeUnpacker({ root, services }: Opened): Unpacker {
  const limits = { maxOldGenerationSizeMb: LIMITS.unpackHeapMb, maxYoungGenerationSizeMb: LIMITS.workerYoungHeapMb };
  return new Unpacker(() => new WorkerLink<UnpackCalls>(services.workerFile('unpack-worker'), undefined, { limits }), libraryFolder(root).incoming);
}

function makeSaver({ root, services, reader }: Opened, pool: WorkerPool<ExtractCalls>): PageSaver {
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

function makeImports({ services, reader, events, importEntries, logUnexpected }: Opened, { writer, preparation, unpacker, saving }: ImportTools): ImportQueue {
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

function makeWatched({ root, services, reader, events, logUnexpected }: Opened, { imports, reports, writer }: Pick<LibraryParts, 'imports' | 'reports' | 'writer'>): WatchedFolders {
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

/**
 * Lets imports end and closes every part. When one part has died the others must still end, or the process does not.
 * The writer comes last: it folds the write-ahead log away.
 */
async function closeAll({ root, store, reader }: Opened, { writer, imports, uploads, saving, watched, search }: LibraryParts, pool: WorkerPool<ExtractCalls>, unpacker: Unpacker): Promise<void> {
  watched.stop();
  await uploads.closeAll();
  await imports.close();
  await watched.close();
  await saving.close();
  const readers = await Promise.allSettled([pool.close(), unpacker.close(), search.close(), reader.call('close', undefined)]);
  await reader.end();
  const [closed] = await Promise.allSettled([writer.close()]);
  // Another process's uploads lie there, too: only the writer may remove them.
  if (store) await fs.rm(libraryFolder(root).incoming, { recursive: true, force: true });
  const failed = [...readers, closed].find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}

/** In a worker of its own: it reads the whole library, and nobody's article must wait for that. */
async function verifyAside(root: string, services: HostServices): Promise<VerifyReport> {
  const link = startReader(root, services);
  try {
    const { ok, articles, problems } = await link.call('verify', undefined);
    return { ok, articles, problems: [...problems] };
  } finally {
    await link.end();
  }
}
