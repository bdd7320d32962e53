import { FIELDS } from './fields.ts';
import { encodeDocuments, type DocumentEntry } from './segment-documents.ts';
import type { Sections } from './segment-file.ts';

/** What the section `meta` holds, as JSON. */
interface SegmentMeta {
  readonly documents: number;
  /** Codes of languages; documents name them by their place. */
  readonly languages: readonly string[];
  /** By field, the sum of the documents' lengths. */
  readonly totals: readonly number[];
}

interface TableSections {
  readonly terms: Uint8Array;
  readonly records: Uint8Array;
  readonly positions: Uint8Array;
}

/** @param stops the table of stop words */
export function assembleSegment(documents: readonly DocumentEntry[], languages: readonly string[], terms: TableSections, stops: TableSections): Sections {
  const totals = FIELDS.map((_, field) => documents.reduce((sum, { lengths }) => sum + (lengths[field] ?? 0), 0));
  const meta: SegmentMeta = { documents: documents.length, languages, totals };
  return {
    meta: new Uint8Array(Buffer.from(JSON.stringify(meta))),
    ...encodeDocuments(documents),
    ...terms,
    stopTerms: stops.terms,
    stopRecords: stops.records,
    stopPositions: stops.positions,
  };
}
