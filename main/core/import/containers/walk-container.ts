import { LibraryError, type ErrorCode } from '../../../contract/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import type { GivenFacts } from '../reader.ts';
import { readerOf, type ByteReader } from './byte-reader.ts';
import { collectFile, holdFile } from './collect-file.ts';
import type { Contained, ContainedFile, Container, ContainerInput, ContainerName } from './container.ts';
import { CONTAINERS } from './containers.ts';
import { inBatches } from './in-batches.ts';
import { baseName, HOSTILE_NAME, isBelowAny, judgeName, showName } from './judge-name.ts';
import { NameSet } from './name-set.ts';
import { PageParts, type Part } from './page-parts.ts';
import type { PictureBeside } from './picture-shelf.ts';
import type { RandomBytes } from './random-bytes.ts';
import { recogniseByHead, recogniseZip, SIGN_BYTES } from './recognise-container.ts';
import type { Spill } from './spill.ts';
import type { UnpackBudget } from './unpack-budget.ts';

/** What came out of an archive. Names are those in the archive, with those of the archives in it before them. */
export type Unpacked =
  | UnpackedFile
  /** Without an item it is the archive itself that could not be read, or not to its end. `isContainer`: what was in it came before. */
  | { readonly kind: 'failed'; readonly item?: string; readonly code: ErrorCode; readonly message: string; readonly isContainer?: boolean }
  /** `of`: the page that it belongs to; the archive where there is none. */
  | { readonly kind: 'companion'; readonly item: string; readonly of?: string }
  /** A picture or the like, of which only the end of the archive shows whether a page used it. */
  | { readonly kind: 'asset'; readonly item: string; readonly label: string }
  /** An item that an earlier run has reported. */
  | { readonly kind: 'settled' };

export interface UnpackedFile {
  readonly kind: 'file';
  readonly item: string;
  /** Its own name without folders. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly given?: GivenFacts;
  /** Pictures that lie ready for it, until the page of this number is given back. */
  readonly beside?: { readonly page: number; readonly pictures: readonly PictureBeside[] };
}

export interface WalkParts {
  readonly budget: UnpackBudget;
  readonly spill: Spill;
  /** Which items an earlier run has reported; asked before anything of them is read. */
  readonly areSettled: (items: readonly string[]) => Promise<readonly boolean[]>;
}

/** A container and where it lies. */
interface Place {
  readonly container: Container;
  /** What stands before the names in it: empty, or `inner.zip/`. */
  readonly prefix: string;
  /** How many containers are around it, and it. */
  readonly depth: number;
  readonly parts: PageParts | undefined;
  /** Names of links: what seems to lie below one would be written somewhere else. */
  readonly links: Set<string>;
}

/** Files of a container that can be read at any place are looked at together, so that it can be asked for all at once what is settled. */
const FILES_AHEAD = 256;
/** Links of one container that are remembered. */
const MOST_LINKS = 10_000;
/** The library as a whole cannot go on. */
const FATAL: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['disk-full', 'read-only', 'damaged', 'closed']);

/**
 * Everything in a container, and in those in it, one by one. Nothing that is wrong with them is thrown: it comes out as
 * failed, and the rest goes on as far as it can.
 */
export class ContainerWalk {
  readonly #parts: WalkParts;
  readonly #laidOut = new Map<number, () => void>();
  #lastPage = 0;

  constructor(parts: WalkParts) {
    this.#parts = parts;
  }

  /** @param file the container; the caller closes it */
  walk(name: ContainerName, file: RandomBytes, fileName: string): AsyncGenerator<Unpacked> {
    return this.#walk(CONTAINERS[name], { reader: readerOf(file), file, fileName, budget: this.#parts.budget }, { prefix: '', depth: 1 });
  }

  /** A page was read: the pictures that lay ready for it are needed no longer. */
  giveBack(page: number): void {
    this.#laidOut.get(page)?.();
    this.#laidOut.delete(page);
  }

  async *#walk(container: Container, input: ContainerInput, { prefix, depth }: Pick<Place, 'prefix' | 'depth'>): AsyncGenerator<Unpacked> {
    const isFile = container.reads === 'file' || (container.reads === 'both' && input.file !== undefined);
    const parts = container.holds === 'files' ? new PageParts(this.#parts.spill, isFile ? () => container.list(input) : undefined) : undefined;
    const place: Place = { container, prefix, depth, parts, links: new Set() };
    const self = prefix === '' ? {} : { item: prefix.slice(0, -1) };
    let holdsItems = false;
    try {
      for await (const unpacked of this.#takeAll(container.list(input), place, isFile ? FILES_AHEAD : 1)) {
        holdsItems ||= unpacked.kind !== 'companion';
        yield unpacked;
      }
      if (!holdsItems) yield { kind: 'failed', ...self, code: 'empty', message: `There is nothing to import in this ${container.label}.`, isContainer: true };
    } catch (error) {
      yield { kind: 'failed', ...self, ...describe(error), isContainer: true };
    }
  }

  /** All that is listed, and what waited for the end, even where the end is an error. */
  async *#takeAll(list: AsyncGenerator<Contained>, place: Place, filesAhead: number): AsyncGenerator<Unpacked> {
    const names = new NameSet();
    let problem: { readonly error: unknown } | undefined;
    try {
      for await (const batch of inBatches(list, filesAhead)) {
        const items = batch.map(({ name }) => place.prefix + names.makeUnique(showName(name, LIMITS.archiveNameLength)));
        const settled = await this.#parts.areSettled(items);
        for (const [index, contained] of batch.entries()) {
          this.#parts.budget.spendEntry();
          if (settled[index] === true) yield { kind: 'settled' };
          else yield* this.#take(contained, items[index] ?? '?', place);
          if (this.#parts.budget.overdrawn) throw this.#parts.budget.overdrawn;
        }
      }
    } catch (error) {
      problem = { error };
    }
    if (place.parts) for await (const part of place.parts.rest()) yield this.#handOver(part, place);
    if (problem) throw problem.error;
  }

  async *#take(contained: Contained, item: string, place: Place): AsyncGenerator<Unpacked> {
    const { name } = contained;
    if (contained.kind === 'companion') return yield { kind: 'companion', item };
    if (place.container.holds === 'files') {
      const judgement = isBelowAny(name, place.links) ? 'hostile' : judgeName(name);
      if (judgement === 'junk') return yield { kind: 'companion', item };
      if (judgement === 'hostile') return yield { kind: 'failed', item, code: 'malformed', message: HOSTILE_NAME };
    }
    if (contained.kind === 'failed') {
      if (place.links.size < MOST_LINKS) place.links.add(name);
      return yield { kind: 'failed', item, code: contained.code, message: contained.message };
    }
    const page = await place.parts?.findPage(name);
    if (page !== undefined) return yield { kind: 'companion', item, of: place.prefix + page };
    try {
      yield* this.#takeFile(contained, item, place);
    } catch (error) {
      yield { kind: 'failed', item, ...describe(error) };
    }
  }

  async *#takeFile(contained: ContainedFile, item: string, place: Place): AsyncGenerator<Unpacked> {
    const fileName = showName(contained.fileName ?? baseName(contained.name), LIMITS.archiveNameLength);
    const reader = contained.open();
    const sign = recogniseByHead(await reader.peek(SIGN_BYTES), fileName);
    if (sign === 'zip?') return yield* this.#takeZip(contained, reader, { item, fileName, place });
    if (sign !== undefined) return yield* this.#enter(CONTAINERS[sign], { reader, file: undefined }, { item, fileName, place });
    yield* this.#takeBytes(contained, await collectFile(reader, contained.sizeBytes), { item, fileName, place });
  }

  /** A document, or a zip archive: that must be read here and there, so all of it is taken out first. */
  async *#takeZip(contained: ContainedFile, reader: ByteReader, as: TakenAs): AsyncGenerator<Unpacked> {
    const held = await holdFile(reader, contained.sizeBytes, this.#parts.spill);
    try {
      const name = await recogniseZip(held.file, as.fileName);
      if (name !== undefined) yield* this.#enter(CONTAINERS[name], { reader: readerOf(held.file), file: held.file }, as);
      else yield* this.#takeBytes(contained, await collectFile(readerOf(held.file), held.file.sizeBytes), as);
    } finally {
      held.drop();
    }
  }

  async *#enter(container: Container, bytes: Pick<ContainerInput, 'reader' | 'file'>, { item, fileName, place }: TakenAs): AsyncGenerator<Unpacked> {
    // What was only packed is no folder: `news.tar.gz` holds files, and no `news.tar` that does.
    const isUnpacked = place.container.holds === 'packed';
    const depth = isUnpacked && container.holds !== 'packed' ? place.depth : place.depth + 1;
    if (depth > LIMITS.archiveDepth) {
      throw new LibraryError('too-deep', `More than ${LIMITS.archiveDepth} archives lie inside one another here. Unpack the outer ones and import this one.`);
    }
    yield* this.#walk(container, { ...bytes, fileName, budget: this.#parts.budget }, { prefix: isUnpacked ? place.prefix : `${item}/`, depth });
  }

  async *#takeBytes(contained: ContainedFile, bytes: Uint8Array, { item, fileName, place }: TakenAs): AsyncGenerator<Unpacked> {
    const { name, given } = contained;
    if (place.parts === undefined) return yield { kind: 'file', item, fileName, bytes, ...(given === undefined ? {} : { given }) };
    const part = await place.parts.take({ name, item, fileName, bytes });
    if (part !== undefined) yield this.#handOver(part, place);
  }

  #handOver(part: Part, { prefix }: Place): Unpacked {
    if (part.kind === 'companion') return { kind: 'companion', item: part.item, of: prefix + part.of };
    if (part.kind === 'asset') return part;
    const { item, fileName, bytes } = part.file;
    if (part.laidOut === undefined || part.laidOut.pictures.length === 0) return { kind: 'file', item, fileName, bytes };
    this.#lastPage += 1;
    this.#laidOut.set(this.#lastPage, part.laidOut.giveBack);
    const pictures = part.laidOut.pictures.map((picture) => ({ ...picture, name: prefix + picture.name }));
    return { kind: 'file', item, fileName, bytes, beside: { page: this.#lastPage, pictures } };
  }
}

interface TakenAs {
  readonly item: string;
  readonly fileName: string;
  readonly place: Place;
}

/** What is wrong with a file, for the report. A bug, and what ends the import, is thrown on. */
function describe(error: unknown): { code: ErrorCode; message: string } {
  if (!(error instanceof LibraryError) || FATAL.has(error.code)) throw error;
  return { code: error.code, message: error.message };
}
