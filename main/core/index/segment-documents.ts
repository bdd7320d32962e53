import { decodeUtf8 } from './bytes.ts';
import { FIELDS } from './fields.ts';

/** What a segment keeps of a document besides its words. */
export interface DocumentEntry {
  readonly n: number;
  readonly id: string;
  readonly version: number;
  readonly published: number;
  /** A place in the segment's list of languages. */
  readonly language: number;
  /** For each field, how many words of it score. */
  readonly lengths: readonly number[];
}

/** The sections `docs` and `lengths`: one array for each property, so that they can lie in memory as they are in the file. */
export function encodeDocuments(documents: readonly DocumentEntry[]): { docs: Uint8Array; lengths: Uint8Array } {
  const count = documents.length;
  const ids = documents.map(({ id }) => Buffer.from(id));
  const docs = new Uint8Array(offsetsOf(count).ids + ids.reduce((sum, id) => sum + id.length, 0));
  const views = viewDocuments(docs, count);
  const lengths = new Uint32Array(count * FIELDS.length);
  let idOffset = 0;
  for (const [doc, { n, version, published, language, lengths: own }] of documents.entries()) {
    views.published[doc] = published;
    views.rows[doc] = n;
    views.versions[doc] = version;
    views.languages[doc] = language;
    const id = ids[doc] ?? Buffer.alloc(0);
    docs.set(id, offsetsOf(count).ids + idOffset);
    idOffset += id.length;
    views.idEnds[doc] = idOffset;
    for (let field = 0; field < FIELDS.length; field += 1) lengths[field * count + doc] = own[field] ?? 0;
  }
  return { docs, lengths: new Uint8Array(lengths.buffer) };
}

function offsetsOf(count: number) {
  const rows = count * 8;
  const versions = rows + count * 4;
  const idEnds = versions + count * 4;
  const languages = idEnds + count * 4;
  return { rows, versions, idEnds, languages, ids: languages + count };
}

function viewDocuments(docs: Uint8Array, count: number) {
  const at = offsetsOf(count);
  const { buffer, byteOffset } = docs;
  return {
    published: new Float64Array(buffer, byteOffset, count),
    rows: new Uint32Array(buffer, byteOffset + at.rows, count),
    versions: new Uint32Array(buffer, byteOffset + at.versions, count),
    idEnds: new Uint32Array(buffer, byteOffset + at.idEnds, count),
    languages: new Uint8Array(buffer, byteOffset + at.languages, count),
  };
}

/** The documents of a segment by number, from 0. */
export class SegmentDocuments {
  readonly count: number;
  /** See `dateKey`. */
  readonly published: Float64Array;
  readonly rows: Uint32Array;
  readonly versions: Uint32Array;
  readonly languages: Uint8Array;
  /** By field, then by document: how many words score. */
  readonly lengths: readonly Uint32Array[];
  readonly #docs: Uint8Array;
  readonly #idEnds: Uint32Array;
  /** Where the letters of the ids begin. */
  readonly #idsAt: number;

  constructor(docs: Uint8Array, lengths: Uint8Array, count: number) {
    const views = viewDocuments(docs, count);
    this.count = count;
    this.published = views.published;
    this.rows = views.rows;
    this.versions = views.versions;
    this.languages = views.languages;
    this.#idEnds = views.idEnds;
    this.#idsAt = offsetsOf(count).ids;
    this.#docs = docs;
    this.lengths = FIELDS.map((_, field) => new Uint32Array(lengths.buffer, lengths.byteOffset + field * count * 4, count));
  }

  id(doc: number): string {
    return decodeUtf8(this.#docs, this.#idStart(doc), this.#idsAt + (this.#idEnds[doc] ?? 0));
  }

  /** As two ids compare, negative where this one comes first. Of a hundred thousand equal scores no id becomes a string: they are ASCII. */
  compareIds(doc: number, others: SegmentDocuments, other: number): number {
    const [from, otherFrom] = [this.#idStart(doc), others.#idStart(other)];
    const length = this.#idsAt + (this.#idEnds[doc] ?? 0) - from;
    const otherLength = others.#idsAt + (others.#idEnds[other] ?? 0) - otherFrom;
    for (let at = 0; at < Math.min(length, otherLength); at += 1) {
      const difference = (this.#docs[from + at] ?? 0) - (others.#docs[otherFrom + at] ?? 0);
      if (difference !== 0) return difference;
    }
    return length - otherLength;
  }

  #idStart(doc: number): number {
    return this.#idsAt + (doc === 0 ? 0 : (this.#idEnds[doc - 1] ?? 0));
  }

  entry(doc: number): DocumentEntry {
    return {
      n: this.rows[doc] ?? 0,
      id: this.id(doc),
      version: this.versions[doc] ?? 0,
      published: this.published[doc] ?? -1,
      language: this.languages[doc] ?? 0,
      lengths: this.lengths.map((lengths) => lengths[doc] ?? 0),
    };
  }
}
