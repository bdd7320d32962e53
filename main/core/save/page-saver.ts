import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { SavingStep } from '../../contract/imports.ts';
import { LibraryError } from '../../contract/errors.ts';
import type { OutputOf } from '../../contract/define.ts';
import type { savingMethods } from '../../contract/saving.ts';
import { describeDiskError } from '../base/describe-disk-error.ts';
import { LIMITS } from '../base/limits.ts';
import type { KeptMedia } from '../extract/article-draft.ts';
import type { GivenFacts } from '../import/reader.ts';
import type { ExtractCalls } from '../workers/extract-worker.ts';
import type { SaveCalls } from '../workers/save-worker.ts';
import type { WorkerPool } from '../workers/worker-pool.ts';
import type { WorkerLink } from '../workers/worker-link.ts';
import { judgePage } from './judge-page.ts';
import type { LedgerQuery } from '../store/ledger.ts';
import type { PageParts, PageToList } from './list-page-parts.ts';

export interface SaverParts {
  readonly startWorker: () => WorkerLink<SaveCalls>;
  /** Where strangers' pages are looked into. */
  readonly pool: Pick<WorkerPool<ExtractCalls>, 'call'>;
  /** The library's folder for files on their way in. */
  readonly incoming: string;
  /** Hosts of private networks that the user allows. */
  readonly allowedHosts: () => Promise<readonly string[]>;
  /** Whether the library keeps videos or sounds of an article at one of some addresses. */
  readonly hasMedia: (urls: readonly string[]) => Promise<boolean>;
  readonly now: () => Date;
}

/** What an address led to. */
export type Saved =
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly root: string;
      readonly given: GivenFacts;
    }
  | { readonly kind: 'feed'; readonly url: string; readonly addresses: readonly string[] };

/** A page that only sends to another one. */
interface SentOn {
  readonly kind: 'sent on';
  readonly url: string;
  readonly to: string;
}

export interface SaveWish {
  readonly signal: AbortSignal;
  readonly onStep: OnStep;
  /** Whether the files of videos and sounds are wanted. */
  readonly media: boolean;
  /** The page or feed that names the address; undefined where the user does. */
  readonly from?: string | undefined;
}

export type OnStep = (step: Pick<SavingStep, 'stage' | 'done' | 'total'>) => void;

/** Pages that only send to another one, in a row. */
const MOST_HOPS = 3;
/** Parts of one page that are asked for at once, each of another host. */
const PARTS_AT_ONCE = 6;
/** How far a long file has come. */
const TELL_EVERY_MS = 500;
/** Style sheets that style sheets import. */
const MOST_STYLES = 60;

/** From an address to a file that an import reads: the page with all that it takes to show it, in one file. */
export class PageSaver {
  readonly #parts: SaverParts;
  #link: WorkerLink<SaveCalls> | undefined;

  constructor(parts: SaverParts) {
    this.#parts = parts;
  }

  /**
   * The file is the caller's, who removes its folder with `remove`.
   *
   * @throws LibraryError for whatever keeps the page out; the signal's reason
   */
  async save(url: string, wish: SaveWish): Promise<Saved> {
    let [address, from] = [url, wish.from];
    for (let hops = 0; hops <= MOST_HOPS; hops += 1) {
      const saved = await this.#saveOne(address, { ...wish, from });
      if (saved.kind !== 'sent on') return saved;
      [address, from] = [saved.to, saved.url];
    }
    throw new LibraryError('site-failed', 'The site sends from one address to the next without an end.');
  }

  async #saveOne(url: string, wish: SaveWish): Promise<Saved | SentOn> {
    const { signal } = wish;
    const save = randomUUID();
    const folder = path.join(this.#parts.incoming, `save-${save}`);
    const link = this.#worker();
    // A worker that died has nothing left to stop.
    const abort = () => void link.call('abort', save).catch(() => {});
    signal.addEventListener('abort', abort, { once: true });
    try {
      signal.throwIfAborted();
      await fs.mkdir(folder, { recursive: true });
      const saved = await this.#capture({ ...wish, link, save, folder, url });
      if (saved.kind !== 'file') await this.remove(folder);
      return saved;
    } catch (error) {
      abort();
      await this.remove(folder);
      if (signal.aborted) throw signal.reason;
      throw describeDiskError(error);
    } finally {
      signal.removeEventListener('abort', abort);
    }
  }

  async remove(folder: string): Promise<void> {
    await fs.rm(folder, { recursive: true, force: true }).catch(() => {
      // It goes with the folder of files on their way in when the library is closed.
    });
  }

  ledger(query: LedgerQuery): Promise<OutputOf<(typeof savingMethods)['ledger.list']>> {
    return this.#worker().call('ledger', query);
  }

  clearLedger(): Promise<number> {
    return this.#worker().call('clearLedger', undefined);
  }

  async close(): Promise<void> {
    const link = this.#link;
    if (!link || link.gone) return;
    // It may die of its last call as well as after it: it is ended either way.
    await link.call('close', undefined).catch(() => {});
    await link.end();
  }

  #worker(): WorkerLink<SaveCalls> {
    if (!this.#link || this.#link.gone) this.#link = this.#parts.startWorker();
    return this.#link;
  }

  /** A further page that cannot be looked into ends the article with those before it. */
  async #lookInto(page: PageToList): Promise<PageParts | undefined> {
    try {
      return await this.#parts.pool.call('listPageParts', page);
    } catch (error) {
      if (error instanceof LibraryError && error.code !== 'closed') return undefined;
      throw error;
    }
  }

  async #capture(capturing: Capturing): Promise<Saved | SentOn> {
    const { link, save, folder, url, onStep, from } = capturing;
    const { pool, now, allowedHosts } = this.#parts;
    const media: KeptMedia[] = [];
    onStep({ stage: 'page', done: 0, total: 0 });
    const landed = await link.call('land', { save, url, folder, allowed: await allowedHosts(), from });
    if (landed.kind === 'feed') {
      await link.call('abort', save);
      const addresses = await pool.call('readFeed', { bytes: landed.bytes, url: landed.url });
      if (addresses.length === 0) throw new LibraryError('empty', 'This feed names no articles.');
      return { kind: 'feed', url: landed.url, addresses };
    }
    if (landed.kind === 'page') {
      const sentTo = await this.#addAll(capturing, landed, media);
      if (sentTo !== undefined) {
        await link.call('abort', save);
        return { kind: 'sent on', url: landed.url, to: sentTo };
      }
    }
    await link.call('end', save);
    onStep({ stage: 'reading', done: 0, total: 0 });
    return { kind: 'file', path: landed.path, root: folder, given: { url: landed.url, asked: url, savedAt: now().toISOString(), ...(media.length === 0 ? {} : { media }) } };
  }

  /** A text: the address that the page itself sends to. @param kept gets what is kept beside the file */
  async #addAll(capturing: Capturing, landed: PageToList, kept: KeptMedia[]): Promise<string | undefined> {
    const { pool, hasMedia } = this.#parts;
    const parts = await pool.call('listPageParts', landed);
    const refused = judgePage(parts.signs, new URL(capturing.url.trim()), new URL(landed.url));
    if (refused) throw refused;
    if (parts.sendsTo !== undefined) return parts.sendsTo;
    const wantsMedia = capturing.media || (await hasMedia([landed.url, parts.address]));
    const media: string[][] = [];
    for await (const page of this.#addPages(capturing, landed, parts)) {
      if (wantsMedia) media.push(...(await pool.call('listMedia', page)));
    }
    // Last, because it may take long, and pictures have to be there within their time.
    kept.push(...(await addMedia(capturing, media)));
    return undefined;
  }

  /** A further page that holds a part of the article; undefined where it cannot be had, or says no. */
  async #findNext({ link, save, onStep }: Capturing, url: string, number: number): Promise<{ page: PageToList; parts: PageParts } | undefined> {
    onStep({ stage: 'page', done: number, total: 0 });
    const page = await link.call('fetchNext', { save, url });
    const parts = page && (await this.#lookInto(page));
    return parts && !judgePage(parts.signs, new URL(url), new URL(page.url)) ? { page, parts } : undefined;
  }

  /** Adds the parts of a page, and each further page of its article with its own. */
  async *#addPages(capturing: Capturing, landed: PageToList, first: PageParts): AsyncGenerator<PageToList> {
    const { link, save, url } = capturing;
    const known = new Set([url, landed.url]);
    let [page, parts] = [landed, first];
    for (let pages = 0; ; pages += 1) {
      await addParts(capturing, parts);
      yield page;
      const { next } = parts;
      if (next === undefined || known.has(next)) return;
      const found = pages >= LIMITS.savedNextPages ? undefined : await this.#findNext(capturing, next, pages + 1);
      // The last page of some sites leads back to the first.
      if (found && found.page.url !== next && known.has(found.page.url)) return;
      if (!found || !(await link.call('keepNext', save))) return await link.call('missNext', { save, url: next });
      known.add(next).add(found.page.url);
      ({ page, parts } = found);
    }
  }
}

/** One save under way. */
interface Capturing extends SaveWish {
  readonly link: WorkerLink<SaveCalls>;
  readonly save: string;
  readonly folder: string;
  readonly url: string;
}

/** Videos and sounds, one after the other: each may be as large as all else together. */
async function addMedia({ link, save, onStep }: Capturing, media: readonly (readonly string[])[]): Promise<KeptMedia[]> {
  const kept: KeptMedia[] = [];
  let isOver = false;
  const telling = setInterval(() => {
    // Whether the worker died is for the call itself to say.
    link.call('mediaProgress', save).then((progress) => progress && !isOver && onStep({ stage: 'media', ...progress }), () => {});
  }, TELL_EVERY_MS);
  try {
    for (const urls of media) {
      const file = await link.call('addMedia', { save, urls });
      if (file) kept.push(file);
    }
    return kept;
  } finally {
    isOver = true;
    clearInterval(telling);
  }
}

/** Pictures of the page first, then its styles and what they want. */
async function addParts({ link, save, onStep }: Capturing, { pictures, styles, files }: PageParts): Promise<void> {
  let [done, total] = [0, pictures.length + styles.length];
  const tell = () => onStep({ stage: 'parts', done, total });
  tell();
  const addEach = async (wanted: readonly (readonly string[])[]): Promise<void> => {
    let isFull = false;
    await inParallel(wanted, PARTS_AT_ONCE, async (urls) => {
      isFull ||= !(await link.call('addPart', { save, urls }));
      done += 1;
      tell();
      return !isFull;
    });
  };
  await addEach(pictures);
  const seen = new Set(styles);
  const wanted = new Set(files);
  // It grows while it is walked: style sheets import others.
  for (const style of seen) {
    if (seen.size > MOST_STYLES) break;
    const references = await link.call('addStyle', { save, url: style });
    for (const more of references.imports) seen.add(more);
    for (const file of references.files) wanted.add(file);
    done += 1;
    total = Math.max(total, done);
    tell();
  }
  total += wanted.size;
  await addEach([...wanted].map((file) => [file]));
}

/** @param work whether to go on */
async function inParallel<Item>(items: readonly Item[], most: number, work: (item: Item) => Promise<boolean>): Promise<void> {
  const left = items.values();
  let goesOn = true;
  const runners = Array.from({ length: Math.min(most, items.length) }, async () => {
    for (const item of left) {
      if (!goesOn) return;
      goesOn = (await work(item)) && goesOn;
    }
  });
  await Promise.all(runners);
}
