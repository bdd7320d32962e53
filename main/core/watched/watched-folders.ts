import path from 'node:path';
import { LibraryError } from '../../contract/errors.ts';
import { WatchedFolderId, type ImportId } from '../../contract/ids.ts';
import { MOST_WATCHED, type WatchedFolder } from '../../contract/watched.ts';
import type { LibraryWriter } from '../api/library-writer.ts';
import type { WatchTimes } from '../host-services.ts';
import type { StoredWatch } from '../store/changes.ts';
import { newArticleId } from '../store/new-article-id.ts';
import { noWatch, type KeptWatch } from '../store/watched-rows.ts';
import type { RestartingLink } from '../workers/restarting-link.ts';
import type { WatchCalls } from '../workers/watch-worker.ts';
import { FolderWatch, unwatchedStand } from './folder-watch.ts';
import { checkPlace } from './check-place.ts';
import { endCutOff, takeFiles, type TakeParts } from './take-files.ts';

export interface WatchedParts extends TakeParts {
  readonly writer: LibraryWriter;
  /** The library's own folder. */
  readonly libraryRoot: string;
  readonly times: WatchTimes;
  /** Starts the worker that looks at folders: only where one is watched. */
  readonly startWorker: () => RestartingLink<WatchCalls>;
  /** Ends an import, whether it is under way or was interrupted. */
  readonly cancelImport: (id: ImportId) => Promise<void>;
  readonly onChanged: () => void;
  readonly onUnexpected: (error: unknown) => void;
}

/** The watched folders of a library: which there are, and, in a host that stays open, the watching itself. */
export class WatchedFolders {
  readonly #parts: WatchedParts;
  readonly #watches = new Map<WatchedFolderId, FolderWatch>();
  /** Folders that nobody watches any more, until what was being taken of them is taken. */
  readonly #closing = new Map<WatchedFolderId, Promise<void>>();
  #worker: RestartingLink<WatchCalls> | undefined;
  #started = false;
  #stopped = false;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(parts: WatchedParts) {
    this.#parts = parts;
  }

  /** Watches, from now on. */
  async start(): Promise<void> {
    this.#started = true;
    for (const watch of await this.#kept()) this.#begin(watch);
  }

  async list(): Promise<WatchedFolder[]> {
    return Promise.all((await this.#kept()).map((kept) => this.#describe(kept)));
  }

  /**
   * Has a folder watched; one that is watched already stays as it is.
   *
   * @throws LibraryError `file-missing`, `file-unreadable`, `invalid-input` where it is none that can be watched
   */
  add(place: string): Promise<WatchedFolder> {
    return this.#inTurn(async () => {
      const { now, writer, libraryRoot } = this.#parts;
      const others = await this.#kept();
      const known = await checkPlace(place, { libraryRoot, others });
      if (known) return this.#describe(known);
      if (others.length >= MOST_WATCHED) throw new LibraryError('invalid-input', `A library watches up to ${MOST_WATCHED} folders. Stop watching one first.`);
      const watch: StoredWatch = { id: WatchedFolderId.parse(newArticleId()), path: path.resolve(place), added: now().toISOString(), paused: false };
      await writer.change((store) => store.call('saveWatch', watch));
      this.#begin(watch);
      this.#parts.onChanged();
      return this.#find(watch.id);
    });
  }

  /** Takes nothing from it until it is continued; what is being imported is finished. @throws LibraryError `not-found` */
  pause(id: WatchedFolderId): Promise<WatchedFolder> {
    return this.#inTurn(() => this.#setPaused(id, true));
  }

  /** @throws LibraryError `not-found` */
  continue(id: WatchedFolderId): Promise<WatchedFolder> {
    return this.#inTurn(() => this.#setPaused(id, false));
  }

  /** Stops watching a folder and forgets which of its files were taken. @throws LibraryError `not-found` */
  remove(id: WatchedFolderId): Promise<void> {
    return this.#inTurn(async () => {
      const { reader, writer, cancelImport, onChanged } = this.#parts;
      const watch = await this.#keptOf(id);
      this.#end(id);
      const last = await reader.call('watchedImport', watch.path);
      if (last) await cancelImport(last.facts.id);
      await writer.change((store) => store.call('removeWatch', id));
      onChanged();
    });
  }

  /** Begins nothing more; what is being imported is for the imports to end. */
  stop(): void {
    this.#stopped = true;
    for (const watch of this.#watches.values()) watch.stop();
  }

  async close(): Promise<void> {
    this.stop();
    for (const id of this.#watches.keys()) this.#end(id);
    await Promise.allSettled([this.#turn, ...this.#closing.values()]);
    await this.#worker?.end();
  }

  async #setPaused(id: WatchedFolderId, paused: boolean): Promise<WatchedFolder> {
    const { added, path: folder } = await this.#keptOf(id);
    const watch: StoredWatch = { id, path: folder, added, paused };
    await this.#parts.writer.change((store) => store.call('saveWatch', watch));
    this.#end(id);
    this.#begin(watch);
    this.#parts.onChanged();
    return this.#find(id);
  }

  /** One change of what is watched after the other. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => {});
    return done;
  }

  #kept(): Promise<KeptWatch[]> {
    return this.#parts.reader.call('watched', undefined);
  }

  async #keptOf(id: WatchedFolderId): Promise<KeptWatch> {
    const kept = (await this.#kept()).find((one) => one.id === id);
    if (!kept) throw noWatch();
    return kept;
  }

  async #find(id: WatchedFolderId): Promise<WatchedFolder> {
    return this.#describe(await this.#keptOf(id));
  }

  async #describe(kept: KeptWatch): Promise<WatchedFolder> {
    const { id, path: folder, taken, lastTakenAt } = kept;
    const last = await this.#parts.reader.call('watchedImport', folder);
    return { id, path: folder, ...(this.#watches.get(id)?.stand ?? unwatchedStand(kept)), taken, lastTakenAt, lastImport: last?.facts.id ?? null };
  }

  #begin(watch: StoredWatch): void {
    const { id, paused } = watch;
    if (!this.#started || this.#stopped || paused || this.#watches.has(id)) return;
    const { times, onChanged, onUnexpected } = this.#parts;
    const worker = this.#startWorker();
    // What was begun before it was paused is finished first.
    const free = this.#closing.get(id);
    const folderWatch = new FolderWatch(watch, {
      times,
      look: async (whole) => {
        await free;
        return worker.call('look', { id, path: watch.path, whole });
      },
      leave: () => worker.call('leave', id),
      take: (files, how) => takeFiles(this.#parts, watch, files, how),
      endCutOff: (signal) => endCutOff(this.#parts, watch, signal),
      onCancelled: () => void this.pause(id).catch(onUnexpected),
      onChanged,
      onUnexpected,
    });
    this.#watches.set(id, folderWatch);
  }

  #end(id: WatchedFolderId): void {
    const watch = this.#watches.get(id);
    if (!watch) return;
    this.#watches.delete(id);
    const closing: Promise<void> = watch
      .close()
      .catch((error: unknown) => {
        // A worker that died has nothing that it could leave.
        if (!(error instanceof LibraryError)) this.#parts.onUnexpected(error);
      })
      .then(() => {
        if (this.#closing.get(id) === closing) this.#closing.delete(id);
      });
    this.#closing.set(id, closing);
  }

  #startWorker(): RestartingLink<WatchCalls> {
    if (!this.#worker) {
      this.#worker = this.#parts.startWorker();
      void this.#listen(this.#worker);
    }
    return this.#worker;
  }

  async #listen(worker: RestartingLink<WatchCalls>): Promise<void> {
    while (!this.#stopped) {
      try {
        for (const id of await worker.call('changes', undefined)) this.#watches.get(id)?.signal();
      } catch {
        // It died, and the next one knows nothing yet. Not at once: it may die again.
        await new Promise((resolve) => setTimeout(resolve, this.#parts.times.goneMs).unref());
        for (const watch of this.#watches.values()) watch.startAgain();
      }
    }
  }
}
