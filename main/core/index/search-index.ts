import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { realDisk, type DiskCalls } from '../base/disk-calls.ts';
import { writeFileDurably } from '../base/write-file-durably.ts';
import { SegmentBuilder } from './build-segment.ts';
import { chooseMerge } from './choose-merge.ts';
import { FIELDS } from './fields.ts';
import type { IndexDocument } from './index-document.ts';
import { Lexicon } from './lexicon.ts';
import { LiveSegment } from './live-segment.ts';
import { decodeRemoved, encodeRemoved, readManifest, writeManifest, ANALYSIS_VERSION } from './manifest.ts';
import { mergeSegments } from './merge-segments.ts';
import { layOutFile, DamagedSegment, type Sections } from './segment-file.ts';
import { Segment } from './segment.ts';

/** So many segments in memory become one ... */
const MEMORY_FAN = 8;
/** ... and with so many documents together they become a file. */
const MOST_IN_MEMORY = 256;
/** The name of the list of segments in the index folder. */
export const MANIFEST = 'manifest.json';
const SEGMENT_FILE = /^segment-[0-9a-z]+\.cseg$/;

/** Segments that are to become one. `removed`: as they were when the merge was chosen. */
export interface Merge {
  readonly inputs: readonly { readonly file: string; readonly removed: Uint32Array }[];
}

/**
 * The index of a library: immutable segments in files, small ones in memory, and marks for removed documents. Holds
 * each article once, by its row number. All calls are synchronous; one thread owns it. What it says is derived: it can
 * be thrown away at any time and made anew from the store.
 *
 * What `commit` wrote is what the next `open` finds; what came later is asked of the store again (see `change`).
 */
export class SearchIndex {
  /** Of the store: every change up to it is in the index. */
  change = 0;
  /** Files that were not as they had been written, and were left out. */
  readonly damaged: readonly string[];
  readonly #folder: string | undefined;
  readonly #disk: DiskCalls;
  readonly #access: 'read' | 'write';
  #live: LiveSegment[] = [];
  /** By row number: the segment's serial number times 2^31, plus the document, plus one; 0 for none. */
  #places = new Float64Array(1 << 12);
  readonly #serials = new Map<LiveSegment, number>();
  readonly #bySerial = new Map<number, LiveSegment>();
  #lastSerial = 0;
  #lexicon = new Lexicon();
  /** Files whose segments were merged; until the next commit the list of files still names them. */
  readonly #obsolete: string[] = [];

  /**
   * @param folder where segments are kept; undefined keeps everything in memory
   * @param access `read`: the folder is another's; what is added stays in memory, and nothing is committed
   */
  constructor(folder?: string, disk: DiskCalls = realDisk, access: 'read' | 'write' = 'write') {
    this.#folder = folder;
    this.#disk = disk;
    this.#access = access;
    this.damaged = folder === undefined ? [] : this.#openSegments(folder);
  }

  get segments(): readonly LiveSegment[] {
    return this.#live;
  }

  get documents(): number {
    return this.#live.reduce((sum, live) => sum + live.documents, 0);
  }

  /** By field, the mean number of words that score. */
  averageLengths(): number[] {
    const { documents } = this;
    return FIELDS.map((_, field) => this.#live.reduce((sum, { totals }) => sum + (totals[field] ?? 0), 0) / documents);
  }

  /** Codes of the languages that there are. */
  languages(): string[] {
    return [...new Set(this.#live.flatMap(({ languages }) => [...languages.keys()]))];
  }

  /** Where an article stands, or undefined. */
  find(n: number): { live: LiveSegment; doc: number } | undefined {
    const place = (this.#places[n] ?? 0) - 1;
    if (place < 0) return undefined;
    const live = this.#bySerial.get(Math.floor(place / 2 ** 31));
    return live && { live, doc: place % 2 ** 31 };
  }

  /** The row numbers of all articles, in no order. */
  *rows(): Generator<number> {
    for (const live of this.#live) {
      const { rows, count } = live.segment.documents;
      for (let doc = 0; doc < count; doc += 1) if (!live.isRemoved(doc)) yield rows[doc] ?? 0;
    }
  }

  /** Adds articles, each in the place of what was there by its row number. They are found at once. */
  add(documents: readonly IndexDocument[]): void {
    if (documents.length === 0) return;
    if (this.#lexicon.full) this.#lexicon = new Lexicon();
    const builder = new SegmentBuilder(this.#lexicon);
    for (const document of documents) builder.add(document);
    this.#takeIn(new LiveSegment(Segment.ofSections(builder.finish()), null));
    const inMemory = this.#inMemory();
    if (inMemory.length >= MEMORY_FAN || inMemory.reduce((sum, live) => sum + live.documents, 0) >= MOST_IN_MEMORY) this.#mergeInMemory(inMemory);
  }

  /** Returns whether it was there. */
  remove(n: number): boolean {
    const found = this.find(n);
    if (!found) return false;
    found.live.remove(found.doc);
    this.#places[n] = 0;
    return true;
  }

  /**
   * Takes in a segment that was made elsewhere (see `writeSegment`), in the place of what was there.
   *
   * @param isOld whether an article is another by now, or is in the index in this version: it is left out of the segment
   * @throws DamagedSegment
   */
  adopt(file: string, isOld: (n: number, id: string, version: number) => boolean = () => false): void {
    const live = new LiveSegment(Segment.open(path.join(this.#requireFolder(), file)), file);
    const { documents } = live.segment;
    for (let doc = 0; doc < documents.count; doc += 1) {
      if (isOld(documents.rows[doc] ?? 0, documents.id(doc), documents.versions[doc] ?? 0)) live.remove(doc);
    }
    this.#takeIn(live);
  }

  /** What should be merged next, if anything: see merge-files.ts. */
  chooseMerge(): Merge | undefined {
    const chosen = chooseMerge(this.#live.filter(({ file }) => file !== null));
    if (chosen.length === 0) return undefined;
    return { inputs: chosen.flatMap(({ file, removed }) => (file === null ? [] : [{ file, removed: removed.slice() }])) };
  }

  /**
   * Puts the result of a merge in the place of its inputs; what was removed from them meanwhile is removed from it, too.
   *
   * @throws DamagedSegment
   */
  finishMerge({ inputs }: Merge, file: string): void {
    const merged = new LiveSegment(Segment.open(path.join(this.#requireFolder(), file)), file);
    const names = new Set(inputs.map((input) => input.file));
    const before = new Set(this.#live.filter((live) => live.file !== null && names.has(live.file)));
    const { rows, count } = merged.segment.documents;
    for (let doc = 0; doc < count; doc += 1) {
      const at = this.find(rows[doc] ?? 0);
      if (!at || !before.has(at.live)) merged.remove(doc);
    }
    this.#replace([...before], merged);
  }

  /** Makes what the index holds lasting: segments in memory become a file, then the list of files is written, then files that were merged go. */
  commit(change: number): void {
    const folder = this.#requireFolder();
    this.change = change;
    this.#disk.mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#flush(folder);
    const segments = this.#live.flatMap(({ file, removed }) => (file === null ? [] : [{ file, removed: encodeRemoved(removed) }]));
    writeManifest(this.#disk, path.join(folder, MANIFEST), { analysis: ANALYSIS_VERSION, change, segments });
    // A reader that has one open keeps what it has; on Windows the file then stays until the next tidying.
    for (const name of this.#obsolete.splice(0)) removeQuietly(this.#disk, path.join(folder, name));
  }

  /** Deletes what crashes left in the folder. Only for the library's one writer, before it lets segments be made. */
  tidy(): void {
    if (this.#folder === undefined || !fs.existsSync(this.#folder)) return;
    const named = new Set<string | null>(this.#live.map(({ file }) => file));
    for (const name of fs.readdirSync(this.#folder)) {
      if ((SEGMENT_FILE.test(name) || name.endsWith('.part')) && !named.has(name)) removeQuietly(this.#disk, path.join(this.#folder, name));
    }
  }

  close(): void {
    for (const { segment } of this.#live) segment.close();
    this.#live = [];
  }

  #openSegments(folder: string): string[] {
    const manifest = readManifest(path.join(folder, MANIFEST));
    const damaged: string[] = [];
    for (const { file, removed } of manifest?.segments ?? []) {
      try {
        this.#takeIn(new LiveSegment(Segment.open(path.join(folder, file)), file, decodeRemoved(removed)));
      } catch (error) {
        if (!isDamage(error)) throw error;
        damaged.push(file);
      }
    }
    // Without a segment everything has to be looked at again.
    this.change = damaged.length > 0 ? 0 : (manifest?.change ?? 0);
    return damaged;
  }

  #takeIn(live: LiveSegment): void {
    this.#list(live);
    this.#place(live, (at) => at.live.remove(at.doc));
  }

  #list(live: LiveSegment): void {
    this.#lastSerial += 1;
    this.#serials.set(live, this.#lastSerial);
    this.#bySerial.set(this.#lastSerial, live);
    this.#live.push(live);
  }

  #place(live: LiveSegment, onOlder: (at: { live: LiveSegment; doc: number }) => void): void {
    const serial = this.#serials.get(live) ?? 0;
    const { rows, count } = live.segment.documents;
    for (let doc = 0; doc < count; doc += 1) {
      if (live.isRemoved(doc)) continue;
      const n = rows[doc] ?? 0;
      const older = this.find(n);
      if (older) onOlder(older);
      if (n >= this.#places.length) this.#growPlaces(n);
      this.#places[n] = serial * 2 ** 31 + doc + 1;
    }
  }

  #growPlaces(n: number): void {
    const larger = new Float64Array(Math.max(this.#places.length * 2, n + 1));
    larger.set(this.#places);
    this.#places = larger;
  }

  #replace(before: readonly LiveSegment[], by: LiveSegment): void {
    this.#list(by);
    this.#place(by, () => {});
    for (const live of before) this.#drop(live);
    // All of it was removed.
    if (by.documents === 0) this.#drop(by);
  }

  #drop(live: LiveSegment): void {
    this.#bySerial.delete(this.#serials.get(live) ?? 0);
    this.#serials.delete(live);
    this.#live = this.#live.filter((other) => other !== live);
    live.segment.close();
    if (live.file !== null) this.#obsolete.push(live.file);
  }

  /** For a reader, who writes none to a file, without those that are large enough for one. */
  #inMemory(): LiveSegment[] {
    return this.#live.filter(({ file, documents }) => file === null && (this.#access === 'write' || documents < MOST_IN_MEMORY));
  }

  #mergeInMemory(inMemory: readonly LiveSegment[]): void {
    const merged = mergeSegments(inMemory.map((live) => ({ segment: live.segment, isRemoved: (doc: number) => live.isRemoved(doc) })));
    const documents = inMemory.reduce((sum, live) => sum + live.documents, 0);
    if (this.#folder === undefined || this.#access === 'read' || documents < MOST_IN_MEMORY) this.#replace(inMemory, new LiveSegment(Segment.ofSections(merged), null));
    else this.#toFile(this.#folder, inMemory, merged);
  }

  #flush(folder: string): void {
    const inMemory = this.#inMemory();
    if (inMemory.length === 0) return;
    this.#toFile(folder, inMemory, mergeSegments(inMemory.map((live) => ({ segment: live.segment, isRemoved: (doc: number) => live.isRemoved(doc) }))));
  }

  #toFile(folder: string, before: readonly LiveSegment[], sections: Sections): void {
    this.#disk.mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = writeSegment(this.#disk, folder, sections);
    this.#replace(before, new LiveSegment(Segment.open(path.join(folder, file)), file));
  }

  #requireFolder(): string {
    if (this.#folder === undefined) throw new Error('This should not be possible: an index in memory is asked for its files');
    return this.#folder;
  }
}

/** Writes a segment's file durably under a new name, and returns the name. */
export function writeSegment(disk: DiskCalls, folder: string, sections: Sections): string {
  const file = `segment-${randomBytes(8).toString('hex')}.cseg`;
  writeFileDurably(disk, path.join(folder, file), ...layOutFile(sections));
  return file;
}

/** Merges segments as `SearchIndex.chooseMerge` said, in any thread; returns the name of the new file. */
export function mergeFiles(disk: DiskCalls, folder: string, { inputs }: Merge): string {
  const opened = inputs.map(({ file, removed }) => new LiveSegment(Segment.open(path.join(folder, file), READ_AHEAD), file, removed));
  try {
    return writeSegment(disk, folder, mergeSegments(opened.map((live) => ({ segment: live.segment, isRemoved: (doc) => live.isRemoved(doc) }))));
  } finally {
    for (const { segment } of opened) segment.close();
  }
}

const READ_AHEAD = 1 << 20;

function removeQuietly(disk: DiskCalls, file: string): void {
  try {
    disk.rmSync(file, { force: true });
  } catch {
    // It takes space and is never read; the next tidying tries again.
  }
}

function isDamage(error: unknown): boolean {
  return error instanceof DamagedSegment || (error instanceof Error && 'code' in error && error.code === 'ENOENT');
}
