import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { createClient } from '../contract/client.ts';
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
import { GroupedPreparation } from './import/prepare-in-groups.ts';
import { Uploads } from './import/uploads.ts';
import type { Unpacker } from './import/unpacker.ts';
import type { ChangeNote } from './index/index-keeper.ts';
import { repairIndex } from './index/repair-index.ts';
import { addProblems } from './index/verify-index.ts';
import { describeUnexpected, makeExtractors, makeImports, makeSaver, makeSearch, makeUnpacker, makeWatched, type Opened } from './make-steps.ts';
import type { SnapshotParts } from './reading/answer-snapshot.ts';
import { serveArticle, type Served } from './reading/serve-article.ts';
import { createSettingsHandlers } from './settings/settings-handlers.ts';
import { libraryFolder } from './store/library-folder.ts';
import { repairLibrary } from './store/repair-library.ts';
import type { ExtractCalls } from './workers/extract-worker.ts';
import type { ReadCalls } from './workers/read-worker.ts';
import type { StoreCalls } from './workers/store-worker.ts';
import { RestartingLink } from './workers/restarting-link.ts';
import { WorkerLink } from './workers/worker-link.ts';
import type { WorkerPool } from './workers/worker-pool.ts';

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
  const pool = makeExtractors(opened);
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
