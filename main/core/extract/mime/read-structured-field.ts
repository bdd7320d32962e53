import { decodeWords } from 'postal-mime';

/** `text/html; charset="utf-8"` taken apart. */
export interface StructuredField {
  /** In lower case; empty where the field has none. */
  readonly value: string;
  /** By lower-case name. */
  readonly params: ReadonlyMap<string, string>;
}

const LONGEST = 20_000;
const PARAM = /;\s*([^\s=;"]{1,100})\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))/gs;

/**
 * A field such as Content-Type: its value, and its parameters, also those that are cut in pieces or percent-encoded
 * (RFC 2231) or that hold encoded words, which no standard allows and many programs write.
 */
export function readStructuredField(field: string): StructuredField {
  const text = field.slice(0, LONGEST);
  const value = (text.split(';', 1)[0] ?? '').replace(/\([^()]*\)/g, ' ').replace(/["\s]+/g, '').toLowerCase();
  const plain = new Map<string, string>();
  const pieces = new Map<string, Piece[]>();
  for (const [, name = '', quoted, bare = ''] of text.matchAll(PARAM)) {
    const raw = quoted === undefined ? bare.replace(/\s\([^()]*\)\s*$/, '').trim() : quoted.replace(/\\(.)/gs, '$1');
    const [, base = '', index, encoded] = /^([^*]+)(?:\*(\d{1,4}))?(\*)?$/.exec(name.toLowerCase()) ?? [];
    if (base === '') continue;
    if (index === undefined && encoded === undefined) plain.set(base, plain.get(base) ?? decodeWords(raw));
    else pieces.set(base, [...(pieces.get(base) ?? []), { index: Number(index ?? 0), raw, isEncoded: encoded !== undefined }]);
  }
  for (const [name, list] of pieces) plain.set(name, joinPieces(list));
  return { value, params: plain };
}

interface Piece {
  readonly index: number;
  readonly raw: string;
  readonly isEncoded: boolean;
}

/** `utf-8'en'a%20` and what follows it. Only the first piece names the charset. */
function joinPieces(pieces: readonly Piece[]): string {
  const sorted = [...pieces].sort((one, other) => one.index - other.index);
  const charset = sorted[0]?.isEncoded === true ? /^([^']*)'[^']*'/.exec(sorted[0].raw) : null;
  const bytes = sorted.map(({ raw, isEncoded }, at) => {
    const text = at === 0 && charset !== null ? raw.slice(charset[0].length) : raw;
    return isEncoded ? percentDecode(text) : Buffer.from(text);
  });
  return decode(Buffer.concat(bytes), charset?.[1]);
}

function percentDecode(text: string): Buffer {
  const bytes = text.split(/(%[0-9a-f]{2})/i).map((piece, at) => (at % 2 === 1 ? Buffer.from(piece.slice(1), 'hex') : Buffer.from(piece)));
  return Buffer.concat(bytes);
}

function decode(bytes: Buffer, charset: string | undefined): string {
  try {
    return new TextDecoder(charset === undefined || charset === '' ? 'utf-8' : charset).decode(bytes);
  } catch {
    // A charset that nobody knows.
    return bytes.toString('utf8');
  }
}
