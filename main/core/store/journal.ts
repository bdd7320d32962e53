import fs from 'node:fs';
import path from 'node:path';
import { LibraryError } from '../../contract/errors.ts';
import { assert } from '../base/assert.ts';
import type { DiskCalls } from '../base/disk-calls.ts';
import { LIMITS } from '../base/limits.ts';
import { syncFolder, writeFileDurably, writeFully } from '../base/write-file-durably.ts';
import { decodeJournalFrame, encodeJournalRecord, scanJournal, type JournalEntry } from './journal-record.ts';

/** One place of the journal: the file it stands in and what is there. */
export type JournalPlace = JournalEntry & { readonly file: string };

const JOURNAL_FILE = /^\d{6,}\.cj$/;

/** The journal's files in order of writing. */
export function listJournalFiles(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  const names = fs.readdirSync(folder).filter((name) => JOURNAL_FILE.test(name));
  return names.toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10)).map((name) => path.join(folder, name));
}

/** Every place of the journal, in order. Only a tear at the end of the last file is a torn tail; others are damage. */
export function* readJournal(folder: string): Generator<JournalPlace> {
  const files = listJournalFiles(folder);
  for (const file of files) {
    for (const entry of scanJournal(fs.readFileSync(file))) {
      if (entry.kind === 'torn' && file !== files.at(-1)) yield { ...entry, kind: 'damage', file };
      else yield { ...entry, file };
    }
  }
}

/** The records above `change`, oldest first; reads only the files that can hold any. */
export function readRecordsAbove(folder: string, change: number): { change: number; json: string }[] {
  const found: { change: number; json: string }[] = [];
  for (const file of listJournalFiles(folder).toReversed()) {
    const records = [...scanJournal(fs.readFileSync(file))].filter((entry) => entry.kind === 'record');
    const above = records.filter((record) => record.change > change);
    found.unshift(...above.map((record) => ({ change: record.change, json: decodeJournalFrame(record.frame) })));
    if (records.length > above.length) break;
  }
  return found;
}

/** One record, or undefined where it cannot be read any more. */
export function readRecord(folder: string, change: number): string | undefined {
  for (const file of listJournalFiles(folder).toReversed()) {
    const records = [...scanJournal(fs.readFileSync(file))].filter((entry) => entry.kind === 'record');
    const found = records.find((record) => record.change === change);
    if (found) return decodeJournalFrame(found.frame);
    if (records.some((record) => record.change < change)) return undefined;
  }
  return undefined;
}

/** The number of the journal's last whole record; 0 in a new library. */
export function readLastJournalledChange(folder: string): number {
  for (const file of listJournalFiles(folder).toReversed()) {
    const last = [...scanJournal(fs.readFileSync(file))].findLast(({ kind }) => kind === 'record');
    if (last?.kind === 'record') return last.change;
  }
  return 0;
}

/**
 * The writing end of the journal. A record is durable when `append` returns. After an append that failed, the file is
 * as it was before; if even that cannot be had, the journal refuses everything until it is opened again.
 */
export class JournalWriter {
  readonly #disk: DiskCalls;
  readonly #folder: string;
  #file: string;
  #handle: number;
  #size: number;
  #broken = false;
  #closed = false;

  /** Opens the last file and cuts off a torn tail. */
  constructor(disk: DiskCalls, folder: string) {
    this.#disk = disk;
    this.#folder = folder;
    const last = listJournalFiles(folder).at(-1);
    if (last === undefined) {
      this.#file = path.join(folder, '000001.cj');
      this.#handle = disk.openSync(this.#file, 'wx', 0o600);
      this.#size = 0;
      syncFolder(disk, folder);
      return;
    }
    this.#file = last;
    const bytes = fs.readFileSync(last);
    const torn = [...scanJournal(bytes)].find((entry) => entry.kind === 'torn');
    this.#handle = disk.openSync(last, 'r+');
    this.#size = torn ? torn.offset : bytes.length;
    if (torn) this.#cutAt(this.#size);
  }

  append(change: number, json: string | Uint8Array): void {
    assert(this.usable, 'the journal is used after it was closed, or after a failure that it could not undo');
    if (Buffer.byteLength(json) > LIMITS.journalRecordBytes) {
      throw new LibraryError('too-large', 'These articles are too large to be kept together. Import them one by one.');
    }
    this.#rollOver();
    const before = this.#size;
    const record = encodeJournalRecord(change, json);
    try {
      writeFully(this.#disk, this.#handle, record, before);
      this.#disk.fdatasyncSync(this.#handle);
    } catch (error) {
      this.#cutAt(before);
      throw error;
    }
    this.#size += record.length;
  }

  /** Takes the last record back; for when the database refused what the journal already took. */
  takeBack(bytes: number): void {
    this.#cutAt(bytes);
    this.#size = bytes;
  }

  /** The length of the file being written: what `takeBack` needs to know from before an append. */
  get size(): number {
    this.#rollOver();
    return this.#size;
  }

  get usable(): boolean {
    return !this.#broken && !this.#closed;
  }

  /** Ends writing; a second time, nothing. The handle's number may be another file's by then. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#disk.closeSync(this.#handle);
  }

  #cutAt(size: number): void {
    try {
      this.#disk.ftruncateSync(this.#handle, size);
      this.#disk.fsyncSync(this.#handle);
    } catch (error) {
      this.#broken = true;
      throw error;
    }
  }

  #rollOver(): void {
    if (this.#size < LIMITS.journalFileBytes) return;
    const number = Number.parseInt(path.basename(this.#file), 10) + 1;
    const next = path.join(this.#folder, `${String(number).padStart(6, '0')}.cj`);
    const handle = this.#disk.openSync(next, 'wx', 0o600);
    syncFolder(this.#disk, this.#folder);
    this.#disk.closeSync(this.#handle);
    this.#file = next;
    this.#handle = handle;
    this.#size = 0;
  }
}

/**
 * Writes each journal file anew with every record's JSON passed through `rewrite` (undefined keeps a record as it is).
 * Files in which nothing changes are left alone. No JournalWriter may be open meanwhile.
 */
export function rewriteJournal(disk: DiskCalls, folder: string, rewrite: (json: string) => string | undefined): void {
  for (const file of listJournalFiles(folder)) {
    const bytes = fs.readFileSync(file);
    let changed = false;
    const parts: Buffer[] = [];
    for (const entry of scanJournal(bytes)) {
      const json = entry.kind === 'record' ? rewrite(decodeJournalFrame(entry.frame)) : undefined;
      changed ||= json !== undefined;
      parts.push(entry.kind === 'record' && json !== undefined ? encodeJournalRecord(entry.change, json) : bytes.subarray(entry.offset, entry.end));
    }
    if (changed) writeFileDurably(disk, file, Buffer.concat(parts));
  }
}
