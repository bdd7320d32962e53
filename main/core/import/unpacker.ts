import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { LibraryError } from '../../contract/errors.ts';
import { LIMITS } from '../base/limits.ts';
import type { UnpackCalls } from '../workers/unpack-worker.ts';
import type { WorkerLink } from '../workers/worker-link.ts';
import type { ContainerName } from './containers/container.ts';
import type { NextRequest } from './containers/unpack-session.ts';
import type { Unpacked } from './containers/walk-container.ts';

export interface UnpackRequest {
  readonly path: string;
  readonly fileName: string;
  readonly container: ContainerName;
  /** Which items an earlier run has reported: they are not read again. */
  readonly isSettled?: (item: string) => boolean;
  /** When it is aborted, unpacking stops at once. */
  readonly signal: AbortSignal;
}

/** An archive on its way. */
export interface Unpacking {
  /**
   * What comes next, at most a group; undefined at the end. To be asked for again only when it was answered.
   *
   * @param pagesRead numbers of pages that were read since the last time
   * @throws LibraryError where the archive cannot be read on: `timed-out`, `reader-crashed`, `out-of-memory`, `cancelled`
   */
  next(pagesRead: readonly number[]): Promise<readonly Unpacked[] | undefined>;
  /** Removes all that waited on the disk. */
  close(): Promise<void>;
}

/**
 * Unpacks archives, each in a worker that does nothing else meanwhile: what an archive does to its worker ends that
 * archive, and nothing else.
 */
export class Unpacker {
  readonly #startWorker: () => WorkerLink<UnpackCalls>;
  readonly #incoming: string;
  readonly #links = new Set<WorkerLink<UnpackCalls>>();
  /** One that came to the end of its archive waits for the next one. */
  #idle: WorkerLink<UnpackCalls> | undefined;
  #closed = false;

  /** @param incoming the folder for files on their way in */
  constructor(startWorker: () => WorkerLink<UnpackCalls>, incoming: string) {
    this.#startWorker = startWorker;
    this.#incoming = incoming;
  }

  unpack(request: UnpackRequest): Unpacking {
    const spillFolder = path.join(this.#incoming, `unpack-${randomUUID()}`);
    return new WorkerUnpacking(request, spillFolder, { take: () => this.#take(), giveBack: (link) => this.#giveBack(link) });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#links].map((link) => link.end()));
  }

  #take(): WorkerLink<UnpackCalls> {
    if (this.#closed) throw new LibraryError('closed', 'The library was closed.');
    const idle = this.#idle;
    this.#idle = undefined;
    if (idle !== undefined && !idle.gone) return idle;
    const link = this.#startWorker();
    this.#links.add(link);
    return link;
  }

  async #giveBack(link: WorkerLink<UnpackCalls>): Promise<void> {
    if (!link.gone && this.#idle === undefined) {
      this.#idle = link;
      return;
    }
    this.#links.delete(link);
    await link.end();
  }
}

interface WorkerSource {
  readonly take: () => WorkerLink<UnpackCalls>;
  /** Ends it where it is not needed any more. */
  readonly giveBack: (link: WorkerLink<UnpackCalls>) => Promise<void>;
}

class WorkerUnpacking implements Unpacking {
  readonly #request: UnpackRequest;
  readonly #spillFolder: string;
  readonly #workers: WorkerSource;
  #link: WorkerLink<UnpackCalls> | undefined;
  #answers: NextRequest['settled'];
  #isEnd = false;

  constructor(request: UnpackRequest, spillFolder: string, workers: WorkerSource) {
    this.#request = request;
    this.#spillFolder = spillFolder;
    this.#workers = workers;
  }

  async next(pagesRead: readonly number[]): Promise<readonly Unpacked[] | undefined> {
    if (this.#isEnd) return undefined;
    if (this.#request.signal.aborted) throw reasonOf(this.#request.signal);
    const link = this.#link ?? (await this.#open());
    for (let pages = pagesRead; ; pages = []) {
      const request = { pagesRead: pages, ...(this.#answers === undefined ? {} : { settled: this.#answers }) };
      const { unpacked, asks, isEnd } = await this.#within(link, link.call('next', request));
      this.#answers = asks?.map((item) => this.#request.isSettled?.(item) ?? false);
      if (isEnd) await this.#end(link);
      if (unpacked.length > 0 || isEnd) return unpacked;
    }
  }

  async close(): Promise<void> {
    const link = this.#link;
    this.#link = undefined;
    if (link !== undefined) {
      // In the middle of an archive there is no other way to stop.
      await link.end();
      await this.#workers.giveBack(link);
    }
    await fs.rm(this.#spillFolder, { recursive: true, force: true });
  }

  /** The worker has nothing more to do here; pictures still lie ready. */
  async #end(link: WorkerLink<UnpackCalls>): Promise<void> {
    this.#isEnd = true;
    await this.#within(link, link.call('close', undefined));
    this.#link = undefined;
    await this.#workers.giveBack(link);
  }

  async #open(): Promise<WorkerLink<UnpackCalls>> {
    const link = this.#workers.take();
    this.#link = link;
    const { path, fileName, container, isSettled } = this.#request;
    await this.#within(link, link.call('open', { path, fileName, container, spillFolder: this.#spillFolder, asks: isSettled !== undefined }));
    return link;
  }

  /** The answer to a call, which comes in time or never. */
  async #within<T>(link: WorkerLink<UnpackCalls>, answer: Promise<T>): Promise<T> {
    const { signal } = this.#request;
    const stop = () => void link.end(reasonOf(signal));
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    const timer = setTimeout(() => {
      void link.end(new LibraryError('timed-out', `Nothing came out of this archive within ${LIMITS.unpackTimeMs / 1000} seconds, so the rest of it was skipped.`));
    }, LIMITS.unpackTimeMs);
    try {
      return await answer;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    }
  }
}

function reasonOf(signal: AbortSignal): LibraryError {
  return signal.reason instanceof LibraryError ? signal.reason : new LibraryError('cancelled', 'The import was cancelled.');
}
