import zlib from 'node:zlib';

/*
 * A segment's file: a header, then sections. Numbers are little-endian (what every platform of ours has), sections
 * begin at multiples of eight so that typed arrays can lie over them.
 *
 *   0  'CARRELSG', format version u32, number of sections u32
 *  16  per section: offset f64, length f64, CRC-32 u32, nothing u32
 *   .  nothing u32, CRC-32 of all of the above u32
 *
 * A section's checksum covers the zeros that fill it up: no bit of the file is unwatched.
 */

export const FORMAT_VERSION = 1;
const MAGIC = Buffer.from('CARRELSG', 'latin1');
const ENTRY_BYTES = 24;

/**
 * `docs`, `lengths`: see segment-documents.ts. Two tables of terms (see term-table.ts): one for terms that score, one
 * for stop words. Positions come last: they alone are not held in memory.
 */
export const SECTIONS = ['meta', 'docs', 'lengths', 'terms', 'records', 'stopTerms', 'stopRecords', 'positions', 'stopPositions'] as const;
export type SectionName = (typeof SECTIONS)[number];
export type Sections = Readonly<Record<SectionName, Uint8Array>>;
/** Where a section lies in the file. */
export interface Extent {
  readonly offset: number;
  readonly length: number;
  readonly crc: number;
}
export type Extents = Readonly<Record<SectionName, Extent>>;

export const HEADER_BYTES = 16 + SECTIONS.length * ENTRY_BYTES + 8;
/** Sections that are read when they are needed. */
export const ON_DISK: readonly SectionName[] = ['positions', 'stopPositions'];

/** Thrown for a file that is not what was written; the segment is made anew. */
export class DamagedSegment extends Error {}

/** The parts of a segment's file, in order. */
export function layOutFile(sections: Sections): Uint8Array[] {
  const header = new Uint8Array(HEADER_BYTES);
  const view = new DataView(header.buffer);
  header.set(MAGIC, 0);
  view.setUint32(8, FORMAT_VERSION, true);
  view.setUint32(12, SECTIONS.length, true);
  const parts: Uint8Array[] = [header];
  let offset = HEADER_BYTES;
  for (const [index, name] of SECTIONS.entries()) {
    const section = sections[name];
    const padding = new Uint8Array(pad(section.length) - section.length);
    const at = 16 + index * ENTRY_BYTES;
    view.setFloat64(at, offset, true);
    view.setFloat64(at + 8, section.length, true);
    view.setUint32(at + 16, zlib.crc32(padding, zlib.crc32(section)), true);
    parts.push(section, padding);
    offset += section.length + padding.length;
  }
  view.setUint32(HEADER_BYTES - 4, zlib.crc32(header.subarray(0, HEADER_BYTES - 4)), true);
  return parts;
}

/**
 * Where the sections lie.
 *
 * @throws DamagedSegment
 */
export function readExtents(header: Uint8Array): Extents {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (header.length < HEADER_BYTES) throw new DamagedSegment('the file is too short');
  if (view.getUint32(HEADER_BYTES - 4, true) !== zlib.crc32(header.subarray(0, HEADER_BYTES - 4))) throw new DamagedSegment('the header was changed');
  if (view.getUint32(8, true) !== FORMAT_VERSION) throw new DamagedSegment('another version of the format');
  const extents = SECTIONS.map((name, index): [SectionName, Extent] => {
    const at = 16 + index * ENTRY_BYTES;
    return [name, { offset: view.getFloat64(at, true), length: view.getFloat64(at + 8, true), crc: view.getUint32(at + 16, true) }];
  });
  return mapSections((name) => extents.find(([other]) => other === name)?.[1] ?? { offset: 0, length: 0, crc: 0 });
}

export function mapSections<T>(make: (name: SectionName) => T): Readonly<Record<SectionName, T>> {
  return {
    meta: make('meta'),
    docs: make('docs'),
    lengths: make('lengths'),
    terms: make('terms'),
    records: make('records'),
    stopTerms: make('stopTerms'),
    stopRecords: make('stopRecords'),
    positions: make('positions'),
    stopPositions: make('stopPositions'),
  };
}

/** The next multiple of eight. */
export function pad(length: number): number {
  return Math.ceil(length / 8) * 8;
}
