import fs from 'node:fs';
import path from 'node:path';
import type { RequestPurpose } from '../../contract/saving.ts';
import { LibraryError, type ErrorCode } from '../../contract/errors.ts';
import { LIMITS } from '../base/limits.ts';
import { imageTypeOf, isBlankPixel } from '../extract/html/image-type.ts';
import type { KeptMedia } from '../extract/article-draft.ts';
import { CaptureFile } from './capture-file.ts';
import { checkAddress, type AllowedHosts } from './check-address.ts';
import type { Sink } from './fetch-once.ts';
import type { Fetched, Fetcher } from './fetcher.ts';
import { MediaFile } from './media-file.ts';
import { fileNameOf } from './name-of-saved.ts';
import { isFeed } from '../extract/feed/read-feed.ts';
import { listStyleReferences, type StyleReferences } from './list-style-references.ts';

/** What an address turned out to lead to. */
export interface Landed {
  /** `page`: a web page, which goes into a file with its parts. `feed`: addresses of others. `file`: anything else, kept as it came. */
  readonly kind: 'page' | 'feed' | 'file';
  readonly url: string;
  readonly charset: string | undefined;
  /** Of a page or a feed, for who looks what is in it. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The file that it is kept in. */
  readonly path: string;
}

export type FurtherPage = Omit<Landed, 'kind' | 'path'>;

export interface CaptureParts {
  readonly fetcher: Pick<Fetcher, 'fetch'>;
  /** An empty folder of its own. */
  readonly folder: string;
  readonly allowed: AllowedHosts;
  readonly now: () => Date;
}

/** One address on its way into a file. What it fetches is written at once and let go of. */
export class PageCapture {
  readonly #parts: CaptureParts;
  readonly #abort = new AbortController();
  /** Of what is fetched next. */
  #allowed: AllowedHosts;
  #file: CaptureFile | undefined;
  #page: URL | undefined;
  #next: Fetched | undefined;
  readonly #have = new Set<string>();
  /** How often parts of a host could not be had because of the host. */
  readonly #lost = new Map<string, number>();
  #partsBytes = 0;
  #media: MediaFile | undefined;
  #mediaFiles = 0;
  #mediaBytes = 0;
  #mediaDeadlineMs: number | undefined;
  #nextDeadlineMs = Number.POSITIVE_INFINITY;
  #asked = 0;
  /** The time for pictures and styles is up. */
  readonly #late = new AbortController();
  #lateTimer: NodeJS.Timeout | undefined;

  constructor(parts: CaptureParts) {
    this.#parts = parts;
    this.#allowed = parts.allowed;
  }

  /** @throws LibraryError for whatever keeps the page out */
  async land(address: string): Promise<Landed> {
    const asked = checkAddress(address);
    this.#allowed = this.#parts.allowed.from(asked);
    const fetched = await this.#fetch(asked, 'page', LIMITS.savedPageBytes, LIMITS.fetchPageMs);
    const { url, type, charset, bytes } = fetched;
    this.#allowed = this.#parts.allowed.from(url);
    if (bytes.length === 0) throw new LibraryError('empty', `What ${url.host} sent is empty.`);
    const kind = kindOf(fetched);
    const file = path.join(this.#parts.folder, fileNameOf(url, kind === 'page' ? 'mhtml' : type));
    if (kind === 'page') this.#file = new CaptureFile(file, { url: url.href, type: 'text/html', charset, bytes }, this.#parts.now());
    else if (kind === 'file') await fs.promises.writeFile(file, bytes, { flag: 'wx', mode: 0o600 });
    this.#page = url;
    this.#lateTimer = setTimeout(() => this.#late.abort(new LibraryError('timed-out', 'The parts of the page were not there in time.')), LIMITS.savedPartsMs);
    this.#nextDeadlineMs = performance.now() + LIMITS.savedNextMs;
    return { kind, url: url.href, charset, bytes: kind === 'file' ? new Uint8Array() : new Uint8Array(bytes), path: file };
  }

  /** A further page, to be looked into before it is kept; undefined where there is none. What is wrong with it does not harm the pages before. */
  async fetchNext(address: string): Promise<FurtherPage | undefined> {
    this.#next = undefined;
    if (performance.now() > this.#nextDeadlineMs) return undefined;
    const fetched = await this.#tryFetch(address, 'next', LIMITS.savedPageBytes, LIMITS.fetchPageMs);
    if (!fetched || kindOf(fetched) !== 'page') return undefined;
    this.#next = fetched;
    return { url: fetched.url.href, charset: fetched.charset, bytes: new Uint8Array(fetched.bytes) };
  }

  /** Takes the page that was fetched last. @returns whether there was room for it, and for parts besides: what is too large is not read at all */
  keepNext(): boolean {
    if (!this.#next || !this.#file) return false;
    const { url, charset, bytes } = this.#next;
    if (this.#file.bytes - this.#partsBytes + bytes.length > LIMITS.savedFileBytes - LIMITS.savedPartsBytes) return false;
    this.#file.addPage({ url: url.href, type: 'text/html', charset, bytes });
    this.#next = undefined;
    return true;
  }

  /** Says that the article goes on with a page that could not be had. */
  missNext(address: string): void {
    this.#next = undefined;
    this.#file?.addMissingPage(address);
  }

  /** Takes the first of some addresses that a picture or a face of letters is at. Whether there is room for more. */
  async addPart(addresses: readonly string[]): Promise<boolean> {
    for (const address of addresses.slice(0, MOST_TRIED)) {
      if (this.#have.has(address)) return true;
      if (!this.#hasRoom) return false;
      const fetched = await this.#tryFetch(address, 'picture', LIMITS.imageBytes, LIMITS.fetchPartMs);
      const type = fetched && partTypeOf(fetched.bytes);
      if (!fetched || type === undefined) continue;
      if (!this.#add(address, { ...fetched, type })) return false;
      return true;
    }
    return this.#hasRoom;
  }

  /** Takes a style sheet; what it wants loaded besides. */
  async addStyle(address: string): Promise<StyleReferences> {
    if (this.#have.has(address) || !this.#hasRoom) return { imports: [], files: [] };
    const fetched = await this.#tryFetch(address, 'style', LIMITS.savedStyleBytes, LIMITS.fetchPartMs);
    if (!fetched || (fetched.type !== 'text/css' && fetched.type !== '')) return { imports: [], files: [] };
    this.#add(address, { ...fetched, type: 'text/css' });
    return listStyleReferences(fetched.bytes.toString('utf8'), fetched.url.href);
  }

  /**
   * Takes the first of some addresses that a video or a sound is at, into a file of its own. Undefined where it is not to be had.
   *
   * @throws LibraryError what the disk says; `cancelled`
   */
  async addMedia(addresses: readonly string[]): Promise<KeptMedia | undefined> {
    const [first] = addresses;
    if (first === undefined || this.#have.has(first)) return undefined;
    this.#have.add(first);
    this.#mediaFiles += 1;
    const media = new MediaFile(path.join(this.#parts.folder, `media-${this.#mediaFiles}`));
    this.#media = media;
    try {
      this.#mediaDeadlineMs ??= performance.now() + LIMITS.fetchMediaMs;
      for (const address of addresses.slice(0, MOST_TRIED)) {
        const limit = Math.min(LIMITS.savedMediaBytes, LIMITS.savedMediaTotalBytes - this.#mediaBytes);
        const timeMs = Math.floor(this.#mediaDeadlineMs - performance.now());
        if (this.#mediaFiles > LIMITS.savedMediaFiles || limit <= 0 || timeMs <= 0) break;
        const kept = (await this.#tryFetch(address, 'media', limit, timeMs, media)) && (await media.end());
        // What came in vain counts as well.
        this.#mediaBytes += media.takenBytes();
        if (!kept) {
          media.dropUnended();
          continue;
        }
        this.#file?.addMedia(address, kept);
        return kept;
      }
      this.#file?.addMedia(first, undefined);
      return undefined;
    } finally {
      media.dropUnended();
      this.#media = undefined;
    }
  }

  /** Of the video or sound that is being fetched, in bytes; a total of 0 where nobody knows. */
  get mediaProgress(): { readonly done: number; readonly total: number } {
    return this.#media?.progress ?? { done: 0, total: 0 };
  }

  /** The file is whole. */
  end(): void {
    clearTimeout(this.#lateTimer);
    this.#file?.end();
    this.#file = undefined;
  }

  /** Stops what is under way. */
  abort(): void {
    clearTimeout(this.#lateTimer);
    this.#abort.abort(new LibraryError('cancelled', 'It was cancelled before it was fetched. Save it again to have it.'));
    this.#file?.abandon();
    this.#file = undefined;
  }

  get #hasRoom(): boolean {
    return this.#have.size < LIMITS.savedParts && this.#asked < LIMITS.savedAddresses && this.#partsBytes < LIMITS.savedPartsBytes && !this.#late.signal.aborted;
  }

  #add(address: string, { type, charset, bytes }: Pick<Fetched, 'type' | 'charset' | 'bytes'>): boolean {
    if (!this.#file || this.#partsBytes + bytes.length > LIMITS.savedPartsBytes) return false;
    this.#have.add(address);
    this.#partsBytes += bytes.length;
    this.#file.addPart({ url: address, type, charset, bytes });
    return true;
  }

  async #tryFetch(address: string, purpose: RequestPurpose, limitBytes: number, timeMs: number, sink?: Sink): Promise<Fetched | undefined> {
    const host = URL.parse(address)?.host ?? '';
    if ((this.#lost.get(host) ?? 0) >= MOST_LOST || this.#asked >= LIMITS.savedAddresses) return undefined;
    this.#asked += 1;
    try {
      return await this.#fetch(checkAddress(address), purpose, limitBytes, timeMs, sink);
    } catch (error) {
      // A part that is not to be had is missing, and is named where the article lacks it; the ledger says why.
      if (!(error instanceof LibraryError) || ENDS_ALL.has(error.code)) throw error;
      // Whose parts are let go of because the time for all is up is not to blame.
      if ((error.code === 'site-unreachable' || error.code === 'timed-out') && error !== this.#late.signal.reason) this.#lost.set(host, (this.#lost.get(host) ?? 0) + 1);
      return undefined;
    }
  }

  #fetch(url: URL, purpose: RequestPurpose, limitBytes: number, timeMs: number, sink?: Sink): Promise<Fetched> {
    const { fetcher } = this.#parts;
    const isPart = purpose === 'picture' || purpose === 'style';
    const signal = isPart ? AbortSignal.any([this.#abort.signal, this.#late.signal]) : this.#abort.signal;
    return fetcher.fetch({ url, purpose, ...(this.#page ? { partOf: this.#page } : {}), limitBytes, timeMs, allowed: this.#allowed, signal, ...(sink ? { sink } : {}) });
  }
}

/** What is wrong with the disk is so for every part. */
const ENDS_ALL: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['cancelled', 'disk-full', 'read-only', 'damaged']);
/** A host that did not answer so often is not waited for again: a page may have fifty pictures there. */
const MOST_LOST = 2;
/** Of the addresses of one picture. */
const MOST_TRIED = 3;

function kindOf({ type, bytes }: Fetched): Landed['kind'] {
  if (isFeed(type, bytes)) return 'feed';
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'page';
  // Whatever the site calls it: only as a page it is looked into for what it says of itself.
  return /^(?:ï»¿)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html)\b/i.test(bytes.subarray(0, 1_024).toString('latin1')) ? 'page' : 'file';
}

/** What a part is by its content, whatever its site says of it. Undefined for what is none, and for what only counts readers. */
function partTypeOf(bytes: Buffer): string | undefined {
  const image = imageTypeOf(bytes);
  if (image !== undefined) return isBlankPixel(bytes) ? undefined : image;
  const start = bytes.subarray(0, 1_024).toString('latin1');
  if (/^(?:wOFF|wOF2)/.test(start)) return start.startsWith('wOF2') ? 'font/woff2' : 'font/woff';
  if (/^(?:OTTO|true|\0\x01\0\0)/.test(start)) return start.startsWith('OTTO') ? 'font/otf' : 'font/ttf';
  return /^\uFEFF?(?:ï»¿)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i.test(start) ? 'image/svg+xml' : undefined;
}
