import fs from 'node:fs';
import zlib from 'node:zlib';
import { z } from 'zod';
import { ByteReader } from './bytes.ts';
import { decodeForms } from './forms.ts';
import { SegmentDocuments } from './segment-documents.ts';
import { DamagedSegment, HEADER_BYTES, mapSections, ON_DISK, pad, readExtents, SECTIONS, type Extent, type Sections } from './segment-file.ts';
import { TermTable, type TermRecord } from './term-table.ts';

const Meta = z.object({ documents: z.number().int(), languages: z.array(z.string()), totals: z.array(z.number()) });

/** Reads a part of a section that is not held in memory. The bytes are valid until the next call. */
type ReadPart = (offset: number, length: number) => Uint8Array;

interface Positions {
  readonly bytes: number;
  readonly read: ReadPart;
}

/** Terms of one kind (those that score, or stop words) with their positions. */
export interface TermKind {
  readonly table: TermTable;
  readonly readPositions: ReadPart;
  /** Of all of them. */
  readonly positionsBytes: number;
}

/** The forms of a rare word and its positions are read together, and mostly those of its neighbours, too, which a pattern asks for next. */
const READ_AHEAD = 1 << 14;

/** An immutable part of the index: some documents with all their words. See search.md and segment-file.ts. */
export class Segment {
  readonly documents: SegmentDocuments;
  /** Codes of languages; documents name them by their place. */
  readonly languages: readonly string[];
  /** How many words score, in all fields of all documents. */
  readonly words: number;
  readonly terms: TermKind;
  readonly stops: TermKind;
  /** Bytes in memory. */
  readonly residentBytes: number;
  readonly #close: () => void;

  private constructor(sections: Omit<Sections, 'positions' | 'stopPositions'>, positions: Positions, stopPositions: Positions, close: () => void) {
    const { documents, languages, totals } = Meta.parse(JSON.parse(Buffer.from(sections.meta).toString()));
    this.documents = new SegmentDocuments(sections.docs, sections.lengths, documents);
    this.languages = languages;
    this.words = totals.reduce((sum, total) => sum + total, 0);
    this.terms = { table: new TermTable(sections.terms, sections.records), readPositions: positions.read, positionsBytes: positions.bytes };
    this.stops = { table: new TermTable(sections.stopTerms, sections.stopRecords), readPositions: stopPositions.read, positionsBytes: stopPositions.bytes };
    this.residentBytes = Object.values(sections).reduce((sum, { length }) => sum + length, 0);
    this.#close = close;
  }

  /** A segment that is in no file. */
  static ofSections(sections: Sections): Segment {
    const partOf = (section: Uint8Array): Positions => ({ bytes: section.length, read: (offset, length) => section.subarray(offset, offset + length) });
    return new Segment(sections, partOf(sections.positions), partOf(sections.stopPositions), () => {});
  }

  /**
   * Opens a segment's file and checks every byte of it.
   *
   * @param readAhead bytes that are read at once of positions; more for who reads them all in order
   * @throws DamagedSegment when it is not as it was written
   */
  static open(file: string, readAhead = READ_AHEAD): Segment {
    const handle = fs.openSync(file, 'r');
    try {
      const extents = readExtents(readExactly(handle, 0, HEADER_BYTES));
      const end = Math.max(...SECTIONS.map((name) => extents[name].offset + pad(extents[name].length)));
      if (fs.fstatSync(handle).size !== end) throw new DamagedSegment('the file has another length');
      const memory = new Uint8Array(CHECKED_AT_ONCE);
      for (const name of ON_DISK) checkOnDisk(handle, extents[name], memory);
      const resident = mapSections((name) => (ON_DISK.includes(name) ? new Uint8Array() : readSection(handle, extents[name])));
      const close = () => fs.closeSync(handle);
      return new Segment(resident, partsOnDisk(handle, extents.positions, readAhead), partsOnDisk(handle, extents.stopPositions, readAhead), close);
    } catch (error) {
      fs.closeSync(handle);
      throw error;
    }
  }

  /** The forms of a term in this segment, in the order of their numbers. */
  forms({ readPositions }: TermKind, term: string, { formsAt, formsBytes }: TermRecord): string[] {
    return formsBytes === 0 ? [term] : decodeForms(term, readPositions(formsAt, formsBytes));
  }

  /** How many forms a term has in this segment. */
  countForms({ readPositions }: TermKind, { formsAt, formsBytes }: TermRecord): number {
    return formsBytes === 0 ? 1 : new ByteReader(readPositions(formsAt, formsBytes)).varint();
  }

  close(): void {
    this.#close();
  }
}

function readExactly(handle: number, position: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  fillExactly(handle, position, bytes);
  return bytes;
}

function fillExactly(handle: number, position: number, bytes: Uint8Array): void {
  for (let read = 0; read < bytes.length; ) {
    const more = fs.readSync(handle, bytes, read, bytes.length - read, position + read);
    if (more === 0) throw new DamagedSegment('the file ends too early');
    read += more;
  }
}

function readSection(handle: number, { offset, length, crc }: Extent): Uint8Array {
  const bytes = readExactly(handle, offset, pad(length));
  if (zlib.crc32(bytes) !== crc) throw new DamagedSegment('a section was changed');
  return bytes.subarray(0, length);
}

const CHECKED_AT_ONCE = 1 << 18;

function checkOnDisk(handle: number, { offset, length, crc }: Extent, memory: Uint8Array): void {
  let sum = 0;
  for (let at = 0; at < pad(length); ) {
    const read = fs.readSync(handle, memory, 0, Math.min(memory.length, pad(length) - at), offset + at);
    if (read === 0) throw new DamagedSegment('the file ends too early');
    sum = zlib.crc32(memory.subarray(0, read), sum);
    at += read;
  }
  if (sum !== crc) throw new DamagedSegment('a section was changed');
}

/** Always in the same memory: new for each part, it would be much to clear, and to collect. */
function partsOnDisk(handle: number, extent: Extent, readAhead: number): Positions {
  let memory = new Uint8Array();
  let held = 0;
  let heldAt = 0;
  const read: ReadPart = (offset, length) => {
    if (offset < heldAt || offset + length > heldAt + held) {
      const wanted = Math.min(Math.max(length, readAhead), extent.length - offset);
      if (memory.length < wanted) memory = new Uint8Array(wanted);
      held = 0;
      fillExactly(handle, extent.offset + offset, memory.subarray(0, wanted));
      held = wanted;
      heldAt = offset;
    }
    return memory.subarray(offset - heldAt, offset - heldAt + length);
  };
  return { bytes: extent.length, read };
}
