import { ByteReader, ByteWriter, commonPrefix } from './bytes.ts';

/*
 * The forms of a term are the words as they were written (in lower case) that it stands for: "run", "runs", "running".
 * In a segment: how many; for each the bytes that it shares with the term and its own rest. No forms at all are written
 * where the only one is the term itself, as most names and numbers are.
 */

const NONE = new Uint8Array();

/** @param forms none, too, where the term itself is the only one */
export function encodeForms(term: string, forms: readonly string[]): Uint8Array {
  if (forms.length === 0 || (forms.length === 1 && forms[0] === term)) return NONE;
  const writer = new ByteWriter(64);
  const stem = Buffer.from(term);
  writer.varint(forms.length);
  for (const form of forms) {
    const bytes = Buffer.from(form);
    const shared = commonPrefix(stem, bytes);
    writer.varint(shared);
    writer.varint(bytes.length - shared);
    writer.append(bytes, shared);
  }
  return writer.written();
}

export function decodeForms(term: string, bytes: Uint8Array): string[] {
  if (bytes.length === 0) return [term];
  const stem = Buffer.from(term);
  const reader = new ByteReader(bytes);
  return Array.from({ length: reader.varint() }, () => {
    const shared = reader.varint();
    const length = reader.varint();
    reader.at += length;
    return Buffer.concat([stem.subarray(0, shared), bytes.subarray(reader.at - length, reader.at)]).toString('utf8');
  });
}
